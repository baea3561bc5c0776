import type { HandoverPaper } from '#shared/contracts/handover-paper.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { signatureStrokes, signingHeight } from './contract-signature.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import type { HandoverTexts } from './texts/handover.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const half = contentWidth / 2;
const width = half - mm(5);

/** What the renter confirms and signs, or why nobody did; and the clerk. Kept whole. */
export function handoverSignature(paper: HandoverPaper, texts: PaperTexts, handover: HandoverTexts): Block {
  const { contract } = texts;
  const isPresent = paper.renter === 'present';
  const words = isPresent ? handover.declaration : handover.keyBox;
  const clerk = stack(
    space(signingHeight),
    rule(width, 0.6, ink),
    space(2),
    paragraph(contract.signatureLessor, styles.label, { width }),
    paragraph(`${paper.clerk}, ${paper.company.name}`, styles.body, { width }),
  );
  return stack(
    paragraph(words[paper.direction], isPresent ? styles.body : styles.strong, { width: contentWidth }),
    space(mm(1)),
    beside(...(isPresent ? [{ at: 0, block: renterBlock(paper, texts) }] : []), {
      at: isPresent ? half : 0,
      block: clerk,
    }),
  );
}

function renterBlock({ signature, signedAt, customer }: HandoverPaper, { contract }: PaperTexts): Block {
  return stack(
    signature === null
      ? space(signingHeight)
      : signatureStrokes(signature, `${contract.signatureRenter}: ${customer.name}`),
    rule(width, 0.6, ink),
    space(2),
    paragraph(contract.signatureRenter, styles.label, { width }),
    paragraph(customer.name, styles.body, { width }),
    paragraph(
      signedAt === null ? contract.placeAndDate : contract.signedAt(formatInstant(signedAt)),
      styles.small,
      { width },
    ),
  );
}
