import { sql } from 'kysely';
import type { Rows } from '../app/counter/counter.ts';
import { hasWords } from '../app/lists/has-words.ts';

/** The newest closings that are looked through on the screen; a file has them all. */
const most = 400;

export interface ClosingFilter {
  /** In the number, the reason of a difference or the name of who closed. */
  readonly text: string;
  /** Only those that did not add up. */
  readonly differs: boolean;
}

/** What a text is looked for in. */
const named = sql<string>`number || ' ' || difference_reason || ' ' || coalesce(display_name, '')`;

const whole: ClosingFilter = { text: '', differs: false };

/** The closed drawers of a counter, the newest first. */
export function closings(rows: Rows, counterId: string, { text, differs } = whole, atMost = most) {
  let listed = rows
    .selectFrom('cash_sessions')
    .leftJoin('users', 'users.id', 'cash_sessions.closed_by')
    .where('cash_sessions.counter_id', '=', counterId)
    .where('cash_sessions.closed_at', 'is not', null)
    .select(['cash_sessions.id', 'cash_sessions.number', 'cash_sessions.closed_at'])
    .select(['cash_sessions.counted_total', 'cash_sessions.expected', 'cash_sessions.to_bank'])
    .select(['cash_sessions.difference_reason', 'users.display_name as clerk'])
    .orderBy('cash_sessions.opened_at', 'desc')
    .limit(atMost);
  if (differs) listed = listed.where(sql<boolean>`counted_total <> expected`);
  for (const has of hasWords(text, named)) listed = listed.where(has);
  return listed;
}

export type ClosingRow = Awaited<ReturnType<ReturnType<typeof closings>['execute']>>[number];
