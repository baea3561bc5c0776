import { z } from 'zod';
import { rentalOptionsSchema } from '#shared/pricing/rental-options.ts';
import type { DraftType } from '../app/drafts/drafts.ts';

/** What a reservation holds while it is entered: texts as typed, so that nothing typed is lost or corrected. */
const content = z.object({
  /** Of a reservation that is changed; empty for a new one. */
  reservationId: z.string(),
  /** The refused change that this puts right; empty for none. */
  refusalId: z.string().default(''),
  kind: z.enum(['quote', 'reservation']),
  /** What it was when it was opened: a quote may still become a reservation, never the other way. */
  was: z.enum(['new', 'quote', 'reservation']),
  /** Whether anything was entered: one that was only looked at leaves no draft behind. */
  touched: z.boolean(),
  customerId: z.string(),
  /** Of a known customer. */
  customerName: z.string(),
  customerAbout: z.string(),
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
  start: z.string(),
  end: z.string(),
  categoryId: z.string(),
  vehicleId: z.string(),
  returnBranchId: z.string(),
  options: rentalOptionsSchema,
  /** Codes as typed; those in `options` are not used. */
  vouchers: z.string(),
  note: z.string(),
});

export type ReservationDraft = z.infer<typeof content>;

/** How a reservation is kept while it is entered. */
export const reservationDraft: DraftType<ReservationDraft> = {
  kind: 'reservation',
  schema: content,
  steps: 1,
  isTouched: ({ touched }) => touched,
  titleOf: ({ customerName, lastName }) => customerName || lastName,
};
