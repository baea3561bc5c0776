import { z } from 'zod';
import { type Rappen, subtract } from '../money/rappen.ts';
import { isSeriesNumber } from '../numbering/series-number.ts';
import {
  type PaperRefusal,
  addressField,
  amountField,
  companyField,
  customerField,
  instantField,
  linesField,
  paperLanguage,
  parsePaper,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import type { Result } from '../result/result.ts';
import { because } from '../validation/because.ts';
import { paperTotals } from '../invoices/invoice-paper-totals.ts';
import { signatureField } from './contract-paper-signature.ts';

/**
 * Everything that stands on an amendment of a signed contract, complete in itself: what was agreed, what it was before,
 * and the whole price as it is from now on.
 */
export const amendmentPaper = z
  .strictObject({
    language: paperLanguage,
    /** `ZRH-A-26-N00003` */
    number: z
      .string()
      .refine((text) => isSeriesNumber(text, 'amendment'), because({ code: 'number', kind: 'amendment' })),
    contractNumber: z
      .string()
      .refine((text) => isSeriesNumber(text, 'contract'), because({ code: 'number', kind: 'contract' })),
    /** When the contract was signed. */
    contractSignedAt: instantField,
    /** The how manieth of the contract, from 1. */
    position: z.int().min(1).max(99),
    issuedAt: instantField,
    company: companyField,
    branch: z.strictObject({
      name: paperText({ max: 70 }),
      address: addressField,
      phone: companyField.shape.phone,
    }),
    counter: paperText({ max: 40 }),
    clerk: paperText({ max: 70 }),
    customer: customerField,
    changes: z
      .array(
        z.strictObject({
          /** `Rückgabe`, `Fahrzeug`, `Zusatzlenker` … */
          what: paperText({ max: 60 }),
          /** `null` where there was nothing. */
          before: paperText({ max: 160 }).nullable(),
          now: paperText({ max: 160 }),
        }),
      )
      .min(1, because({ code: 'empty' }))
      .max(20),
    /** The whole price as it is from now on. */
    lines: linesField(200),
    /** The total of the contract before this amendment. */
    totalBefore: amountField,
    notes: paperText({ max: 1000, lines: true }).nullable(),
    /** `null` leaves a line to sign on paper. */
    signature: signatureField.nullable(),
    signedAt: instantField.nullable(),
  })
  .refine((paper) => (paper.signature === null) === (paper.signedAt === null), {
    ...because({ code: 'signed_at' }),
    path: ['signedAt'],
  });

export type AmendmentPaper = z.output<typeof amendmentPaper>;
/** The same before parsing: plain numbers and strings. */
export type AmendmentPaperInput = z.input<typeof amendmentPaper>;

/** What the renter pays in addition; negative: what comes off. */
export function amendmentDifference(paper: Pick<AmendmentPaper, 'lines' | 'totalBefore'>): Rappen {
  return subtract(paperTotals(paper.lines).total, paper.totalBefore);
}

export function parseAmendmentPaper(input: unknown): Result<AmendmentPaper, PaperRefusal> {
  return parsePaper(amendmentPaper, input);
}
