import { z } from 'zod';
import { because } from '../validation/because.ts';

const longestSide = 4096;
const mostPoints = 20_000;

/**
 * A signature as it was drawn: polylines in the pad's own whole pixels, origin top left. Vectors stay sharp on paper, are
 * small, and can be compared; a bitmap is none of that.
 */
const drawnSignature = z
  .strictObject({
    /** Never written: what has strokes was drawn. */
    onPaper: z.literal(false).optional(),
    width: z.int().min(1).max(longestSide),
    height: z.int().min(1).max(longestSide),
    /** A stroke of one point is a dot. */
    strokes: z
      .array(
        z
          .array(z.tuple([z.int().min(0).max(longestSide), z.int().min(0).max(longestSide)]))
          .min(1)
          .max(mostPoints),
      )
      .min(1)
      .max(400),
  })
  .refine(({ strokes }) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= mostPoints, {
    ...because({ code: 'too_many', limit: mostPoints }),
    path: ['strokes'],
  })
  .refine(
    ({ width, height, strokes }) =>
      strokes.every((stroke) => stroke.every(([x, y]) => x <= width && y <= height)),
    { ...because({ code: 'outside' }), path: ['strokes'] },
  );

/** Nothing was drawn: the print is signed by hand, and kept. */
const onPaper = z.strictObject({ onPaper: z.literal(true) });

/** How somebody signs: on the pad, or by hand on what is printed (ADR 20). */
export const signatureField = z.discriminatedUnion('onPaper', [drawnSignature, onPaper]);

export type DrawnSignature = z.infer<typeof drawnSignature>;
export type Signature = z.infer<typeof signatureField>;

/** A dot or a slip of the pen is no signature: it must move across at least a twentieth of the pad. */
export function isDrawn({ strokes, width }: DrawnSignature): boolean {
  const xs = strokes.flat().map(([x]) => x);
  const ys = strokes.flat().map(([, y]) => y);
  if (xs.length < 3) return false;
  const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  return extent >= width / 20;
}

/** Whether somebody has signed, or says that they sign the print. */
export function isSigned(signature: Signature | null): signature is Signature {
  return signature !== null && (signature.onPaper === true || isDrawn(signature));
}
