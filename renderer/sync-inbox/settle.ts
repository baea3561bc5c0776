import { now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';

/** A person has dealt with a refusal: what was decided stays beside it. */
export async function settleRefusal({ rows, place }: Counter, id: string, note: string): Promise<void> {
  await rows
    .updateTable('refused_changes')
    .set({ settled_at: now(), settled_by: place.clerkId, settled_note: note })
    .where('id', '=', id)
    .execute();
}

/** People have settled a conflict; both contracts stand as they are. */
export async function settleConflict({ rows, place }: Counter, id: string, reason: string): Promise<void> {
  await rows
    .updateTable('conflicts')
    .set({ settled_at: now(), settled_by: place.clerkId, settled_reason: reason })
    .where('id', '=', id)
    .execute();
}
