import { type MergeChoices, type MergeRefusal, decideMerge } from '#shared/parties/merge-customers.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { customerColumns, customerFields } from '../app/counter/customer-row.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';

export interface MergeForm {
  readonly keptId: string;
  readonly otherId: string;
  readonly choices: MergeChoices;
  readonly reason: string;
}

/**
 * Makes two entries of one customer one, and settles every open conflict that says they are the same, in one durable
 * transaction. First the other one is merged: the kept one that then takes over its licence is no duplicate of anybody.
 */
export async function mergeCustomers(
  counter: Counter,
  { keptId, otherId, choices, reason }: MergeForm,
): Promise<Result<undefined, MergeRefusal>> {
  return await inTransaction(counter, async (tx) => {
    const [kept, other] = await Promise.all([sideOf(tx, keptId), sideOf(tx, otherId)]);
    if (!kept || !other) return refuse({ code: 'merge_gone' });
    const decided = decideMerge(kept, other, choices, reason);
    if (!decided.ok) return decided;
    const { fields, mergedId } = decided.value;
    await tx.write(
      tx.updateTable('customers').set({ merged_into: keptId }).where('id', '=', mergedId),
      tx.updateTable('customers').set(customerColumns(fields)).where('id', '=', keptId),
      settled(tx, counter, reason, keptId, mergedId),
    );
    return ok(undefined);
  });
}

/** Two that look the same are two people, or both shall stay: the conflict is settled and nothing else happens. */
export async function keepBoth(
  counter: Counter,
  { keptId, otherId, reason }: Omit<MergeForm, 'choices'>,
): Promise<Result<undefined, MergeRefusal>> {
  if (reason.trim() === '') return refuse({ code: 'merge_reason_missing' });
  await inTransaction(counter, (tx) => tx.write(settled(tx, counter, reason, keptId, otherId)));
  return ok(undefined);
}

function settled(tx: Tx, { place }: Counter, reason: string, one: string, other: string) {
  return tx
    .updateTable('conflicts')
    .set({ settled_at: now(), settled_by: place.clerkId, settled_reason: reason.trim() })
    .where('kind', '=', 'duplicate_customer')
    .where('settled_at', 'is', null)
    .where('customer_id', 'in', [one, other])
    .where('other_customer_id', 'in', [one, other]);
}

async function sideOf(tx: Tx, id: string) {
  const row = await tx.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return { id, fields: customerFields(row), mergedInto: row.merged_into, isErased: row.erased_at !== null };
}
