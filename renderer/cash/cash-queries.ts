import type { Rows } from '../app/counter/counter.ts';

/** The newest closings that are looked through on the screen; older ones are found by their number. */
const most = 400;

/** The closed drawers of a counter, the newest first. */
export function closings(rows: Rows, counterId: string) {
  return rows
    .selectFrom('cash_sessions')
    .leftJoin('users', 'users.id', 'cash_sessions.closed_by')
    .where('cash_sessions.counter_id', '=', counterId)
    .where('cash_sessions.closed_at', 'is not', null)
    .select(['cash_sessions.id', 'cash_sessions.number', 'cash_sessions.closed_at'])
    .select(['cash_sessions.counted_total', 'cash_sessions.expected', 'cash_sessions.to_bank'])
    .select(['cash_sessions.difference_reason', 'users.display_name as clerk'])
    .orderBy('cash_sessions.opened_at', 'desc')
    .limit(most);
}

export type ClosingRow = Awaited<ReturnType<ReturnType<typeof closings>['execute']>>[number];
