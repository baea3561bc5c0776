import type { DrawnSignature } from '#shared/contracts/contract-paper-signature.ts';
import type { ContractPaper } from '#shared/contracts/contract-paper.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { contentWidth } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import type { Point } from './drawing/sheet.ts';
import { styles } from './drawing/styles.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

const width = contentWidth / 2 - mm(5);
/** The room for a signature on a paper. */
const signingHeight = mm(15);

type Signed = Pick<ContractPaper, 'customer' | 'company' | 'clerk' | 'signature' | 'signedAt'>;

/** What the renter agrees to, and both signatures. Kept whole: a signature is never on a page without its words. */
export function signatureBlock(paper: Signed, texts: PaperTexts, declaration: string): Block {
  return stack(
    paragraph(declaration, styles.body, { width: contentWidth }),
    space(mm(1)),
    bothSignatures(paper, texts),
  );
}

/** The renter's on the left and the clerk's on the right. */
export function bothSignatures(paper: Signed, texts: PaperTexts): Block {
  return beside(
    { at: 0, block: renterSignature(paper, texts) },
    { at: contentWidth / 2, block: lessorSignature(paper, texts) },
  );
}

function renterSignature({ signature, signedAt, customer }: Signed, { contract }: PaperTexts): Block {
  const isByHand = signature?.onPaper === true;
  const small = (text: string): Block => paragraph(text, styles.small, { width });
  return stack(
    signature === null || isByHand
      ? space(signingHeight)
      : signatureStrokes(signature, `${contract.signatureRenter}: ${customer.name}`),
    rule(width, 0.6, ink),
    space(2),
    paragraph(contract.signatureRenter, styles.label, { width }),
    paragraph(customer.name, styles.body, { width }),
    ...(signedAt === null
      ? [small(contract.placeAndDate)]
      : isByHand
        ? [small(contract.placeAndDate), small(contract.byHand(formatInstant(signedAt)))]
        : [small(contract.signedAt(formatInstant(signedAt)))]),
  );
}

export function lessorSignature({ clerk, company }: Signed, { contract }: PaperTexts): Block {
  return stack(
    space(signingHeight),
    rule(width, 0.6, ink),
    space(2),
    paragraph(contract.signatureLessor, styles.label, { width }),
    paragraph(`${clerk}, ${company.name}`, styles.body, { width }),
  );
}

/** The signature as large as its field permits, its proportions kept, whatever part of the pad was used. */
function signatureStrokes(signature: DrawnSignature, alternative: string): Block {
  return {
    height: signingHeight,
    draw(sheet, x, y) {
      const points = signature.strokes.flat();
      const xs = points.map(([at]) => at);
      const ys = points.map(([, at]) => at);
      const [minX, minY] = [least(xs), least(ys)];
      const [wide, high] = [Math.max(1, most(xs) - minX), Math.max(1, most(ys) - minY)];
      const room = { width: mm(60), height: signingHeight - mm(2) };
      // Never larger than the pad itself would be in the field: a dot must not become a blot.
      const whole = Math.min(room.width / signature.width, room.height / signature.height);
      const scale = Math.min(room.width / wide, room.height / high, whole * 2);
      const top = y + mm(1) + (room.height - high * scale);
      const place = ([px, py]: readonly [number, number]): Point => [
        x + mm(2) + (px - minX) * scale,
        top + (py - minY) * scale,
      ];
      sheet.figure(alternative, () => {
        for (const stroke of signature.strokes) {
          const placed = stroke.map(place);
          const [only] = placed;
          const drawn = placed.length === 1 && only ? [only, only] : placed;
          sheet.curve(drawn, { width: 1.1, colour: ink });
        }
      });
    },
  };
}

/** `Math.min(...)` of a long signature would overflow the stack. */
function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
}
