import { type Block, paragraph } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

/** Notes under their heading. `foot`, what is signed, stays with the last of them. */
export function placeNotes(flow: Flow, notes: string, texts: PaperTexts, foot: Block): void {
  flow.skip(mm(3.2));
  const heading = paragraph(texts.contract.notes, styles.label, { width: contentWidth });
  flow.placeText(notes, styles.body, contentWidth, { heading, foot });
}
