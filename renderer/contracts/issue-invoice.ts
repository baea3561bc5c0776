import { uuidv7 } from 'uuidv7';
import { displayName } from '#shared/parties/party-name.ts';
import { paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { add } from '#shared/money/rappen.ts';
import { creditorReference } from '#shared/numbering/creditor-reference.ts';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import type { SeriesNumber } from '#shared/numbering/series-number.ts';
import { type Result, must, ok, refuse } from '#shared/result/result.ts';
import { type Instant, addDays, dayOf, now } from '#shared/time/instant.ts';
import type { Json } from '#shared/audit/canonical-json.ts';
import { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter } from '../app/counter/counter.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import { partyOf } from '../app/counter/party-of.ts';

export interface IssuedInvoice {
  readonly invoiceId: string;
  readonly number: string;
}

export type IssueRefusal =
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'contract_not_signed' }
  | { readonly code: 'already_invoiced'; readonly number: string };

/**
 * Issues the invoice of a signed contract, in one durable transaction: the lines as signed, a number of this counter's
 * own series, the payment reference derived from it, the audit link, and the job to make the paper.
 */
export async function issueInvoice(
  counter: Counter,
  contractId: string,
): Promise<Result<IssuedInvoice, IssueRefusal>> {
  if (!counter.db.currentStatus.hasSynced) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const contract = await tx
      .selectFrom('contracts')
      .selectAll()
      .where('id', '=', contractId)
      .executeTakeFirst();
    if (!contract?.signed_at) return refuse({ code: 'contract_not_signed' });
    const earlier = await tx
      .selectFrom('invoices')
      .select('number')
      .where('contract_id', '=', contractId)
      .executeTakeFirst();
    if (earlier) return refuse({ code: 'already_invoiced', number: earlier.number });
    const customer = await tx
      .selectFrom('customers')
      .selectAll()
      .where('id', '=', contract.customer_id)
      .executeTakeFirstOrThrow();
    const company = await tx
      .selectFrom('companies')
      .selectAll()
      .where('id', '=', counter.place.companyId)
      .executeTakeFirstOrThrow();
    const lines = await tx
      .selectFrom('contract_lines')
      .selectAll()
      .where('contract_id', '=', contractId)
      .orderBy('position')
      .execute();

    const { place } = counter;
    const { text: number, number: series } = await nextNumber(tx, place, 'invoice', at);
    const totals = paperTotals(
      lines.map((line) => ({
        title: line.label,
        explanation: line.explanation,
        amount: line.amount,
        vatKind: line.vat_kind,
        vatRate: line.vat_rate,
      })),
    );
    const invoiceId = uuidv7();
    const issuedOn = dayOf(at);
    const own = { company_id: place.companyId, created_at: at };
    await tx
      .insertInto('invoices')
      .values({
        ...own,
        id: invoiceId,
        kind: 'invoice',
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
        currency: contract.currency,
        issued_on: issuedOn,
        due_on: addDays(issuedOn, company.payment_days),
        service_from: dayOf(contract.starts_at),
        service_to: dayOf(contract.ends_at),
        total: totals.total,
        vat_total: add(...totals.vat.map((share) => share.vat)),
        reference: paymentReference(company.qr_iban, company.qr_bank_prefix, place.counterNo, series),
        language: contract.language,
      })
      .execute();
    await tx
      .insertInto('invoice_lines')
      .values(
        lines.map((line) => ({
          ...own,
          id: uuidv7(),
          invoice_id: invoiceId,
          position: line.position,
          kind: line.kind,
          label: line.label,
          explanation: line.explanation,
          quantity: line.quantity,
          unit_price: line.unit_price,
          amount: line.amount,
          vat_kind: line.vat_kind,
          vat_rate: line.vat_rate,
        })),
      )
      .execute();
    // Issued last: from here on the invoice and its lines are frozen, here and on the server.
    await tx.updateTable('invoices').set({ issued_at: at }).where('id', '=', invoiceId).execute();
    await appendAudit(tx, counter, {
      kind: 'invoice.issued',
      subjectId: invoiceId,
      content: await issuedContent(tx, invoiceId),
      at,
    });
    await tx
      .insertInto('paper_jobs')
      .values({ id: uuidv7(), kind: 'invoice', subject_id: invoiceId, created_at: at satisfies Instant })
      .execute();
    return ok({ invoiceId, number });
  });
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
  const invoice = await tx
    .selectFrom('invoices')
    .select(['id', 'number', 'contract_id', 'customer_id', 'recipient', 'currency', 'issued_on', 'due_on'])
    .select(['service_from', 'service_to', 'total', 'vat_total', 'reference', 'issued_at', 'clerk_id'])
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  const lines = await tx
    .selectFrom('invoice_lines')
    .select(['position', 'kind', 'label', 'explanation', 'quantity', 'unit_price', 'amount'])
    .select(['vat_kind', 'vat_rate'])
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
  const recipient = JSON.parse(invoice.recipient) as Json;
  return { invoice: { ...invoice, recipient }, lines: lines.map((line) => ({ ...line })) };
}
