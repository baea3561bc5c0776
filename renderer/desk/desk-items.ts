import type { openConflicts, openRefusals } from '../app/attention/attention-queries.ts';
import type { DeskRow } from './desk-queries.ts';

type ConflictRow = Awaited<ReturnType<ReturnType<typeof openConflicts>['execute']>>[number];
type RefusalRow = Awaited<ReturnType<ReturnType<typeof openRefusals>['execute']>>[number];

/** One row of the desk, in the order in which the arrow keys walk them. */
export type DeskItem =
  | { readonly key: string; readonly kind: 'out' | 'back'; readonly row: DeskRow }
  | { readonly key: string; readonly kind: 'conflict'; readonly conflict: ConflictRow }
  | { readonly key: string; readonly kind: 'refusal'; readonly refusal: RefusalRow };

export function deskItems(
  out: readonly DeskRow[],
  back: readonly DeskRow[],
  conflicts: readonly ConflictRow[],
  refusals: readonly RefusalRow[],
): readonly DeskItem[] {
  return [
    ...out.map((row) => ({ key: `out/${row.id}`, kind: 'out' as const, row })),
    ...back.map((row) => ({ key: `back/${row.id}`, kind: 'back' as const, row })),
    ...conflicts.map((conflict) => ({ key: `conflict/${conflict.id}`, kind: 'conflict' as const, conflict })),
    ...refusals.map((refusal) => ({ key: `refusal/${refusal.id}`, kind: 'refusal' as const, refusal })),
  ];
}
