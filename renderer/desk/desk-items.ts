import type { Selectable } from 'kysely';
import type { CashSessionRow } from '#sync/schema/rows.generated.ts';
import type { openConflicts, openRefusals } from '../app/attention/attention-queries.ts';
import type { DeskRow } from './desk-queries.ts';

type ConflictRow = Awaited<ReturnType<ReturnType<typeof openConflicts>['execute']>>[number];
type RefusalRow = Awaited<ReturnType<ReturnType<typeof openRefusals>['execute']>>[number];

/** One row of the desk, in the order in which the arrow keys walk them. */
export type DeskItem =
  | { readonly key: string; readonly kind: 'out' | 'back'; readonly row: DeskRow }
  /** The drawer of this counter, open since a day before. */
  | { readonly key: string; readonly kind: 'drawer'; readonly drawer: Selectable<CashSessionRow> }
  | { readonly key: string; readonly kind: 'conflict'; readonly conflict: ConflictRow }
  | { readonly key: string; readonly kind: 'refusal'; readonly refusal: RefusalRow };

export function deskItems(
  out: readonly DeskRow[],
  back: readonly DeskRow[],
  conflicts: readonly ConflictRow[],
  refusals: readonly RefusalRow[],
  drawers: readonly Selectable<CashSessionRow>[] = [],
): readonly DeskItem[] {
  return [
    ...out.map((row) => ({ key: `out/${row.id}`, kind: 'out' as const, row })),
    ...back.map((row) => ({ key: `back/${row.id}`, kind: 'back' as const, row })),
    ...drawers.map((drawer) => ({ key: `drawer/${drawer.id}`, kind: 'drawer' as const, drawer })),
    ...conflicts.map((conflict) => ({ key: `conflict/${conflict.id}`, kind: 'conflict' as const, conflict })),
    ...refusals.map((refusal) => ({ key: `refusal/${refusal.id}`, kind: 'refusal' as const, refusal })),
  ];
}
