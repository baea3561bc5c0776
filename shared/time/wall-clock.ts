import { type Instant, type IsoDay, zoned } from './instant.ts';

/**
 * The Swiss wall clock in plain arithmetic, a hundred times quicker than Temporal: for pricing, which asks it thousands
 * of times. Summer time runs from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC, as it
 * does since 1996 (Sommerzeitverordnung, SR 941.299.1); earlier moments are left to Temporal. A test holds both against
 * each other.
 */
export const minutesADay = 24 * 60;
const msADay = minutesADay * 60_000;
const firstCertainYear = 1996;

/** Days since 1 January 1970, a Thursday. */
export function dayNumber(day: IsoDay): number {
  return Math.round(Date.parse(day) / msADay);
}

export function dayOfNumber(number: number): IsoDay {
  return new Date(number * msADay).toISOString().slice(0, 10) as IsoDay;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

function offsetMs(epochMs: number): number {
  const year = new Date(epochMs).getUTCFullYear();
  if (year < firstCertainYear) {
    return zoned(new Date(epochMs).toISOString() as Instant).offsetNanoseconds / 1_000_000;
  }
  return (epochMs >= lastSunday(year, 2) && epochMs < lastSunday(year, 9) ? 2 : 1) * 3_600_000;
}

/** Milliseconds on the wall since 1 January 1970, 00:00 on the wall. */
export function wallMs(moment: Instant): number {
  const epochMs = Date.parse(moment);
  return epochMs + offsetMs(epochMs);
}

/** The moment at which the wall clock shows this: in a skipped hour later, in a doubled hour the first ("compatible"). */
export function epochMsAtWall(wall: number): number {
  const inSummer = wall - 2 * 3_600_000;
  return offsetMs(inSummer) === 2 * 3_600_000 ? inSummer : wall - 3_600_000;
}

/** The day and the minute of the day which the wall clock shows. */
export function wallClock(moment: Instant): { readonly day: number; readonly minute: number } {
  const wall = wallMs(moment);
  const day = Math.floor(wall / msADay);
  return { day, minute: Math.floor((wall - day * msADay) / 60_000) };
}

/** Minutes since midnight of `14:30`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
