import { z } from 'zod';
import { unprintableCharacters } from '../parties/paper-text.ts';
import { normalisePhone } from '../parties/phone.ts';
import { noOptions, rentalOptionsSchema } from '../pricing/rental-options.ts';
import { countryCodes } from '../qr-bill/countries.ts';
import { instant, isoDay } from '../time/instant.ts';
import { whenSound } from '../validation/when-sound.ts';
import { signatureField } from './contract-paper-signature.ts';

/**
 * What the form of a check-out hands over. Messages are codes: `required`, `too_long`, `characters`, `day`, `number`,
 * `country`, `phone`, `email`; the screen says them in the clerk's language, beside the field named by the path. What is
 * let through here can stand on every paper: a contract whose paper cannot be made would help nobody.
 */
const longest = 70;
const text = z
  .string({ error: 'required' })
  .trim()
  .max(longest, { error: 'too_long' })
  .refine((typed) => unprintableCharacters(typed).length === 0, { error: 'characters' });
/** 240 characters on the contract, less the keys. */
const longestAccessories = 220;
const required = text.min(1, { error: 'required' });
const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => countryCodes.has(code), { error: 'country' });
const day = z.iso
  .date({ error: (issue) => (issue.input === '' ? 'required' : 'day') })
  .refine((value) => value >= '1900-01-01' && value <= '2100-12-31', { error: 'day' })
  .transform(isoDay);
const whole = z.int({ error: 'number' }).min(0, { error: 'number' });

export const personForm = z
  .strictObject({
    firstName: required,
    lastName: required,
    street: required,
    buildingNumber: text.max(16, { error: 'too_long' }),
    postalCode: required.max(16, { error: 'too_long' }),
    town: required.max(35, { error: 'too_long' }),
    country,
    phone: text
      .max(30, { error: 'too_long' })
      .refine((typed) => typed === '' || normalisePhone(typed).ok, { error: 'phone' }),
    email: z.union([z.literal(''), z.email({ error: 'email' }).max(120, { error: 'too_long' })]),
    language: z.enum(['de', 'fr', 'it', 'en']),
  })
  // On an envelope and in a QR-bill the name is one line of 70 characters.
  .refine(({ firstName, lastName }) => `${firstName} ${lastName}`.length <= longest, {
    error: 'too_long',
    path: ['lastName'],
    when: whenSound('firstName', 'lastName'),
  });

export const driverForm = z
  .strictObject({
    firstName: required,
    lastName: required,
    bornOn: day,
    licenceNumber: required.max(30, { error: 'too_long' }),
    licenceCategory: required.max(20, { error: 'too_long' }),
    licenceSince: day,
    /** The last day; null where none is printed, as on Swiss licences. */
    licenceExpiresOn: day.nullable().default(null),
    licenceCountry: country,
  })
  .refine(({ firstName, lastName }) => `${firstName} ${lastName}`.length <= longest, {
    error: 'too_long',
    path: ['lastName'],
    when: whenSound('firstName', 'lastName'),
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
  options: rentalOptionsSchema.default(noOptions),
  odometerKm: whole.max(9_999_999, { error: 'number' }),
  fuelEighths: whole.max(8, { error: 'number' }),
  note: z
    .string()
    .trim()
    .max(1000, { error: 'too_long' })
    .refine((typed) => unprintableCharacters(typed.replaceAll('\n', '')).length === 0, {
      error: 'characters',
    }),
  /** How many keys go along. */
  keys: whole.max(20, { error: 'number' }).default(1),
  /** What else goes along. All of it stands in one line of the contract. */
  accessories: z
    .array(
      z.strictObject({
        name: required.max(60, { error: 'too_long' }),
        count: z.int({ error: 'number' }).min(1, { error: 'number' }).max(99, { error: 'number' }),
      }),
    )
    .max(30, { error: 'too_long' })
    .refine((all) => all.reduce((sum, { name }) => sum + name.length + 6, 0) <= longestAccessories, {
      error: 'too_long',
    })
    .default([]),
  depositMethod: z.enum(['card', 'cash', 'twint', 'none']),
  signature: signatureField.nullable(),
});

export type CheckOutForm = z.output<typeof checkOutForm>;
/** As typed, before it is checked. */
export type CheckOutFormInput = z.input<typeof checkOutForm>;
export type PersonForm = z.output<typeof personForm>;
export type PersonFormInput = z.input<typeof personForm>;
export type DriverFormInput = z.input<typeof driverForm>;
