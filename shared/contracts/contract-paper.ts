import { z } from 'zod';
import {
  type PaperRefusal,
  addressField,
  amountField,
  companyField,
  customerField,
  dayField,
  instantField,
  linesField,
  paperLanguage,
  parsePaper,
  positiveAmountField,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import { isSeriesNumber } from '../numbering/series-number.ts';
import type { Result } from '../result/result.ts';
import { mostDamages } from './handover.ts';
import { signatureField } from './contract-paper-signature.ts';
import { because } from '../validation/because.ts';

/** What a damage is called in the longest of the languages, and a note as long as its column. */
const longestDamageText = 320;

const driver = z.strictObject({
  name: paperText({ max: 70 }),
  birthDate: dayField,
  licenceNumber: paperText({ max: 30 }),
  /** `B`, `B, BE`, `C1` … */
  licenceCategories: paperText({ max: 20 }),
  licenceIssuedOn: dayField.nullable(),
  licenceExpiresOn: dayField.nullable(),
  /** Country that issued the licence, free: `CH`, `Deutschland`. */
  licenceCountry: paperText({ max: 40 }),
  phone: companyField.shape.phone,
});

const vehicle = z.strictObject({
  /** As on the plate: `ZH 731204`, `GR 12345`; foreign plates as they are. */
  plate: paperText({ max: 14 }),
  vin: z.string().refine((text) => /^[A-HJ-NPR-Z0-9]{17}$/.test(text), because({ code: 'vin' })),
  /** Make and model: `Škoda Octavia Combi 2.0 TDI`. */
  model: paperText({ max: 80 }),
  category: paperText({ max: 60 }),
  colour: paperText({ max: 40 }).nullable(),
  kilometres: z.int().min(0).max(9_999_999),
  /** Tank or battery in eighths, 0 to 8. */
  fuelEighths: z.int().min(0).max(8),
  drive: z.enum(['fuel', 'electric']),
  /** Keys, documents, vignette … */
  accessories: paperText({ max: 240 }).nullable(),
  /** Damage known at hand-over, in the order of the sketch: where and what it is, and its note. */
  damages: z.array(paperText({ max: longestDamageText })).max(mostDamages),
  /** How many more there are than stand here; the paper says so. */
  moreDamages: z.int().min(0).max(9_999).default(0),
});

/**
 * Everything that stands on a rental contract, complete in itself: made once, kept, and made again byte for byte from the
 * same input. It travels over IPC, so unknown keys and wrong types are refused.
 */
export const contractPaper = z
  .strictObject({
    language: paperLanguage,
    number: z
      .string()
      .refine((text) => isSeriesNumber(text, 'contract'), because({ code: 'number', kind: 'contract' })),
    company: companyField,
    branch: z.strictObject({
      name: paperText({ max: 70 }),
      address: addressField,
      phone: companyField.shape.phone,
    }),
    /** `Schalter A` */
    counter: paperText({ max: 40 }),
    clerk: paperText({ max: 70 }),
    customer: customerField,
    drivers: z.array(driver).min(1).max(8),
    vehicle,
    period: z.strictObject({
      from: instantField,
      to: instantField,
      /** Where the vehicle goes back, in one line. */
      returnTo: paperText({ max: 140 }),
    }),
    lines: linesField(200),
    deposit: z
      .strictObject({
        amount: positiveAmountField,
        /** How it is held: `Karte, gehalten bis Rückgabe`. */
        method: paperText({ max: 80 }),
      })
      .nullable(),
    /** What the renter bears of a damage, at most. `null` when there is no cover at all. */
    deductible: positiveAmountField.nullable(),
    kilometres: z.strictObject({
      /** `null` without limit. */
      included: z.int().min(0).max(9_999_999).nullable(),
      pricePerExtra: amountField.nullable(),
    }),
    notes: paperText({ max: 1000, lines: true }).nullable(),
    /** The company's terms in the paper's language; a blank line starts a paragraph. */
    generalTerms: paperText({ max: 30_000, lines: true }).nullable(),
    /** When the contract was written: the paper's date. */
    issuedAt: instantField,
    /** `null` leaves a line to sign on paper. */
    signature: signatureField.nullable(),
    signedAt: instantField.nullable(),
  })
  .refine((paper) => paper.period.from < paper.period.to, {
    ...because({ code: 'period' }),
    path: ['period', 'to'],
  })
  .refine((paper) => (paper.signature === null) === (paper.signedAt === null), {
    ...because({ code: 'signed_at' }),
    path: ['signedAt'],
  });

export type ContractPaper = z.output<typeof contractPaper>;
/** The same before parsing: plain numbers and strings. */
export type ContractPaperInput = z.input<typeof contractPaper>;

export function parseContractPaper(input: unknown): Result<ContractPaper, PaperRefusal> {
  return parsePaper(contractPaper, input);
}
