import type { Instant } from '#shared/time/instant.ts';
import type { Bar, PlanRow } from './plan-rows.ts';
import type { BarDrag, Ghost } from '../../ui/timeline/timeline-row.ts';
import { daysLater } from '../../ui/timeline/timeline-window.ts';

/** A move that was drawn and not yet accepted. */
export interface PendingMove {
  readonly bar: Bar;
  readonly vehicleId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export function begunMove(bar: Bar): PendingMove {
  return {
    bar,
    vehicleId: bar.vehicleId,
    startsAt: bar.startsAt,
    endsAt: bar.endsAt ?? bar.startsAt,
  };
}

/** Whole days earlier or later, at the same times. */
export function shifted(move: PendingMove, days: number): PendingMove {
  return { ...move, startsAt: daysLater(move.startsAt, days), endsAt: daysLater(move.endsAt, days) };
}

/** Longer or shorter by whole days, from its end or its start; never to nothing. */
export function stretched(move: PendingMove, days: number, from: 'start' | 'end'): PendingMove {
  const next =
    from === 'end'
      ? { ...move, endsAt: daysLater(move.endsAt, days) }
      : { ...move, startsAt: daysLater(move.startsAt, days) };
  return next.endsAt > next.startsAt ? next : move;
}

/** Onto the vehicle of a row, or off any vehicle into a lane; a heading is no place. */
export function onto(move: PendingMove, row: PlanRow | undefined): PendingMove {
  if (row === undefined || row.kind === 'category') return move;
  return { ...move, vehicleId: row.kind === 'vehicle' ? row.vehicle.id : null };
}

export function isUnmoved({ bar, vehicleId, startsAt, endsAt }: PendingMove): boolean {
  return vehicleId === bar.vehicleId && startsAt === bar.startsAt && endsAt === bar.endsAt;
}

/** What a hand means that holds a bar. */
export function dragged({ bar, grip, days, rowKey }: BarDrag<Bar>, rows: readonly PlanRow[]): PendingMove {
  const begun = begunMove(bar);
  if (grip !== 'whole') return stretched(begun, days, grip);
  return onto(
    shifted(begun, days),
    rows.find(({ key }) => key === rowKey),
  );
}

/** Where a moved bar would stand: the row of its vehicle, or the first lane of its category. */
export function ghostOf(move: PendingMove, rows: readonly PlanRow[], isRefused: boolean): Ghost {
  const { bar, startsAt, endsAt } = move;
  return { barId: bar.id, title: bar.title, rowKey: rowKeyOf(move, rows), startsAt, endsAt, isRefused };
}

function rowKeyOf({ vehicleId, bar }: PendingMove, rows: readonly PlanRow[]): string | null {
  if (vehicleId !== null) return `vehicle/${vehicleId}`;
  const own = rows.find((row) => row.kind === 'lane' && row.bars.some(({ id }) => id === bar.id));
  if (own) return own.key;
  return rows.find((row) => row.kind === 'lane' && row.categoryId === bar.categoryId)?.key ?? null;
}
