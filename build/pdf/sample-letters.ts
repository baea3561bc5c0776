import { type ReceiptPaper, type ReceiptPaperInput, receiptPaper } from '#shared/invoices/receipt-paper.ts';
import {
  type ReminderPaper,
  type ReminderPaperInput,
  reminderPaper,
} from '#shared/invoices/reminder-paper.ts';
import { invoiceInput } from './sample-papers.ts';

/** Believable receipts and reminders, of the invoice in `sample-papers.ts`. */

export function receiptInput(overrides: Partial<ReceiptPaperInput> = {}): ReceiptPaperInput {
  const { language, issuedAt, service, company, branch, counter, clerk, contractNumber, lines } =
    invoiceInput();
  return {
    language,
    number: 'ZRH-A-26-Q00009',
    issuedAt,
    service,
    company,
    branch,
    counter,
    clerk,
    customer: null,
    invoiceNumber: 'ZRH-A-26-R00017',
    contractNumber,
    currency: 'CHF',
    lines: lines.map((line, at) => (at === 0 ? { ...line, amount: 23_702 } : line)),
    method: 'cash',
    given: 40_000,
    notes: null,
    ...overrides,
  };
}

export function reminderInput(overrides: Partial<ReminderPaperInput> = {}): ReminderPaperInput {
  const { language, company, branch, clerk, customer, contractNumber, payment } = invoiceInput();
  if (payment === null) throw new Error('the sample invoice is paid by QR-bill');
  return {
    language,
    step: 2,
    issuedAt: '2027-01-22T09:00:00.000Z',
    issuedOn: '2027-01-22',
    payUntil: '2027-02-01',
    company,
    branch,
    clerk,
    customer,
    contractNumber,
    invoice: { number: 'ZRH-A-26-R00017', issuedOn: '2026-11-23', dueOn: '2026-12-23', total: 35_685 },
    settled: 10_000,
    fees: [
      { step: 1, on: '2027-01-02', amount: 0 },
      { step: 2, on: '2027-01-22', amount: 2_000 },
    ],
    currency: 'CHF',
    payment: { reference: payment.reference, message: 'Rechnung ZRH-A-26-R00017' },
    ...overrides,
  };
}

export function sampleReceipt(overrides: Partial<ReceiptPaperInput> = {}): ReceiptPaper {
  return receiptPaper.parse(receiptInput(overrides));
}

export function sampleReminder(overrides: Partial<ReminderPaperInput> = {}): ReminderPaper {
  return reminderPaper.parse(reminderInput(overrides));
}
