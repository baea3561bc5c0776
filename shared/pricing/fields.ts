import * as z from 'zod';
import { basisPoints, rappen } from '../money/rappen.ts';
import { type Instant, type IsoDay, instant, isoDay } from '../time/instant.ts';

/** The fields of price lists and requests as they come in JSON. Each refuses with a sentence; zod names the path. */
export const amountField = z
  .int('an amount is a whole number of Rappen')
  .min(0, 'an amount is not negative')
  .max(100_000_000, 'an amount is at most a million francs')
  .transform(rappen);

/** Hundredths of a percent: 5 % is 500. */
export const shareField = z
  .int()
  .min(0)
  .max(10_000, 'a share is at most 100 % (10000)')
  .transform(basisPoints);

export const countField = z.int().min(0).max(1_000_000);
export const idField = z.string().min(1).max(80);
export const nameField = z.string().min(1).max(200);
export const vatKindField = z.enum(['standard', 'none']).default('standard');
export const timeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is written 14:30');
export const weekdayField = z.int().min(1, '1 is Monday').max(7, '7 is Sunday');
export const kilometresField = z.union([countField, z.literal('unlimited')]);

export const dayField = z.string().transform((text, context): IsoDay => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isoDay(text);
  } catch {
    // Said below.
  }
  context.addIssue({ code: 'custom', message: 'a day is written 2026-11-20 and exists' });
  return z.NEVER;
});

export const momentField = z.string().transform((text, context): Instant => {
  try {
    return instant(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'a moment is written 2026-11-20T14:30:00+01:00' });
    return z.NEVER;
  }
});
