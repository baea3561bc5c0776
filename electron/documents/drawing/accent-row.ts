import { type Block, beside, onGround, paragraph, space, stack } from './block.ts';
import { contentWidth } from './flow.ts';
import { colourOf, inkOn, mm } from './measure.ts';
import { styles } from './styles.ts';

/** The amount that matters, on the company's colour. */
export function accentRow(label: string, money: string, accent: string): Block {
  const colour = colourOf(accent);
  const style = { ...styles.total, colour: inkOn(colour) };
  const row = beside(
    { at: mm(2), block: paragraph(label, style, { width: mm(90) }) },
    { at: mm(94), block: paragraph(money, style, { width: contentWidth - mm(96), align: 'right' }) },
  );
  return stack(space(3), onGround(row, { width: contentWidth, colour, above: 3, below: 3 }));
}
