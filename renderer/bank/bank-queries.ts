import type { Rows } from '../app/counter/counter.ts';

/** What the bank told and nobody has settled, the oldest first. */
export function waitingEntries(rows: Rows) {
  return rows
    .selectFrom('bank_entries')
    .selectAll()
    .where('outcome', 'in', ['open', 'suspected'])
    .orderBy('booked_on')
    .orderBy('id');
}

export type WaitingEntry = Awaited<ReturnType<ReturnType<typeof waitingEntries>['execute']>>[number];
