import type { Canton } from '../time/holiday-rules.ts';
import { isHoliday } from '../time/holidays.ts';
import { minuteOf, minutesADay, weekdayOf } from '../time/wall-clock.ts';
import type { EngineRate } from './choose-rate.ts';

/** A long weekend is not a fortnight: no more holidays than this are joined to either side. */
const mostHolidays = 4;

/**
 * Until when a weekend lasts that has begun at this minute of the wall clock; undefined outside any weekend. Over
 * holidays, a holiday on the first day lets it begin a day earlier, one on the last day lets it end a day later.
 */
export function weekendEnd(
  weekend: NonNullable<EngineRate['weekend']>,
  wallMinute: number,
  canton: Canton | null,
): number | undefined {
  const day = Math.floor(wallMinute / minutesADay);
  const joins = (number: number): boolean =>
    weekend.overHolidays && canton !== null && isHoliday(canton, number);
  const since = (weekdayOf(day) - weekend.from.weekday + 7) % 7;
  const opens = minuteOf(weekend.from.time);
  const closes = minuteOf(weekend.to.time);
  const length = (weekend.to.weekday - weekend.from.weekday + 7) % 7;
  for (const base of [day - since - 7, day - since, day - since + 7]) {
    let [first, last] = [base, base + length];
    for (let joined = 0; joined < mostHolidays && joins(first); joined++) first -= 1;
    for (let joined = 0; joined < mostHolidays && joins(last); joined++) last += 1;
    const begins = first * minutesADay + opens;
    const ends = last * minutesADay + closes;
    if (begins <= wallMinute && wallMinute < ends) return ends;
  }
  return undefined;
}
