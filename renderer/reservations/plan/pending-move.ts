import type { Instant } from '#shared/time/instant.ts';
import type { Bar, PlanRow } from './plan-rows.ts';
import { daysLater } from './plan-window.ts';

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
