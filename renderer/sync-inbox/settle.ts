import { now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';

/** People have settled a conflict; both contracts stand as they are. */
export async function settleConflict({ rows, place }: Counter, id: string, reason: string): Promise<void> {
  await rows
    .updateTable('conflicts')
    .set({ settled_at: now(), settled_by: place.clerkId, settled_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** Asks somebody else to settle a refusal, and says what they should know. */
export async function handOver(
  { rows, place }: Counter,
  refusalId: string,
  { to, note }: { readonly to: string; readonly note: string },
): Promise<void> {
  await rows
    .updateTable('refused_changes')
    .set({ handed_to: to, handed_by: place.clerkId, handed_at: now(), handed_note: note })
    .where('id', '=', refusalId)
    .execute();
}
