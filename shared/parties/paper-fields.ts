import { z } from 'zod';
import { basisPoints, rappen } from '../money/rappen.ts';
import { countryCodes } from '../qr-bill/countries.ts';
import { type Iban, checkIban, isQrIban } from '../qr-bill/iban.ts';
import type { Result } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import { type Phone, normalisePhone } from './phone.ts';
import { imageField } from './paper-image.ts';
import { paperText } from './paper-text.ts';
import { type Uid, checkUid } from './uid.ts';
import { because, refuseField } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';
import { type FieldRefusal, parseFields } from '../validation/parse-fields.ts';

/** The fields that contract and invoice have in common. Money is in Rappen, moments are UTC, days are Swiss days. */

export const paperLanguage = z.enum(['de', 'fr', 'it', 'en']);
export type PaperLanguage = z.infer<typeof paperLanguage>;

const largestAmount = 99_999_999_999;

export const amountField = wholeField(-largestAmount, largestAmount).transform(rappen);
export const positiveAmountField = wholeField(0, largestAmount).transform(rappen);
export const rateField = wholeField(0, 10_000).transform(basisPoints);

/**
 * A whole number within limits. Outside of them the paper's further rules are not asked: their sums would leave what a
 * number can hold.
 */
export function wholeField(min: number, max: number) {
  return z.int({ abort: true }).min(min, { abort: true }).max(max, { abort: true });
}

/** Exactly `2026-11-20T13:30:00.000Z`, as `Instant` is, and a moment that exists: `Date` takes February 30 for March 2. */
export const instantField = z
  .string()
  .refine(
    (text) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
      !Number.isNaN(Date.parse(text)) &&
      new Date(text).toISOString() === text,
    because({ code: 'instant' }),
  )
  .transform(instant);

/** `2026-11-20`, and a day that exists. */
export const dayField = z.iso.date({ abort: true }).transform(isoDay);

/** A `#rrggbb` colour. */
export const colourField = z
  .string()
  .refine((text) => /^#[0-9a-f]{6}$/i.test(text), because({ code: 'colour' }));

const uidField = fieldOf<Uid>((text) => checkUid(text), 20);
const phoneField = fieldOf<Phone>((text) => normalisePhone(text), 30);
const ibanField = fieldOf<Iban>((text) => checkIban(text), 34);

export const emailField = z
  .string()
  .max(120)
  .refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), because({ code: 'email' }))
  .pipe(paperText({ max: 120 }));

export const addressField = z.strictObject({
  street: paperText({ max: 70, min: 0 }),
  houseNumber: paperText({ max: 16, min: 0 }),
  postcode: paperText({ max: 16 }),
  town: paperText({ max: 35 }),
  country: z.string().refine((code) => countryCodes.has(code), because({ code: 'country_unknown' })),
});

/** The company whose paper it is. */
export const companyField = z.strictObject({
  name: paperText({ max: 70 }),
  address: addressField,
  phone: phoneField.nullable(),
  email: emailField.nullable(),
  website: paperText({ max: 80 }).nullable(),
  uid: uidField.nullable(),
  /** Whether the UID is printed as a VAT number. A company that is not registered may not mention VAT at all. */
  vatRegistered: z.boolean(),
  /** For payments with a creditor reference or none. */
  iban: ibanField.nullable(),
  /** For payments with a QR reference. */
  qrIban: ibanField.refine((iban) => isQrIban(iban), because({ code: 'qr_iban' })).nullable(),
  /** Stands at the head of every first page, at most 40 × 14 mm. */
  logo: imageField({ maxBytes: 300_000 }).nullable().default(null),
  /** The one accent colour of the papers; dark ink is set on it. */
  accent: colourField.default('#ffd000'),
});

/** Who rents or pays. */
export const customerField = z.strictObject({
  /** Person or company, as it stands on an envelope. */
  name: paperText({ max: 70 }),
  /** A second line: the contact in a company, `c/o`, a department. */
  addition: paperText({ max: 70 }).nullable(),
  address: addressField,
  phone: phoneField.nullable(),
  email: emailField.nullable(),
  customerNumber: paperText({ max: 20 }).nullable(),
});

/** One line of the bill. Prices include VAT. */
const lineField = z
  .strictObject({
    title: paperText({ max: 120 }),
    /** How the amount comes about, small print: `79.00 je Tag`. */
    explanation: paperText({ max: 240 }).nullable(),
    amount: amountField,
    /** `none` for what is outside VAT, such as damage compensation: VAT is then not mentioned. */
    vatKind: z.enum(['standard', 'none']),
    /** In hundredths of a percent, as of the day of the service; 0 with `none`. */
    vatRate: rateField,
  })
  .refine((line) => line.vatKind === 'standard' || line.vatRate === 0, {
    ...because({ code: 'vat_rate' }),
    path: ['vatRate'],
  });
export type PaperLine = z.infer<typeof lineField>;

const mostRates = 8;

/** The lines of a paper. Several VAT rates are rare, more than eight are a mistake. */
export function linesField(max: number) {
  return z
    .array(lineField)
    .min(1)
    .max(max)
    .refine(
      (lines) => new Set(lines.map(({ vatRate }) => vatRate)).size <= mostRates,
      because({ code: 'vat_rates', limit: mostRates }),
    );
}

export type PaperCompany = z.infer<typeof companyField>;
export type PaperCustomer = z.infer<typeof customerField>;

/** Why a paper is not made: the first field that is wrong, as `customer.address.town`, and the reason with its facts. */
export type PaperRefusal = FieldRefusal<'paper_field'>;

/** Parses a paper that came over a wire, and names the first wrong field. */
export function parsePaper<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, PaperRefusal> {
  return parseFields(schema, input, 'paper_field');
}

/** A field that one of our own checks reads and normalises. */
function fieldOf<Value>(check: (text: string) => Result<Value, Fault>, max: number) {
  return z
    .string()
    .max(max, { abort: true })
    .transform((text, context) => {
      const checked = check(text);
      if (checked.ok) return checked.value;
      refuseField(context, [], checked.refusal);
      return z.NEVER;
    });
}
