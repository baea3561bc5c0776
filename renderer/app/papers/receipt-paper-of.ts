import type { ReceiptPaperInput } from '#shared/invoices/receipt-paper.ts';
import { instant } from '#shared/time/instant.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { branchOf, companyOf, customerOf } from './company-of.ts';

/** A payment that does not settle the whole bill names it; its VAT stands there. */
const partWords = {
  de: (number: string) => `Zahlung zu Rechnung ${number}`,
  fr: (number: string) => `Paiement de la facture ${number}`,
  it: (number: string) => `Pagamento della fattura ${number}`,
  en: (number: string) => `Payment of invoice ${number}`,
} as const;

/** Gathers what stands on the receipt of a payment: the lines of the bill where it settles all of it, else how much of it. */
export async function receiptPaperOf(rows: Rows, paymentId: string): Promise<ReceiptPaperInput> {
  const payment = await rowById(rows, 'payments', paymentId);
  const { receipt, invoice_id: invoiceId } = payment;
  if (!receipt || !invoiceId) throw new Error('a receipt was asked of a payment that has none');
  const [invoice, company, branch, counter, clerk] = await Promise.all([
    rowById(rows, 'invoices', invoiceId),
    rowById(rows, 'companies', payment.company_id),
    rowById(rows, 'branches', payment.branch_id),
    rowById(rows, 'counters', payment.counter_id),
    rowById(rows, 'users', payment.clerk_id),
  ]);
  const customer = await rowById(rows, 'customers', invoice.customer_id);
  const contract = invoice.contract_id
    ? await rows
        .selectFrom('contracts')
        .select('number')
        .where('id', '=', invoice.contract_id)
        .executeTakeFirst()
    : undefined;
  const lines = await rows
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
  const { language } = invoice;
  const whole = payment.amount === invoice.total;
  return {
    language,
    number: receipt,
    issuedAt: instant(payment.paid_at),
    service: { from: invoice.service_from, to: invoice.service_to },
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    counter: counter.name,
    clerk: clerk.display_name,
    customer: customerOf(customer),
    invoiceNumber: invoice.number,
    contractNumber: contract?.number ?? null,
    currency: payment.currency,
    lines: whole
      ? lines.map((line) => ({
          title: line.label,
          explanation: line.explanation || null,
          amount: line.amount,
          vatKind: line.vat_kind,
          vatRate: line.vat_rate,
        }))
      : [
          {
            title: partWords[language](invoice.number),
            explanation: null,
            amount: payment.amount,
            vatKind: 'none',
            vatRate: 0,
          },
        ],
    method: payment.method,
    given: null,
    notes: null,
  };
}
