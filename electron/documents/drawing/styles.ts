import { type Block, paragraph, stack } from './block.ts';
import { ink, ink2 } from './measure.ts';
import type { TextStyle } from './sheet.ts';

/** The few styles of text on our papers. */
export const styles = {
  title: { font: 'strong', size: 19, colour: ink, role: 'H1' },
  name: { font: 'strong', size: 10, colour: ink },
  body: { font: 'text', size: 8.5, colour: ink },
  strong: { font: 'strong', size: 8.5, colour: ink },
  label: { font: 'text', size: 7.5, colour: ink2 },
  small: { font: 'text', size: 7.2, colour: ink2 },
  total: { font: 'strong', size: 11, colour: ink },
} as const satisfies Record<string, TextStyle>;

/** A small label with its value below. */
export function labelled(label: string, value: string | Block, width: number): Block {
  const body = typeof value === 'string' ? paragraph(value, styles.body, { width }) : value;
  return stack(paragraph(label, styles.label, { width }), body);
}
