import { Temporal } from 'temporal-polyfill';

declare const unit: unique symbol;

/** A moment, as `2026-11-20T13:30:00.000Z`: always UTC, always milliseconds, so that text order is time order. */
export type Instant = string & { readonly [unit]: 'Instant' };

/** A calendar day in Switzerland, as `2026-11-20`. */
export type IsoDay = string & { readonly [unit]: 'IsoDay' };

/** Every branch works in this zone, with both clock changes. */
export const zone = 'Europe/Zurich';

const asWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Normalises any ISO 8601 moment with an offset (Postgres and PowerSync send microseconds). Throws a RangeError otherwise. */
export function instant(value: string | Date): Instant {
  // Most are written so already, and lists have thousands: a fiftieth of the time that Temporal takes.
  if (typeof value === 'string' && asWritten.test(value)) {
    const moment = new Date(value);
    if (!Number.isNaN(moment.getTime()) && moment.toISOString() === value) return value as Instant;
  }
  const moment = Temporal.Instant.from(typeof value === 'string' ? value : value.toISOString());
  return moment.toString({ smallestUnit: 'millisecond' }) as Instant;
}

export function now(): Instant {
  return new Date().toISOString() as Instant;
}

/** Checks that the day exists: 2026-02-30 throws a RangeError. */
export function isoDay(value: string): IsoDay {
  return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() as IsoDay;
}

/** The Swiss calendar day on which a moment falls. */
export function dayOf(moment: Instant): IsoDay {
  return zoned(moment).toPlainDate().toString() as IsoDay;
}

export function zoned(moment: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
}

/**
 * The moment of a wall-clock time in Switzerland. In the hour that a clock change skips it moves forward, in the hour
 * that happens twice it is the first ("compatible", as calendars do).
 */
export function atWallClock(day: IsoDay, time: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  return instant(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString());
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return Temporal.PlainDate.from(day).add({ days }).toString() as IsoDay;
}

/** Whole minutes from one moment to another; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
