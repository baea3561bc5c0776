import type { InvoicePaperInput } from '#shared/invoices/invoice-paper.ts';
import { instant } from '#shared/time/instant.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
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
  const vehicle = contract?.vehicle_id ? await rowById(rows, 'vehicles', contract.vehicle_id) : null;
  const lines = await rows
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
  return {
    language: invoice.language,
    kind: 'invoice',
    number: invoice.number,
    correctsNumber: null,
    issuedAt: instant(invoice.issued_at),
    issuedOn: invoice.issued_on,
    dueOn: invoice.due_on,
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
        ? { plate: contract.plate, model: `${vehicle.make} ${vehicle.model}`, kilometresDriven: null }
        : null,
    currency: invoice.currency,
    lines: lines.map((line) => ({
      title: line.label,
      explanation: line.explanation || null,
      amount: line.amount,
      vatKind: line.vat_kind,
      vatRate: line.vat_rate,
    })),
    payments: [],
    payment:
      invoice.total > 0 && invoice.reference !== null
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
  };
}
