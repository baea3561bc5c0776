import { z } from 'zod';
import { signatureField } from '#shared/contracts/contract-paper-signature.ts';
import { noOptions, rentalOptionsSchema } from '#shared/pricing/rental-options.ts';
import { payNowChoices } from './pay-now.ts';
import { draftDamages } from '../app/damage/draft-damage.ts';
import type { DraftType } from '../app/drafts/drafts.ts';

/** What a check-out holds while it is being entered: texts as typed, so that nothing typed is lost or corrected. */
const content = z.object({
  /** Whether anything was entered; drafts of the version before do not say, and stay. */
  touched: z.boolean().default(true),
  /** Of a reservation that is being handed over; empty for a walk-in. */
  reservationId: z.string(),
  customerId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  street: z.string(),
  buildingNumber: z.string(),
  postalCode: z.string(),
  town: z.string(),
  country: z.string(),
  phone: z.string(),
  email: z.string(),
  language: z.enum(['de', 'fr', 'it', 'en']),
  driverFirstName: z.string(),
  driverLastName: z.string(),
  bornOn: z.string(),
  licenceNumber: z.string(),
  licenceCategory: z.string(),
  licenceSince: z.string(),
  // Drafts of the version before did not ask.
  licenceExpiresOn: z.string().default(''),
  licenceCountry: z.string(),
  vehicleId: z.string(),
  start: z.string(),
  end: z.string(),
  returnBranchId: z.string(),
  // Drafts of the version before chose nothing.
  options: rentalOptionsSchema.default(noOptions),
  /** Codes as typed; those in `options` are not used. */
  vouchers: z.string().default(''),
  odometer: z.string(),
  fuelEighths: z.number(),
  // Drafts of the version before asked neither for keys nor for accessories.
  keys: z.string().default('1'),
  accessories: z.array(z.object({ name: z.string(), count: z.string() })).default([]),
  /** Further ones, as typed in one line. */
  moreAccessories: z.string().default(''),
  note: z.string(),
  /** Of the vehicle that is chosen; a draft of before this was asked has none. */
  found: draftDamages.default([]),
  /** Known damages that were mended, by id. */
  repaired: z.array(z.string()).readonly().default([]),
  depositMethod: z.enum(['card', 'cash', 'twint', 'none']),
  // Drafts of the version before did not ask: the rental was billed after the check-out.
  payNow: z.enum(payNowChoices).default('later'),
  signature: signatureField.nullable(),
  /** What the contract said when it was given; drafts of the version before do not say. */
  signedFor: z.string().default(''),
});

/** Drafts of the version before kept day and time apart. */
function inOneText(saved: unknown): unknown {
  const { startDay, startTime, endDay, endTime, ...rest } = Object(saved) as Record<string, unknown>;
  if (typeof startDay !== 'string' || typeof endDay !== 'string') return saved;
  const joined = (day: string, time: unknown): string =>
    (typeof time === 'string' ? `${day} ${time}` : day).trim();
  return { start: joined(startDay, startTime), end: joined(endDay, endTime), ...rest };
}

export type DraftContent = z.infer<typeof content>;
export type Step = 1 | 2 | 3 | 4;

/** How a check-out is kept while it is entered. */
export const checkOutDraft: DraftType<DraftContent> = {
  kind: 'check_out',
  schema: z.preprocess(inOneText, content),
  steps: 4,
  isTouched: ({ touched }) => touched,
  titleOf: (draft) => (draft.lastName === '' ? draft.driverLastName : draft.lastName),
};
