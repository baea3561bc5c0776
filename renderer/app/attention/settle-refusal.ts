import { now } from '#shared/time/instant.ts';
import type { Counter, Place, Rows } from '../counter/counter.ts';
import type { Tx } from '../counter/transaction.ts';

/** A refusal that something else settles: which, and what is noted beside it. */
export interface Settles {
  readonly refusalId: string;
  readonly note: string;
}

/** The statement that settles a refusal: what was decided stays beside it. */
export function settledRefusal(
  rows: Pick<Tx | Rows, 'updateTable'>,
  place: Place,
  { refusalId, note }: Settles,
) {
  return rows
    .updateTable('refused_changes')
    .set({ settled_at: now(), settled_by: place.clerkId, settled_note: note })
    .where('id', '=', refusalId);
}

/** A person has dealt with a refusal. */
export async function settleRefusal(
  { rows, place }: Counter,
  refusalId: string,
  note: string,
): Promise<void> {
  await settledRefusal(rows, place, { refusalId, note }).execute();
}
