import * as z from 'zod';
import { basisPoints, rappen } from '../money/rappen.ts';
import { type Instant, type IsoDay, instant, isoDay } from '../time/instant.ts';
import { paperText } from '../parties/paper-text.ts';
import { because, refuseField } from '../validation/because.ts';

/** The fields of price lists and requests as they come in JSON. Each refuses with a reason; zod names the path. */

/** Whole Rappen, at most a million francs. */
export const amountField = z.int().min(0).max(100_000_000).transform(rappen);

/** Hundredths of a percent: 5 % is 500. */
export const shareField = z.int().min(0).max(10_000).transform(basisPoints);

export const countField = z.int().min(0).max(1_000_000);
/** Of the name of an id, and of the code of a voucher. */
export const longestId = 80;
export const idField = z.string().min(1).max(longestId);
/**
 * A name stands on contract and invoice, whose lines have 120 characters: with `99 × ` before it and `(366 von 366 Tagen)`
 * behind it 80 fit. A contract that cannot be printed would help nobody.
 */
export const nameField = paperText({ max: 80 });
export const vatKindField = z.enum(['standard', 'none']).default('standard');
export const timeField = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), because({ code: 'time' }));
/** 1 is Monday, 7 is Sunday. */
export const weekdayField = z.int().min(1).max(7);
export const kilometresField = z.union([countField, z.literal('unlimited')]);

export const dayField = z.string().transform((text, context): IsoDay => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isoDay(text);
  } catch {
    // Said below.
  }
  refuseField(context, [], { code: 'day' });
  return z.NEVER;
});

export const momentField = z.string().transform((text, context): Instant => {
  try {
    return instant(text);
  } catch {
    refuseField(context, [], { code: 'moment' });
    return z.NEVER;
  }
});
