import type { InvoicePaperInput } from '#shared/invoices/invoice-paper.ts';
import { payable } from '#shared/invoices/payable.ts';
import { add, times, zero } from '#shared/money/rappen.ts';
import { dayOf, instant } from '#shared/time/instant.ts';
import { holdsNow } from '../contracts/holds-now.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { keptDeposit, paymentWords } from './payment-words.ts';
import { branchOf, companyOf, customerOf } from './company-of.ts';

/** Gathers everything that stands on an issued invoice and its QR-bill. Parsed by the host, which names a wrong field. */
export async function invoicePaperOf(rows: Rows, invoiceId: string): Promise<InvoicePaperInput> {
  const invoice = await rowById(rows, 'invoices', invoiceId);
  if (!invoice.issued_at) throw new Error('a paper was asked of an invoice that is not issued');
  const company = await rowById(rows, 'companies', invoice.company_id);
  const branch = await rowById(rows, 'branches', invoice.branch_id);
  const customer = await rowById(rows, 'customers', invoice.customer_id);
  const counter = await rowById(rows, 'counters', invoice.counter_id);
  const clerk = await rowById(rows, 'users', invoice.clerk_id);
  const contract = invoice.contract_id ? await rowById(rows, 'contracts', invoice.contract_id) : null;
  const vehicleId = contract && holdsNow(contract).vehicleId;
  const vehicle = vehicleId ? await rowById(rows, 'vehicles', vehicleId) : null;
  const lines = await rows
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
  // What was paid with the issue, such as a deposit that was kept; what comes later is not of this paper.
  const payments = await rows
    .selectFrom('payments')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .where('kind', 'in', ['payment', 'refund'])
    .where('paid_at', '<=', invoice.issued_at)
    .orderBy('id')
    .execute();
  const paid = add(
    zero,
    ...payments.map(({ kind, amount }) => (kind === 'refund' ? times(amount, -1) : amount)),
  );
  const isCredit = invoice.kind === 'credit_note';
  const corrected = invoice.corrects_id ? await rowById(rows, 'invoices', invoice.corrects_id) : null;
  const words = paymentWords[invoice.language];
  return payable({
    language: invoice.language,
    kind: isCredit ? 'credit-note' : 'invoice',
    number: invoice.number,
    correctsNumber: corrected?.number ?? null,
    issuedAt: instant(invoice.issued_at),
    issuedOn: invoice.issued_on,
    dueOn: isCredit ? null : invoice.due_on,
    service: { from: invoice.service_from, to: invoice.service_to },
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    counter: counter.name,
    clerk: clerk.display_name,
    customer: customerOf(customer),
    customerReference: null,
    contractNumber: contract?.number ?? null,
    vehicle:
      contract && vehicle
        ? {
            plate: vehicle.id === contract.vehicle_id ? contract.plate : vehicle.plate,
            model: `${vehicle.make} ${vehicle.model}`,
            kilometresDriven: null,
          }
        : null,
    currency: invoice.currency,
    lines: lines.map((line) => ({
      title: line.label,
      explanation: line.explanation || null,
      amount: line.amount,
      vatKind: line.vat_kind,
      vatRate: line.vat_rate,
    })),
    vat: invoice.vat === null ? null : (JSON.parse(invoice.vat) as InvoicePaperInput['vat']),
    payments: payments.map(({ kind, method, reference, amount, paid_at: paidAt }) => ({
      label: reference === keptDeposit ? words.deposit : words[method],
      paidOn: dayOf(paidAt),
      amount: kind === 'refund' ? times(amount, -1) : amount,
    })),
    payment:
      !isCredit && invoice.total > paid && invoice.reference !== null
        ? {
            reference: {
              type: invoice.reference.startsWith('RF') ? 'SCOR' : 'QRR',
              value: invoice.reference,
            },
            message: null,
            debtor: 'customer',
          }
        : null,
    notes: null,
  });
}
