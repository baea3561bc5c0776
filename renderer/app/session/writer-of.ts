import type { OutgoingTransaction } from '#sync/connector/transactions.ts';
import type { Shift } from './shifts.ts';

/** The columns in which a row names who acted, as `private.acting_clerk` reads them. */
const actors = ['clerk_id', 'user_id', 'settled_by', 'closed_by', 'opened_by'];

/**
 * Who wrote a local transaction: whom its rows name, where that is somebody of this machine; otherwise who worked here when
 * it was written. Papers and what becomes of them are the machine's work, which nobody's absence may stop: they belong to the
 * last who could write. Null when nobody knows.
 *
 * @param kept the clerks of this machine
 */
export function writerOf(
  { tx_id, ops }: OutgoingTransaction,
  shifts: readonly Shift[],
  kept: ReadonlySet<string>,
): string | null {
  for (const { data } of ops) {
    const named = actors.map((column) => data?.[column]).find((id) => typeof id === 'string' && kept.has(id));
    if (typeof named === 'string') return named;
  }
  const before = shifts.filter(({ from }) => from <= tx_id);
  const isMachineWork = ops.every(({ table, data }) => table === 'documents' || isStoredMark(data));
  const shift = isMachineWork ? before.findLast(({ mayWrite }) => mayWrite) : before.at(-1);
  return shift?.userId ?? null;
}

/** That a file has arrived in Storage. */
function isStoredMark(data: OutgoingTransaction['ops'][number]['data']): boolean {
  const columns = Object.keys(data ?? {});
  return columns.length > 0 && columns.every((column) => column === 'stored_at');
}
