import type { BilledLine } from '#shared/invoices/contract-bill.ts';
import { type CreditedLine, creditLines, creditWhole } from '#shared/invoices/credit-note.ts';
import { earlierCredits } from '#shared/invoices/earlier-credits.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { paperLineOf } from '../app/billing/paper-line-of.ts';
import { type IssuedInvoice, writeInvoice } from '../app/billing/write-invoice.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { gatherInvoice } from './gather-invoice.ts';
import type { InvoiceRefusal } from './invoice-refusal.ts';

/** What is given back of an invoice: all that is left of it, or so much of some lines (positions from 0). */
export type CreditAsked = 'whole' | readonly CreditedLine[];

/**
 * Issues a credit note, in one durable transaction: an invoice is never changed or deleted. Each line keeps its VAT; what was
 * paid too much by it is refunded by itself.
 */
export async function creditInvoice(
  counter: Counter,
  invoiceId: string,
  asked: CreditAsked,
): Promise<Result<IssuedInvoice, InvoiceRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const found = await gatherInvoice(tx, invoiceId);
    if (found === null) return refuse({ code: 'invoice_missing' });
    const { invoice, customer, company } = found;
    if (invoice.kind !== 'invoice') return refuse({ code: 'not_an_invoice' });
    const lines = found.lines.map(paperLineOf);
    const earlier = await creditsOf(
      tx,
      lines,
      found.credits.map(({ id }) => id),
    );
    const credit = asked === 'whole' ? creditWhole(lines, earlier) : creditLines(lines, earlier, asked);
    if (!credit.ok) return refuse({ code: 'credit', because: credit.refusal });
    const { credited, vat } = credit.value;
    const issued = await writeInvoice(
      tx,
      counter,
      company,
      {
        correctsId: invoiceId,
        contractId: invoice.contract_id,
        customer,
        language: invoice.language,
        currency: invoice.currency,
        lines: credited.flatMap(({ position, amount }): readonly BilledLine[] => {
          const row = found.lines[position];
          if (row === undefined) return [];
          const line = { ...paperLineOf(row), kind: row.kind, amount };
          // Part of a line is one piece of that amount.
          return amount === row.amount
            ? [{ ...line, quantity: row.quantity, unitPrice: row.unit_price }]
            : [{ ...line, quantity: 1, unitPrice: amount }];
        }),
        service: { from: invoice.service_from, to: invoice.service_to },
        vat,
      },
      at,
    );
    return ok(issued);
  });
}

/** What earlier credit notes took of each line. */
export async function creditsOf(
  tx: Pick<Tx, 'selectFrom'>,
  lines: readonly ReturnType<typeof paperLineOf>[],
  creditIds: readonly string[],
) {
  const rows = await tx
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', 'in', creditIds)
    .orderBy('position')
    .execute();
  return earlierCredits(
    lines,
    creditIds.map((id) => rows.filter((row) => row.invoice_id === id).map(paperLineOf)),
  );
}
