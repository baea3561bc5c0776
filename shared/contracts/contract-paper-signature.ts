import { z } from 'zod';
import { because } from '../validation/because.ts';

const longestSide = 4096;
const mostPoints = 20_000;

/**
 * A signature as it was drawn: polylines in the pad's own whole pixels, origin top left. Vectors stay sharp on paper, are
 * small, and can be compared; a bitmap is none of that.
 */
export const signatureField = z
  .strictObject({
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

export type Signature = z.infer<typeof signatureField>;
