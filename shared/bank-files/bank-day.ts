import { type IsoDay, dayOf, instant, isoDay } from '../time/instant.ts';

/** A file has few different days, and as many dates as entries. */
const known = new Map<string, IsoDay | null>();
const most = 1000;

/**
 * The Swiss calendar day of an ISO date (`2026-11-20`, with or without an offset, which a bank day ignores) or of a date
 * and time: with an offset the day in Switzerland, without one the day that is written. `null` for what is none.
 */
export function bankDay(text: string): IsoDay | null {
  let day = known.get(text);
  if (day === undefined) {
    day = readDay(text);
    if (known.size >= most) known.clear();
    known.set(text, day);
  }
  return day;
}

function readDay(text: string): IsoDay | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:(T\d\d:\d\d:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)$/.exec(text);
  if (!found) return null;
  const [, date = '', time, offset] = found;
  try {
    return time === undefined || offset === undefined ? isoDay(date) : dayOf(instant(text));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
