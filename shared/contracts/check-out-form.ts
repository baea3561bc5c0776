import { z } from 'zod';
import { countryCodes } from '../qr-bill/countries.ts';
import { instant, isoDay } from '../time/instant.ts';
import { signatureField } from './contract-paper-signature.ts';

/**
 * What the form of a check-out hands over. Messages are codes: `required`, `too_long`, `day`, `number`, `country`; the
 * screen says them in the clerk's language, beside the field named by the path.
 */
const longest = 70;
const text = z.string({ error: 'required' }).trim().max(longest, { error: 'too_long' });
const required = text.min(1, { error: 'required' });
const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => countryCodes.has(code), { error: 'country' });
const day = z.iso
  .date({ error: (issue) => (issue.input === '' ? 'required' : 'day'), abort: true })
  .refine((value) => value >= '1900-01-01' && value <= '2100-12-31', { error: 'day' })
  .transform(isoDay);
const whole = z.int({ error: 'number' }).min(0, { error: 'number' });

export const personForm = z.strictObject({
  firstName: required,
  lastName: required,
  street: required,
  buildingNumber: text.max(16, { error: 'too_long' }),
  postalCode: required.max(16, { error: 'too_long' }),
  town: required.max(35, { error: 'too_long' }),
  country,
  phone: text.max(30, { error: 'too_long' }),
  email: z.union([z.literal(''), z.email({ error: 'email' }).max(120, { error: 'too_long' })]),
  language: z.enum(['de', 'fr', 'it', 'en']),
});

export const driverForm = z.strictObject({
  firstName: required,
  lastName: required,
  bornOn: day,
  licenceNumber: required.max(30, { error: 'too_long' }),
  licenceCategory: required.max(20, { error: 'too_long' }),
  licenceSince: day,
  licenceCountry: country,
});

const moment = z.iso.datetime({ error: 'required' }).transform((value) => instant(value));

export const checkOutForm = z.strictObject({
  /** The reservation that is handed over; null for a walk-in. */
  reservationId: z.uuid().nullable(),
  customer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), id: z.uuid({ error: 'required' }) }),
    z.strictObject({ kind: z.literal('new'), person: personForm }),
  ]),
  driver: driverForm,
  vehicleId: z.uuid({ error: 'required' }),
  startsAt: moment,
  endsAt: moment,
  returnBranchId: z.uuid({ error: 'required' }),
  odometerKm: whole.max(9_999_999, { error: 'number' }),
  fuelEighths: whole.max(8, { error: 'number' }),
  note: z.string().trim().max(1000, { error: 'too_long' }),
  depositMethod: z.enum(['card', 'cash', 'none']),
  signature: signatureField.nullable(),
});

export type CheckOutForm = z.output<typeof checkOutForm>;
/** As typed, before it is checked. */
export type CheckOutFormInput = z.input<typeof checkOutForm>;
export type PersonFormInput = z.input<typeof personForm>;
export type DriverFormInput = z.input<typeof driverForm>;
