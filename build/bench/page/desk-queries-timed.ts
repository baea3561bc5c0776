import { now } from '#shared/time/instant.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import { endOfDay } from '#renderer/app/counter/end-of-day.ts';
import { freeVehicles } from '#renderer/app/fleet/free-vehicles.ts';
import { fleetCounts, pickUps, returns } from '#renderer/desk/desk-queries.ts';
import { openConflicts, openRefusals } from '#renderer/app/attention/attention-queries.ts';
import { timesOf } from '../measure.ts';

/**
 * `together` is the desk: all five asked for at once, as the screen does. `freeVehicles` is the list of the check-out. The
 * others are each query of the desk alone.
 */
export type DeskTimes = Readonly<
  Record<'together' | 'freeVehicles' | 'pickUps' | 'returns' | 'fleetCounts' | 'inbox', number[]>
>;

/** For each figure. */
const limitMs = 4_000;

/** How long the queries of the desk take, from the page, rows read. */
export async function deskTimes({ rows, place: { branchId } }: Counter, runs: number): Promise<DeskTimes> {
  const until = endOfDay(now());
  const queries = {
    pickUps: () => pickUps(rows, branchId, until).execute(),
    returns: () => returns(rows, branchId, until).execute(),
    fleetCounts: () => fleetCounts(rows, branchId).execute(),
    inbox: () => Promise.all([openConflicts(rows).execute(), openRefusals(rows).execute()]),
  };
  const together = (): Promise<unknown> => Promise.all(Object.values(queries).map((query) => query()));
  return {
    together: await timesOf(runs, together, limitMs),
    freeVehicles: await timesOf(runs, () => freeVehicles(rows, branchId).execute(), limitMs),
    pickUps: await timesOf(runs, queries.pickUps, limitMs),
    returns: await timesOf(runs, queries.returns, limitMs),
    fleetCounts: await timesOf(runs, queries.fleetCounts, limitMs),
    inbox: await timesOf(runs, queries.inbox, limitMs),
  };
}
