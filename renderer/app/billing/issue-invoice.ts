import { type Result, ok, refuse } from '#shared/result/result.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { agreedLines } from '../contracts/agreed-lines.ts';
import { holdsNow } from '../contracts/holds-now.ts';
import { amendmentsOf } from '../contracts/signed-contract-of.ts';
import type { Counter } from '../counter/counter.ts';
import { knowsItsSeries } from '../counter/knows-its-series.ts';
import { inTransaction } from '../counter/transaction.ts';
import { type IssuedInvoice, writeInvoice } from './write-invoice.ts';

export type IssueRefusal =
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'contract_not_signed' }
  | { readonly code: 'already_invoiced'; readonly number: string };

/** Issues the invoice of a signed contract before its car is back, in one durable transaction: the lines as agreed now. */
export async function issueInvoice(
  counter: Counter,
  contractId: string,
): Promise<Result<IssuedInvoice, IssueRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const contracts = tx.selectFrom('contracts').where('id', '=', contractId);
    const [contract, earlier, customer, company, signed, amendments] = await Promise.all([
      contracts.selectAll().executeTakeFirst(),
      tx.selectFrom('invoices').select('number').where('contract_id', '=', contractId).executeTakeFirst(),
      tx
        .selectFrom('customers')
        .selectAll()
        .where('id', '=', contracts.select('customer_id'))
        .executeTakeFirst(),
      tx
        .selectFrom('companies')
        .selectAll()
        .where('id', '=', counter.place.companyId)
        .executeTakeFirstOrThrow(),
      tx
        .selectFrom('contract_lines')
        .selectAll()
        .where('contract_id', '=', contractId)
        .orderBy('position')
        .execute(),
      amendmentsOf(tx, contractId).execute(),
    ]);
    if (!contract?.signed_at || !customer) return refuse({ code: 'contract_not_signed' });
    if (earlier) return refuse({ code: 'already_invoiced', number: earlier.number });
    const issued = await writeInvoice(
      tx,
      counter,
      company,
      {
        correctsId: null,
        contractId,
        customer,
        language: contract.language,
        currency: contract.currency,
        lines: agreedLines(signed, amendments.at(-1), contract.language).map(
          ({ label: title, explanation, ...line }) => ({ ...line, title, explanation: explanation || null }),
        ),
        service: { from: dayOf(contract.starts_at), to: dayOf(holdsNow(contract).dueAt) },
      },
      at,
    );
    return ok(issued);
  });
}
