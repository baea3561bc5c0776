import type { Rows } from '../app/counter/counter.ts';

/** Fines that somebody has still to do something about, those with the nearest deadline first. */
export function openFines(rows: Rows) {
  return rows
    .selectFrom('fines')
    .selectAll()
    .where('status', 'in', ['received', 'resolved', 'named', 'billed'])
    .orderBy('received_on')
    .orderBy('number');
}

export type FineItem = Awaited<ReturnType<ReturnType<typeof openFines>['execute']>>[number];
