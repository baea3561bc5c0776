import { z } from 'zod';
import { type Rappen, subtract, zero } from '../money/rappen.ts';
import { roundForCash } from '../money/rounding.ts';
import { isSeriesNumber } from '../numbering/series-number.ts';
import {
  type PaperRefusal,
  addressField,
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
import type { Result } from '../result/result.ts';
import { paperTotals } from './invoice-paper-totals.ts';
import { because, refuseField } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';

/** Up to here a till receipt may leave out who paid (MWSTG 26(3), MWSTV 57). */
export const largestNamelessReceipt = 40_000;

const fields = z.strictObject({
  language: paperLanguage,
  /** Of the counter's series: `ZRH-A-26-Q00009`. */
  number: z
    .string()
    .refine((text) => isSeriesNumber(text, 'receipt'), because({ code: 'number', kind: 'receipt' })),
  issuedAt: instantField,
  service: z.strictObject({ from: dayField, to: dayField }),
  company: companyField,
  branch: z.strictObject({
    name: paperText({ max: 70 }),
    address: addressField,
    phone: companyField.shape.phone,
  }),
  counter: paperText({ max: 40 }),
  clerk: paperText({ max: 70 }),
  /** `null` up to CHF 400. */
  customer: customerField.nullable(),
  invoiceNumber: paperText({ max: 30 }).nullable(),
  contractNumber: paperText({ max: 30 }).nullable(),
  currency: z.enum(['CHF', 'EUR']),
  lines: linesField(200),
  method: z.enum(['cash', 'card', 'twint', 'bank']),
  /** What was put on the counter, for cash; `null` when it was the exact amount. */
  given: positiveAmountField.nullable(),
  notes: paperText({ max: 1000, lines: true }).nullable(),
});

export type ReceiptPaper = z.output<typeof fields>;
/** The same before parsing: plain numbers and strings. */
export type ReceiptPaperInput = z.input<typeof fields>;

/** A receipt for what was paid on the spot, complete in itself. */
export const receiptPaper = fields.superRefine((paper, context) => {
  const refuse = (path: readonly (string | number)[], fault: Fault) => refuseField(context, path, fault);
  const { total, pay } = receiptAmounts(paper);
  if (total <= 0) refuse(['lines'], { code: 'amount_not_positive' });
  if (paper.service.from > paper.service.to) refuse(['service', 'to'], { code: 'period' });
  // The limit is in francs; in euros nobody is left out.
  if (paper.customer === null && (total > largestNamelessReceipt || paper.currency !== 'CHF')) {
    refuse(['customer'], { code: 'customer_missing' });
  }
  if (paper.given !== null && paper.method !== 'cash') refuse(['given'], { code: 'not_cash' });
  if (paper.given !== null && paper.given < pay) refuse(['given'], { code: 'too_little' });
  if (paper.company.vatRegistered && paper.company.uid === null) {
    refuse(['company', 'uid'], { code: 'vat_without_uid' });
  }
  const charged = paper.lines.some(({ vatRate }) => vatRate > 0);
  if (charged && !paper.company.vatRegistered) {
    refuse(['company', 'vatRegistered'], { code: 'vat' });
  }
});

/** What was paid: francs in cash to 5 Rappen, everything else to the Rappen. The rounding is no turnover: VAT stays. */
export function receiptAmounts(
  paper: Pick<ReceiptPaper, 'lines' | 'method' | 'currency' | 'given'>,
): Readonly<Record<'total' | 'rounding' | 'pay' | 'change', Rappen>> {
  const { total } = paperTotals(paper.lines);
  const pay = paper.method === 'cash' && paper.currency === 'CHF' ? roundForCash(total) : total;
  return {
    total,
    rounding: subtract(pay, total),
    pay,
    change: paper.given === null ? zero : subtract(paper.given, pay),
  };
}

export function parseReceiptPaper(input: unknown): Result<ReceiptPaper, PaperRefusal> {
  return parsePaper(receiptPaper, input);
}
