import type { Selectable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { atWallClock, now } from '#shared/time/instant.ts';
import type { BankEntryRow } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../app/counter/counter.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';

export type SettleRefusal =
  | { readonly code: 'not_a_manager' }
  /** Somebody else settled it. */
  | { readonly code: 'entry_settled' }
  | { readonly code: 'invoice_missing' }
  | { readonly code: 'currency_differs' }
  | { readonly code: 'reason_missing' };

/** Assigns a movement that nobody could match to the bill that a person chose: its payment is booked with it. */
export async function assignEntry(
  counter: Counter,
  entryId: string,
  invoiceId: string,
): Promise<Result<{ readonly paymentId: string }, SettleRefusal>> {
  const { place } = counter;
  const at = now();
  return await settle(counter, entryId, async (tx, entry) => {
    const invoice = await tx
      .selectFrom('invoices')
      .select(['contract_id', 'currency', 'kind'])
      .where('id', '=', invoiceId)
      .executeTakeFirst();
    if (invoice?.kind !== 'invoice') return refuse({ code: 'invoice_missing' });
    if (invoice.currency !== entry.currency) return refuse({ code: 'currency_differs' });
    const paymentId = uuidv7();
    await tx.write(
      tx.insertInto('payments').values({
        id: paymentId,
        company_id: place.companyId,
        branch_id: place.branchId,
        counter_id: place.counterId,
        clerk_id: place.clerkId,
        contract_id: invoice.contract_id,
        invoice_id: invoiceId,
        kind: entry.amount < 0 ? 'refund' : 'payment',
        method: 'bank',
        currency: entry.currency,
        amount: rappen(Math.abs(entry.amount)),
        paid_at: atWallClock(entry.booked_on, '12:00'),
        reference: entry.reference,
        created_at: at,
      }),
      tx
        .updateTable('bank_entries')
        .set({ outcome: 'matched', invoice_id: invoiceId, payment_id: paymentId })
        .where('id', '=', entryId),
    );
    return ok({ paymentId });
  });
}

/** Says of a movement that it pays no bill, and why. */
export async function ignoreEntry(
  counter: Counter,
  entryId: string,
  reason: string,
): Promise<Result<null, SettleRefusal>> {
  const note = reason.trim();
  if (note === '') return refuse({ code: 'reason_missing' });
  return await settle(counter, entryId, async (tx) => {
    await tx.write(
      tx.updateTable('bank_entries').set({ outcome: 'ignored', note }).where('id', '=', entryId),
    );
    return ok(null);
  });
}

async function settle<Done>(
  counter: Counter,
  entryId: string,
  work: (tx: Tx, entry: Selectable<BankEntryRow>) => Promise<Result<Done, SettleRefusal>>,
): Promise<Result<Done, SettleRefusal>> {
  if (counter.role !== 'owner' && counter.role !== 'manager') return refuse({ code: 'not_a_manager' });
  return await inTransaction(counter, async (tx): Promise<Result<Done, SettleRefusal>> => {
    const entry = await tx
      .selectFrom('bank_entries')
      .selectAll()
      .where('id', '=', entryId)
      .where('outcome', 'in', ['open', 'suspected'])
      .executeTakeFirst();
    if (!entry) return refuse({ code: 'entry_settled' });
    return await work(tx, entry);
  });
}
