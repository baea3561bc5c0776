import { z } from 'zod';
import { isSeriesNumber } from '../numbering/series-number.ts';
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
  rateField,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';

import type { Result } from '../result/result.ts';
import { checkGivenVat } from './given-vat.ts';
import { invoiceQrBill } from './invoice-paper-qr-bill.ts';
import { because, refuseField } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';

const reference = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QRR'), value: z.string().max(40) }),
  z.strictObject({ type: z.literal('SCOR'), value: z.string().max(40) }),
  z.strictObject({ type: z.literal('NON') }),
]);

/** What stands on an invoice; `invoicePaper` adds the rules that join several fields. */
const fields = z.strictObject({
  language: paperLanguage,
  /** A credit note has no payment part. */
  kind: z.enum(['invoice', 'credit-note']),
  number: z
    .string()
    .refine((text) => isSeriesNumber(text, 'invoice'), because({ code: 'number', kind: 'invoice' })),
  /** On a credit note the invoice it corrects; otherwise `null`. */
  correctsNumber: paperText({ max: 30 }).nullable(),
  issuedAt: instantField,
  issuedOn: dayField,
  dueOn: dayField.nullable(),
  /** The days of the service (MWSTG 26). */
  service: z.strictObject({ from: dayField, to: dayField }),
  company: companyField,
  branch: z.strictObject({
    name: paperText({ max: 70 }),
    address: addressField,
    phone: companyField.shape.phone,
  }),
  counter: paperText({ max: 40 }),
  clerk: paperText({ max: 70 }),
  customer: customerField,
  /** The customer's own order number or contact, as they asked to see it. */
  customerReference: paperText({ max: 40 }).nullable(),
  contractNumber: paperText({ max: 30 }).nullable(),
  /** For invoices out of a contract. */
  vehicle: z
    .strictObject({
      plate: paperText({ max: 14 }),
      model: paperText({ max: 80 }),
      kilometresDriven: z.int().min(0).max(9_999_999).nullable(),
    })
    .nullable(),
  currency: z.enum(['CHF', 'EUR']),
  lines: linesField(500),
  /**
   * The VAT by rate, the highest first, where it is not simply that of the lines: credits of one invoice share its VAT to
   * the Rappen (`Credit.vat`). `null` computes it.
   */
  vat: z
    .array(z.strictObject({ rate: rateField, gross: amountField, net: amountField, vat: amountField }))
    .max(8)
    .nullable()
    .default(null),
  /** What was already paid, as positive amounts; money given back is negative. */
  payments: z
    .array(z.strictObject({ label: paperText({ max: 80 }), paidOn: dayField, amount: amountField }))
    .max(40),
  /** How what is open is paid; `null` when nothing is. */
  payment: z
    .strictObject({
      reference,
      /** On the payment part, for people: `Vertrag ZRH-A-26-00042`. */
      message: paperText({ max: 100 }).nullable(),
      /** `blank` leaves the payer to be written by hand. */
      debtor: z.enum(['customer', 'blank']),
    })
    .nullable(),
  notes: paperText({ max: 1000, lines: true }).nullable(),
});

export type InvoicePaper = z.output<typeof fields>;

/**
 * Everything that stands on an invoice with its QR-bill, complete in itself (MWSTG 26). It travels over IPC, so unknown
 * keys are refused; and a payment part that the QR-bill's rules do not permit is refused here, with its field, before
 * anything is drawn.
 */
export const invoicePaper = fields.superRefine((paper, context) => {
  const refuse = (path: readonly (string | number)[], fault: Fault) => refuseField(context, path, fault);
  if (paper.service.from > paper.service.to) refuse(['service', 'to'], { code: 'period' });
  if (paper.dueOn !== null && paper.dueOn < paper.issuedOn) refuse(['dueOn'], { code: 'due' });
  if (paper.lines.some(({ vatKind }) => vatKind === 'standard') && !paper.company.vatRegistered) {
    const allZero = paper.lines.every(({ vatRate }) => vatRate === 0);
    if (!allZero) refuse(['company', 'vatRegistered'], { code: 'vat' });
  }
  if (paper.company.vatRegistered && paper.company.uid === null) {
    refuse(['company', 'uid'], { code: 'vat_without_uid' });
  }
  const wrongVat = paper.vat === null ? null : checkGivenVat(paper.lines, paper.vat);
  if (wrongVat !== null) refuse(['vat', ...wrongVat.path], wrongVat.fault);
  if (paper.payment === null) return;
  if (paper.kind === 'credit-note') {
    refuse(['payment'], { code: 'payment' });
    return;
  }
  const bill = invoiceQrBill(paper);
  if (!bill.ok) {
    const { field, ...fault } = bill.refusal;
    refuse(['payment', ...field.split('.')], fault);
  }
});

/** The same before parsing: plain numbers and strings. */
export type InvoicePaperInput = z.input<typeof fields>;

export function parseInvoicePaper(input: unknown): Result<InvoicePaper, PaperRefusal> {
  return parsePaper(invoicePaper, input);
}
