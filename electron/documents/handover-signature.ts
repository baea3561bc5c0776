import type { HandoverPaper } from '#shared/contracts/handover-paper.ts';
import { bothSignatures, lessorSignature } from './contract-signature.ts';
import { type Block, beside, paragraph, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import type { HandoverTexts } from './texts/handover.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

/** What the renter confirms and signs, or why nobody did; and the clerk. Kept whole. */
export function handoverSignature(paper: HandoverPaper, texts: PaperTexts, handover: HandoverTexts): Block {
  const isPresent = paper.renter === 'present';
  const words = isPresent ? handover.declaration : handover.keyBox;
  return stack(
    paragraph(words[paper.direction], isPresent ? styles.body : styles.strong, { width: contentWidth }),
    space(mm(1)),
    isPresent ? bothSignatures(paper, texts) : beside({ at: 0, block: lessorSignature(paper, texts) }),
  );
}
