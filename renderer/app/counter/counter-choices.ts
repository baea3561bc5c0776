import type { Rows } from './counter.ts';

/** The counters of the company, for a machine that is none yet. */
export function counterChoices(rows: Rows) {
  return rows
    .selectFrom('counters')
    .innerJoin('branches', 'branches.id', 'counters.branch_id')
    .where('counters.is_active', '=', 1)
    .select(['counters.id', 'counters.name', 'counters.letter', 'branches.code'])
    .orderBy('branches.name')
    .orderBy('counters.letter');
}

export type CounterChoice = Awaited<ReturnType<ReturnType<typeof counterChoices>['execute']>>[number];
