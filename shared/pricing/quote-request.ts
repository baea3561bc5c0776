import * as z from 'zod';
import { countField, dayField, idField, momentField } from './fields.ts';

const place = z.strictObject({ branch: idField, at: momentField });

/** What somebody wants to rent. The ids are those of the price list. */
export const quoteRequestSchema = z.strictObject({
  category: idField,
  pickUp: place,
  return: place,
  /** Empty while nobody is known yet: then no age is checked and no young driver charged. */
  drivers: z
    .array(z.strictObject({ bornOn: dayField, licenceSince: dayField }))
    .max(10)
    .default([]),
  kilometrePackage: idField.nullable().default(null),
  /** Once the car is back: what goes beyond the included kilometres is charged. */
  drivenKilometres: countField.nullable().default(null),
  extras: z.array(z.strictObject({ id: idField, count: z.int().min(1).max(99) })).default([]),
  protections: z.array(idField).default([]),
  customerGroup: idField.nullable().default(null),
  vouchers: z.array(idField).default([]),
  /** Vehicles changed under way, in the order of time. A courtesy (a breakdown) never makes the rental dearer. */
  exchanges: z
    .array(z.strictObject({ at: momentField, category: idField, courtesy: z.boolean().default(false) }))
    .default([]),
});

export type QuoteRequest = z.output<typeof quoteRequestSchema>;
export type QuoteRequestInput = z.input<typeof quoteRequestSchema>;
