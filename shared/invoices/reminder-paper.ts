import { z } from 'zod';
import { type Rappen, add, subtract } from '../money/rappen.ts';
import {
  type PaperRefusal,
  addressField,
  companyField,
  customerField,
  dayField,
  instantField,
  paperLanguage,
  parsePaper,
  positiveAmountField,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import { type QrBillRefusal, checkQrBill } from '../qr-bill/check-qr-bill.ts';
import type { ValidQrBill } from '../qr-bill/qr-bill.ts';
import type { Result } from '../result/result.ts';
import { refuseField } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';

const stepField = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const fields = z.strictObject({
  language: paperLanguage,
  step: stepField,
  issuedAt: instantField,
  issuedOn: dayField,
  payUntil: dayField,
  company: companyField,
  branch: z.strictObject({
    name: paperText({ max: 70 }),
    address: addressField,
    phone: companyField.shape.phone,
  }),
  clerk: paperText({ max: 70 }),
  customer: customerField,
  contractNumber: paperText({ max: 30 }).nullable(),
  invoice: z.strictObject({
    number: paperText({ max: 30 }),
    issuedOn: dayField,
    dueOn: dayField,
    total: positiveAmountField,
  }),
  /** Payments and credits so far. */
  settled: positiveAmountField,
  /** Of this and earlier steps, each once. */
  fees: z.array(z.strictObject({ step: stepField, on: dayField, amount: positiveAmountField })).max(3),
  currency: z.enum(['CHF', 'EUR']),
  payment: z.strictObject({
    reference: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('QRR'), value: z.string().max(40) }),
      z.strictObject({ type: z.literal('SCOR'), value: z.string().max(40) }),
      z.strictObject({ type: z.literal('NON') }),
    ]),
    message: paperText({ max: 100 }).nullable(),
  }),
});

export type ReminderPaper = z.output<typeof fields>;
/** The same before parsing: plain numbers and strings. */
export type ReminderPaperInput = z.input<typeof fields>;

/** A payment reminder of one invoice, complete in itself. Its QR-bill is checked here, before anything is drawn. */
export const reminderPaper = fields.superRefine((paper, context) => {
  const refuse = (path: readonly (string | number)[], fault: Fault) => refuseField(context, path, fault);
  if (paper.settled >= paper.invoice.total) refuse(['settled'], { code: 'nothing_open' });
  if (paper.issuedOn <= paper.invoice.dueOn) refuse(['issuedOn'], { code: 'not_overdue' });
  if (paper.payUntil < paper.issuedOn) refuse(['payUntil'], { code: 'due' });
  for (const [at, { step }] of paper.fees.entries()) {
    const once = paper.fees.findIndex((fee) => fee.step === step) === at;
    if (step > paper.step || !once) refuse(['fees', at, 'step'], { code: 'step' });
  }
  const bill = reminderQrBill(paper);
  if (!bill.ok) {
    const { field, ...fault } = bill.refusal;
    refuse(['payment', ...field.split('.')], fault);
  }
});

/** What is to be paid now: what is open of the invoice, and the fees. */
export function reminderAmount(paper: Pick<ReminderPaper, 'invoice' | 'settled' | 'fees'>): Rappen {
  return add(subtract(paper.invoice.total, paper.settled), ...paper.fees.map(({ amount }) => amount));
}

/** Without billing information: its VAT would not be that of this amount. */
export function reminderQrBill(paper: ReminderPaper): Result<ValidQrBill, QrBillRefusal> {
  const { company, customer, payment } = paper;
  const account = payment.reference.type === 'QRR' ? company.qrIban : company.iban;
  return checkQrBill({
    account: account ?? '',
    creditor: { name: company.name, ...company.address },
    amount: reminderAmount(paper),
    currency: paper.currency,
    debtor: { name: customer.name, ...customer.address },
    reference: payment.reference,
    message: payment.message ?? '',
    billingInformation: '',
    alternativeSchemes: [],
  });
}

export function parseReminderPaper(input: unknown): Result<ReminderPaper, PaperRefusal> {
  return parsePaper(reminderPaper, input);
}
