import { z } from 'zod';
import { countryCodes } from '../qr-bill/countries.ts';
import { isoDay } from '../time/instant.ts';
import { whenSound } from '../validation/when-sound.ts';
import { unprintableCharacters } from './paper-text.ts';
import { normalisePhone } from './phone.ts';

/**
 * What is kept of a customer, as a form or a file hands it over. Messages are codes, as in `checkOutForm`: what is let
 * through here can stand on every paper. A customer needs a name and nothing else: the check-out asks for what it needs.
 */
const longest = 70;
const text = z
  .string({ error: 'required' })
  .trim()
  .max(longest, { error: 'too_long' })
  .refine((typed) => unprintableCharacters(typed).length === 0, { error: 'characters' });
const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => countryCodes.has(code), { error: 'country' });
// No unions: what is wrong with a part of one is told as the whole's.
const day = z.iso
  .date({ error: 'day' })
  .refine((value) => value >= '1900-01-01' && value <= '2100-12-31', { error: 'day' })
  .transform(isoDay)
  .nullable();

export const customerForm = z
  .strictObject({
    kind: z.enum(['person', 'company']),
    firstName: text,
    lastName: text,
    companyName: text,
    street: text,
    buildingNumber: text.max(16, { error: 'too_long' }),
    postalCode: text.max(16, { error: 'too_long' }),
    town: text.max(35, { error: 'too_long' }),
    country,
    phone: text
      .max(30, { error: 'too_long' })
      .refine((typed) => typed === '' || normalisePhone(typed).ok, { error: 'phone' })
      .transform((typed) => {
        const read = normalisePhone(typed);
        return read.ok ? read.value : typed;
      }),
    email: z
      .string()
      .trim()
      .max(120, { error: 'too_long' })
      .refine((typed) => typed === '' || z.email().safeParse(typed).success, { error: 'email' }),
    language: z.enum(['de', 'fr', 'it', 'en']),
    bornOn: day,
    licenceNumber: text.max(30, { error: 'too_long' }),
    licenceCategory: text.max(20, { error: 'too_long' }),
    licenceSince: day,
    licenceExpiresOn: day,
    licenceCountry: country,
    customerGroup: text,
    note: z.string().trim().max(2_000, { error: 'too_long' }),
  })
  .refine(({ kind, lastName }) => kind !== 'person' || lastName !== '', {
    error: 'required',
    path: ['lastName'],
    when: whenSound('kind', 'lastName'),
  })
  .refine(({ kind, companyName }) => kind !== 'company' || companyName !== '', {
    error: 'required',
    path: ['companyName'],
    when: whenSound('kind', 'companyName'),
  })
  // On an envelope and in a QR-bill the name is one line of 70 characters.
  .refine(({ firstName, lastName }) => `${firstName} ${lastName}`.length <= longest, {
    error: 'too_long',
    path: ['lastName'],
    when: whenSound('firstName', 'lastName'),
  })
  .refine(({ bornOn, licenceSince }) => bornOn === null || licenceSince === null || licenceSince >= bornOn, {
    error: 'day',
    path: ['licenceSince'],
    when: whenSound('bornOn', 'licenceSince'),
  });

export type CustomerForm = z.output<typeof customerForm>;
export type CustomerField = keyof CustomerForm;
export type CustomerInput = Readonly<Record<CustomerField, unknown>>;

/** The sentence of each stands in the window's texts under `field`. */
export const customerFaults = [
  'required',
  'too_long',
  'characters',
  'country',
  'day',
  'phone',
  'email',
  'invalid',
] as const;
export type CustomerFault = (typeof customerFaults)[number];
export type CustomerErrors = Readonly<Partial<Record<CustomerField, CustomerFault>>>;

/** The customer, or what is wrong with each field; the first fault of a field is told. Nothing typed is changed but spaces. */
export function readCustomer(
  input: CustomerInput,
):
  | { readonly ok: true; readonly value: CustomerForm }
  | { readonly ok: false; readonly errors: CustomerErrors } {
  const parsed = customerForm.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Partial<Record<CustomerField, CustomerFault>> = {};
  for (const { path, message } of parsed.error.issues) {
    errors[path[0] as CustomerField] ??= customerFaults.find((fault) => fault === message) ?? 'invalid';
  }
  return { ok: false, errors };
}

/** What two entries of one person have in common, as the server finds them; empty when nothing says so. */
export interface IdentityKeys {
  /** Country and number of the licence, without what people put between. */
  readonly licence: string;
  readonly birth: string;
}

/** The keys by which the server raises `duplicate_customer` (raise_duplicate_customer). Companies have none. */
export function identityKeys(person: {
  readonly kind: 'person' | 'company';
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: string | null;
  readonly licenceNumber: string;
  readonly licenceCountry: string;
}): IdentityKeys {
  if (person.kind === 'company') return { licence: '', birth: '' };
  const number = person.licenceNumber.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();
  const name = `${person.firstName.trim()} ${person.lastName.trim()}`.toLowerCase();
  return {
    licence: number === '' ? '' : `${person.licenceCountry}/${number}`,
    birth: person.bornOn === null ? '' : `${person.bornOn}/${name}`,
  };
}
