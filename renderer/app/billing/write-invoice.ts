import type { Selectable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Json } from '#shared/audit/canonical-json.ts';
import type { BilledLine } from '#shared/invoices/contract-bill.ts';
import { type VatShare, paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { add } from '#shared/money/rappen.ts';
import { creditorReference } from '#shared/numbering/creditor-reference.ts';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import type { SeriesNumber } from '#shared/numbering/series-number.ts';
import { displayName } from '#shared/parties/party-name.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, type IsoDay, addDays, dayOf } from '#shared/time/instant.ts';
import type { CompanyRow, CustomerRow } from '#sync/schema/rows.generated.ts';
import { appendAudit } from '../counter/append-audit.ts';
import type { Counter } from '../counter/counter.ts';
import { nextNumber } from '../counter/next-number.ts';
import { partyOf } from '../counter/party-of.ts';
import type { Tx } from '../counter/transaction.ts';

/** An invoice or credit note as it is to be issued: everything but its number, which it gets with its writing. */
export interface InvoiceToWrite {
  /** The invoice that a credit note corrects; null for an invoice. */
  readonly correctsId: string | null;
  readonly contractId: string | null;
  readonly customer: Selectable<CustomerRow>;
  readonly language: PaperLanguage;
  readonly currency: 'CHF' | 'EUR';
  readonly lines: readonly BilledLine[];
  readonly service: { readonly from: IsoDay; readonly to: IsoDay };
  /** The VAT of a credit note, where it is given and not reckoned anew from its lines (shared/invoices/given-vat.ts). */
  readonly vat?: readonly VatShare[];
}

export interface IssuedInvoice {
  readonly invoiceId: string;
  readonly number: string;
}

/**
 * Issues an invoice or credit note in a transaction: lines, a number of this counter's own series, the payment reference derived
 * from it, the audit link, and the job to make the paper.
 */
export async function writeInvoice(
  tx: Tx,
  counter: Counter,
  company: Pick<Selectable<CompanyRow>, 'payment_days' | 'qr_iban' | 'qr_bank_prefix'>,
  { correctsId, contractId, customer, language, currency, lines, service, vat }: InvoiceToWrite,
  at: Instant,
): Promise<IssuedInvoice> {
  const { place } = counter;
  const { text: number, number: series } = await nextNumber(tx, place, 'invoice', at);
  const totals = paperTotals(lines);
  const invoiceId = uuidv7();
  const issuedOn = dayOf(at);
  const own = { company_id: place.companyId, created_at: at };
  const isCredit = correctsId !== null;
  const written = [
    tx.insertInto('invoices').values({
      ...own,
      id: invoiceId,
      kind: isCredit ? 'credit_note' : 'invoice',
      corrects_id: correctsId,
      branch_id: place.branchId,
      counter_id: place.counterId,
      clerk_id: place.clerkId,
      contract_id: contractId,
      customer_id: customer.id,
      number,
      recipient: JSON.stringify({
        name: displayName(partyOf(customer)),
        street: customer.street,
        building_number: customer.building_number,
        postal_code: customer.postal_code,
        town: customer.town,
        country: customer.country,
      }),
      currency,
      issued_on: issuedOn,
      due_on: isCredit ? issuedOn : addDays(issuedOn, company.payment_days),
      service_from: service.from,
      service_to: service.to,
      total: totals.total,
      vat_total: add(...(vat ?? totals.vat).map((share) => share.vat)),
      ...(vat && { vat: JSON.stringify(vat) }),
      reference: isCredit
        ? null
        : paymentReference(company.qr_iban, company.qr_bank_prefix, place.counterNo, series),
      language,
    }),
    tx.insertInto('invoice_lines').values(
      lines.map((line, index) => ({
        ...own,
        id: uuidv7(),
        invoice_id: invoiceId,
        position: index + 1,
        kind: line.kind,
        label: line.title,
        explanation: line.explanation ?? '',
        quantity: line.quantity,
        unit_price: line.unitPrice,
        amount: line.amount,
        vat_kind: line.vatKind,
        vat_rate: line.vatRate,
      })),
    ),
    // Issued last: from here on the invoice and its lines are frozen, here and on the server.
    tx.updateTable('invoices').set({ issued_at: at }).where('id', '=', invoiceId),
  ];
  const paper = tx.insertInto('paper_jobs').values({
    id: uuidv7(),
    kind: isCredit ? 'credit_note' : 'invoice',
    subject_id: invoiceId,
    created_at: at,
  });
  await appendAudit(
    tx,
    counter,
    {
      kind: 'invoice.issued',
      subjectId: invoiceId,
      content: tx.writeAndRead(written, () => issuedContent(tx, invoiceId)),
      at,
    },
    [paper],
  );
  return { invoiceId, number };
}

/** QRR where the company has a QR-IBAN, else SCOR: both derived from the number, so that a payment finds its invoice. */
function paymentReference(
  qrIban: string | null,
  bankPrefix: string,
  counterNo: number,
  { year, running, branch, counter }: SeriesNumber,
): string {
  if (qrIban !== null) return must(qrReference({ bankPrefix, counterNo, year, running }));
  return must(creditorReference(`${branch}${counter}${String(year - 2000).padStart(2, '0')}R${running}`));
}

/** What the audit link of an invoice vouches for: the server puts the same together (private.audit_content). */
async function issuedContent(tx: Tx, invoiceId: string) {
  const [invoice, lines] = await Promise.all([
    tx
      .selectFrom('invoices')
      .select(['id', 'number', 'contract_id', 'customer_id', 'recipient', 'currency', 'issued_on', 'due_on'])
      .select(['service_from', 'service_to', 'total', 'vat_total', 'reference', 'issued_at', 'clerk_id'])
      .where('id', '=', invoiceId)
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom('invoice_lines')
      .select(['position', 'kind', 'label', 'explanation', 'quantity', 'unit_price', 'amount'])
      .select(['vat_kind', 'vat_rate'])
      .where('invoice_id', '=', invoiceId)
      .orderBy('position')
      .execute(),
  ]);
  const recipient = JSON.parse(invoice.recipient) as Json;
  return { invoice: { ...invoice, recipient }, lines: lines.map((line) => ({ ...line })) };
}
