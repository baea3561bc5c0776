import * as z from 'zod';
import { dayOf } from '../time/instant.ts';
import { because } from '../validation/because.ts';
import { firstVatDay } from '../vat/vat-rates.ts';
import { countField, dayField, idField, momentField } from './fields.ts';

/** Who drives and what is taken along. */
const choice = {
  /** Empty while nobody is known yet: then no age is checked and no young driver charged. */
  drivers: z
    .array(z.strictObject({ bornOn: dayField, licenceSince: dayField }))
    .max(10)
    .default([]),
  extras: z.array(z.strictObject({ id: idField, count: z.int().min(1).max(99) })).default([]),
  protections: z.array(idField).default([]),
};

const place = z.strictObject({
  branch: idField,
  // Without a known VAT rate there is no price.
  at: momentField.refine(
    (at) => dayOf(at) >= firstVatDay,
    because({ code: 'before_vat', from: firstVatDay }),
  ),
});

/** What somebody wants to rent. The ids are those of the price list. */
export const quoteRequestSchema = z.strictObject({
  category: idField,
  pickUp: place,
  return: place,
  ...choice,
  kilometrePackage: idField.nullable().default(null),
  /** Once the car is back: what goes beyond the included kilometres is charged. */
  drivenKilometres: countField.nullable().default(null),
  customerGroup: idField.nullable().default(null),
  vouchers: z.array(idField).default([]),
  /** Vehicles changed under way, in the order of time. A courtesy (a breakdown) never makes the rental dearer. */
  exchanges: z
    .array(z.strictObject({ at: momentField, category: idField, courtesy: z.boolean().default(false) }))
    .default([]),
  /** Drivers, extras and protections that joined under way: charged from the rental day in which they did. */
  added: z.array(z.strictObject({ at: momentField, ...choice })).default([]),
});

export type QuoteRequest = z.output<typeof quoteRequestSchema>;
/** Who drives and what is taken along, from the start or from a later moment. */
export type RentalChoice = Pick<QuoteRequest, 'drivers' | 'extras' | 'protections'>;
export type QuoteRequestInput = z.input<typeof quoteRequestSchema>;
