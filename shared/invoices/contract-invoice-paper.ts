import type { PaperRefusal } from '../parties/paper-fields.ts';
import type { Result } from '../result/result.ts';
import type { ContractInvoice } from './contract-bill.ts';
import { type InvoicePaper, type InvoicePaperInput, parseInvoicePaper } from './invoice-paper.ts';

/** What stands on an invoice besides what it bills: numbers, parties, days, how to pay. */
export type InvoiceHead = Omit<
  InvoicePaperInput,
  'kind' | 'correctsNumber' | 'service' | 'lines' | 'vat' | 'payments'
>;

/** The paper of a rental or damage invoice. What is paid already asks for nothing: the payment part is left out. */
export function contractInvoicePaper(
  { lines, service, payments, open }: ContractInvoice,
  head: InvoiceHead,
): Result<InvoicePaper, PaperRefusal> {
  return parseInvoicePaper({
    ...head,
    kind: 'invoice',
    correctsNumber: null,
    service,
    lines: lines.map(({ title, explanation, amount, vatKind, vatRate }) => ({
      title,
      explanation,
      amount,
      vatKind,
      vatRate,
    })),
    payments: [...payments],
    payment: open > 0 ? head.payment : null,
  } satisfies InvoicePaperInput);
}
