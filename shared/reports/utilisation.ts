import { type Instant, type IsoDay, addDays, atWallClock, daysBetween } from '../time/instant.ts';

export interface FleetVehicle {
  readonly id: string;
  readonly categoryId: string;
}

/** A time in which a vehicle was with a renter; `to` is null while it is. */
export interface VehicleTime {
  readonly vehicleId: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Utilisation {
  readonly days: readonly { readonly day: IsoDay; readonly rented: number; readonly held: number }[];
  readonly categories: readonly {
    readonly categoryId: string;
    readonly vehicles: number;
    /** Vehicle days in the period. */
    readonly rented: number;
    readonly held: number;
    readonly possible: number;
  }[];
  readonly vehicles: number;
  /** Vehicle days of the whole fleet. */
  readonly rented: number;
  readonly possible: number;
}

/**
 * How much of a fleet was out, day by day. A vehicle counts as rented on each Swiss day on which somebody had it, if only for an
 * hour: what was given out at eight and back at noon could not be promised to anybody else for the day. Held (workshop) counts
 * where it was not rented. The vehicles are those of today: what was sold since, or bought, is not known here.
 *
 * @param to the last day, included; days that have not begun yet are left out by the caller
 */
export function utilisation(
  vehicles: readonly FleetVehicle[],
  rentals: readonly VehicleTime[],
  holds: readonly VehicleTime[],
  { from, to }: { readonly from: IsoDay; readonly to: IsoDay },
): Utilisation {
  const length = Math.max(0, daysBetween(from, to) + 1);
  const rented = daysOf(rentals, from, length);
  const held = daysOf(holds, from, length);
  const isHeldOnly = (id: string, at: number): boolean =>
    held.get(id)?.[at] === true && rented.get(id)?.[at] !== true;
  const days = Array.from({ length }, (_, at) => ({
    day: addDays(from, at),
    rented: vehicles.filter(({ id }) => rented.get(id)?.[at] === true).length,
    held: vehicles.filter(({ id }) => isHeldOnly(id, at)).length,
  }));
  const byCategory = new Map<string, { vehicles: number; rented: number; held: number }>();
  for (const { id, categoryId } of vehicles) {
    const sum = byCategory.get(categoryId) ?? { vehicles: 0, rented: 0, held: 0 };
    sum.vehicles += 1;
    for (let at = 0; at < length; at++) {
      if (rented.get(id)?.[at] === true) sum.rented += 1;
      else if (isHeldOnly(id, at)) sum.held += 1;
    }
    byCategory.set(categoryId, sum);
  }
  return {
    days,
    categories: [...byCategory].map(([categoryId, sum]) => ({
      categoryId,
      ...sum,
      possible: sum.vehicles * length,
    })),
    vehicles: vehicles.length,
    rented: days.reduce((sum, day) => sum + day.rented, 0),
    possible: vehicles.length * length,
  };
}

/** For each vehicle, on which of the days it was away. */
function daysOf(times: readonly VehicleTime[], from: IsoDay, length: number): Map<string, boolean[]> {
  const away = new Map<string, boolean[]>();
  const dayAt = placeOfDay(from, length);
  for (const { vehicleId, from: begins, to: ends } of times) {
    const first = Math.max(0, dayAt(begins));
    const last = ends === null ? length - 1 : Math.min(length - 1, dayAt(ends));
    if (last < first) continue;
    const days = away.get(vehicleId) ?? Array.from({ length }, () => false);
    days.fill(true, first, last + 1);
    away.set(vehicleId, days);
  }
  return away;
}

/**
 * Which of so many days a moment falls on, counted from 0; -1 before them, `length` after. The midnights are reckoned once: a year has
 * thousands of rentals, and what day it is in Zürich takes a calendar long to say.
 */
function placeOfDay(from: IsoDay, length: number): (moment: Instant) => number {
  const midnights = Array.from({ length: length + 1 }, (_, at) => atWallClock(addDays(from, at), '00:00'));
  return (moment) => {
    let low = 0;
    let high = midnights.length;
    // How many midnights have passed: text order is time order.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((midnights[middle] ?? '') <= moment) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}
