import { type Canton, type HolidayDate, type HolidayRule, holidayRules } from './holiday-rules.ts';
import type { IsoDay } from './instant.ts';
import { dayOfNumber, weekdayOf } from './wall-clock.ts';

export interface Holiday {
  readonly id: string;
  readonly day: IsoDay;
  /** A half day (Sechseläuten, Knabenschiessen) is no holiday by law: shops may close, time limits run. */
  readonly kind: 'holiday' | 'half_day';
  /** True where the day is customary, local, or put differently by our sources. */
  readonly uncertain: boolean;
  readonly source: HolidayRule['source'];
  readonly names: Readonly<Record<'de' | 'fr' | 'it' | 'en', string>>;
}

/**
 * Easter Sunday in the Gregorian calendar, as days since 1970 (Meeus, Astronomical Algorithms, chapter 8; the same as
 * the anonymous algorithm of Nature, 1876).
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOn(year, Math.floor(n / 31), (n % 31) + 1);
}

/** All holidays and half days of a canton in a year, in the order of the calendar. */
export function holidaysOf(canton: Canton, year: number): readonly Holiday[] {
  return [...calendar(canton, year).values()].flat().toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** The holiday by law on that day in that canton, if there is one. Half days are none. */
export function holidayOn(canton: Canton, day: IsoDay): Holiday | undefined {
  return calendar(canton, Number(day.slice(0, 4)))
    .get(day)
    ?.find(({ kind }) => kind === 'holiday');
}

const restDays = new Map<Canton, Map<number, boolean>>();

/** The same by the number of the day, remembered: weekend rates ask it for every day of every quote. */
export function isHoliday(canton: Canton, number: number): boolean {
  let known = restDays.get(canton);
  if (!known) restDays.set(canton, (known = new Map()));
  let answer = known.get(number);
  if (answer === undefined) {
    answer = holidayOn(canton, dayOfNumber(number)) !== undefined;
    known.set(number, answer);
  }
  return answer;
}

const years = new Map<string, ReadonlyMap<IsoDay, readonly Holiday[]>>();

/** A year is computed once: prices ask often. */
function calendar(canton: Canton, year: number): ReadonlyMap<IsoDay, readonly Holiday[]> {
  const key = `${canton}${year}`;
  const known = years.get(key);
  if (known) return known;
  const made = new Map<IsoDay, Holiday[]>();
  for (const rule of holidayRules) {
    const number = dayIn(rule.date, year);
    const weekday = weekdayOf(number);
    if (!rule.in.split(' ').includes(canton)) continue;
    if (rule.sinceYear !== undefined && year < rule.sinceYear) continue;
    if (rule.notOn?.[canton]?.includes(weekday) === true) continue;
    if (rule.onlyOn?.[canton]?.includes(weekday) === false) continue;
    const [de, fr, it, en] = rule.names;
    const uncertain = rule.uncertain?.split(' ').includes(canton) ?? false;
    const { id, kind, source } = rule;
    const day = dayOfNumber(number);
    made.set(day, [
      ...(made.get(day) ?? []),
      { id, day, kind, uncertain, source, names: { de, fr, it, en } },
    ]);
  }
  years.set(key, made);
  return made;
}

function dayIn(date: HolidayDate, year: number): number {
  switch (date.at) {
    case 'date':
      return dayOn(year, date.month, date.day);
    case 'easter':
      return easterSunday(year) + date.days;
    case 'weekday':
      return nthWeekday(year, date.month, date.weekday, date.nth) + date.plusDays;
    case 'fahrtsfest': {
      const thursday = nthWeekday(year, 4, 4, 1);
      return thursday === easterSunday(year) - 3 ? thursday + 7 : thursday;
    }
    case 'sechselaeuten': {
      const monday = nthWeekday(year, 4, 1, 3);
      const easter = easterSunday(year);
      if (monday === easter + 1) return monday + 7;
      return monday === easter - 6 ? monday - 7 : monday;
    }
  }
}

function dayOn(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayOn(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}
