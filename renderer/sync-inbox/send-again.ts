import type { Compilable } from 'kysely';
import { syncedTables } from '#sync/schema/synced-tables.generated.ts';
import type { RefusedOperation } from '../app/attention/refused-payload.ts';
import { type Settles, settledRefusal } from '../app/attention/settle-refusal.ts';
import type { Counter } from '../app/counter/counter.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';

/**
 * What is only a plan or a list. A contract, money, a paper or a link of the audit chain is not written a second time by a
 * machine: a person looks at it.
 */
const resendable = new Set([
  'customers',
  'contracts',
  'contract_lines',
  'vehicle_holds',
  'vehicle_transfers',
  'vehicles',
  'vehicle_plates',
  'vehicle_categories',
  'rates',
  'seasons',
  'kilometre_packages',
  'extras',
  'protections',
  'one_way_fees',
  'discounts',
]);

/** Whether a refused change can be sent as it was. */
export function canSendAgain(ops: readonly RefusedOperation[] | null): boolean {
  return (
    ops !== null &&
    ops.every((op) => resendable.has(op.table) && !op.isShortened && isKnown(op) && !isSigned(op))
  );
}

/**
 * Writes a refused change once more, in one transaction, and settles the refusal. What the server refuses again comes back
 * as a new one. Writes nothing and returns false where a row that was to be changed is not there any more.
 */
export async function sendAgain(
  counter: Counter,
  ops: readonly RefusedOperation[],
  settles: Settles,
): Promise<boolean> {
  return await inTransaction(counter, async (tx) => {
    const statements = await Promise.all(ops.map((op) => statementOf(tx, op, ops)));
    const found = statements.filter((statement) => statement !== null);
    if (found.length < ops.length) return false;
    await tx.write(...found, settledRefusal(tx, counter.place, settles));
    return true;
  });
}

async function statementOf(
  tx: Tx,
  { op, table, id, data }: RefusedOperation,
  ops: readonly RefusedOperation[],
): Promise<Compilable | null> {
  // Kysely types a statement for one table, not for a choice of them; columns are checked by `isKnown`.
  const name = table as 'customers';
  if (op === 'DELETE') return tx.deleteFrom(name).where('id', '=', id);
  const there = await tx.selectFrom(name).select('id').where('id', '=', id).executeTakeFirst();
  const isAdded = ops.some((other) => other.op === 'PUT' && other.table === table && other.id === id);
  if (op === 'PUT' && !there) return tx.insertInto(name).values({ ...data, id } as never);
  return there || isAdded ? tx.updateTable(name).set(data).where('id', '=', id) : null;
}

/** An older counter may have written what this one does not know. */
function isKnown({ table, data }: RefusedOperation): boolean {
  const known: readonly { readonly name: string }[] =
    syncedTables[table as keyof typeof syncedTables].columns;
  return Object.keys(data).every((column) => known.some(({ name }) => name === column));
}

function isSigned({ table, data }: RefusedOperation): boolean {
  return (
    table === 'contracts' &&
    ('signed_at' in data || ['out', 'returned', 'closed'].includes(String(data['status'])))
  );
}
