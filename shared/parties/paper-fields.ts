import { z } from 'zod';
import { basisPoints, rappen } from '../money/rappen.ts';
import { countryCodes } from '../qr-bill/countries.ts';
import { type Iban, checkIban, isQrIban } from '../qr-bill/iban.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import { type Phone, normalisePhone } from './phone.ts';
import { imageField } from './paper-image.ts';
import { paperText } from './paper-text.ts';
import { type Uid, checkUid } from './uid.ts';

/** The fields that contract and invoice have in common. Money is in Rappen, moments are UTC, days are Swiss days. */

export const paperLanguage = z.enum(['de', 'fr', 'it', 'en']);
export type PaperLanguage = z.infer<typeof paperLanguage>;

const largestAmount = 99_999_999_999;

export const amountField = z.int().min(-largestAmount).max(largestAmount).transform(rappen);
export const positiveAmountField = z.int().min(0).max(largestAmount).transform(rappen);
export const rateField = z.int().min(0).max(10_000).transform(basisPoints);

/** Exactly `2026-11-20T13:30:00.000Z`, as `Instant` is. */
export const instantField = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)),
    {
      error: 'instant: must be a UTC moment with milliseconds',
      abort: true,
    },
  )
  .transform(instant);

/** `2026-11-20`, and a day that exists. */
export const dayField = z.iso
  .date({ error: 'day: must be a day as yyyy-mm-dd', abort: true })
  .transform(isoDay);

/** A `#rrggbb` colour. */
export const colourField = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'colour: must be #rrggbb' });

const uidField = fieldOf<Uid>((text) => checkUid(text), 20);
const phoneField = fieldOf<Phone>((text) => normalisePhone(text), 30);
const ibanField = fieldOf<Iban>((text) => checkIban(text), 34);

export const emailField = z
  .string()
  .max(120, { error: 'too_long: at most 120 characters' })
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, { error: 'email: must be an e-mail address' })
  .pipe(paperText({ max: 120 }));

export const addressField = z.strictObject({
  street: paperText({ max: 70, min: 0 }),
  houseNumber: paperText({ max: 16, min: 0 }),
  postcode: paperText({ max: 16 }),
  town: paperText({ max: 35 }),
  country: z
    .string()
    .refine((code) => countryCodes.has(code), { error: 'country: must be ISO 3166-1 alpha-2' }),
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
  qrIban: ibanField.refine((iban) => isQrIban(iban), { error: 'qr_iban: is not a QR-IBAN' }).nullable(),
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
    error: 'vat_rate: must be 0 when vatKind is none',
    path: ['vatRate'],
  });
export type PaperLine = z.infer<typeof lineField>;

/** The lines of a paper. Several VAT rates are rare, more than eight are a mistake. */
export function linesField(max: number) {
  return z
    .array(lineField)
    .min(1, { error: 'empty: must have a line' })
    .max(max, { error: `too_many: at most ${max} lines` })
    .refine((lines) => new Set(lines.map(({ vatRate }) => vatRate)).size <= 8, {
      error: 'vat_rates: at most 8 different rates',
    });
}

export type PaperCompany = z.infer<typeof companyField>;
export type PaperCustomer = z.infer<typeof customerField>;

/** Why a paper is not made: the first field that is wrong, as `customer.address.town`. */
export interface PaperRefusal {
  readonly code: 'paper_field';
  readonly field: string;
  /** `too_long`, `empty`, `characters`, a code of the QR-bill, or `invalid`. */
  readonly reason: string;
  /** For logs and developers, in English. May quote single characters of the field, never the whole of it. */
  readonly message: string;
}

/** Parses a paper that came over a wire, and names the first wrong field. */
export function parsePaper<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, PaperRefusal> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const message = issue?.message ?? 'invalid';
  const reason = /^([a-z0-9_]+): /.exec(message)?.[1] ?? 'invalid';
  return refuse({ code: 'paper_field', field: issue?.path.join('.') ?? '', reason, message });
}

/** A field that one of our own checks reads and normalises. */
function fieldOf<Value>(check: (text: string) => Result<Value>, max: number) {
  return z
    .string()
    .max(max, { error: `too_long: at most ${max} characters`, abort: true })
    .transform((text, context) => {
      const checked = check(text);
      if (checked.ok) return checked.value;
      context.addIssue({ code: 'custom', message: `${checked.refusal.code}: is not valid` });
      return z.NEVER;
    });
}
