import { type Result, ok, refuse } from '../result/result.ts';
import { formatTime } from './format-time.ts';
import { type Instant, type IsoDay, addDays, atWallClock, dayOf, daysBetween, instant } from './instant.ts';
import { parseTypedDay, parseTypedTime } from './parse-typed.ts';

export type TypedMomentRefusal = { readonly code: 'typed_day' | 'typed_moment' };

/** In the counter's languages; no two of them mean different days. */
const dayWords: Readonly<Record<string, number>> = {
  gestern: -1,
  hier: -1,
  ieri: -1,
  yesterday: -1,
  heute: 0,
  "aujourd'hui": 0,
  oggi: 0,
  today: 0,
  morgen: 1,
  demain: 1,
  domani: 1,
  tomorrow: 1,
  übermorgen: 2,
};

/** How far back a day without a year may lie before next year's is meant: the counter looks ahead. */
const daysBack = 60;

/**
 * A day of the rental business as people type it: `24.12.2026`, `24.12.26`, `24.12.` (the one nearest ahead, or up to 60
 * days ago), `heute`, `demain`, `+3` and `-1` from `from`. Not for birth dates: there `26` is 1926 (`parseTypedDay`).
 * @param from the day that `+3` counts from, such as the first of the rental
 */
export function parseTypedRentalDay(
  text: string,
  days: { readonly today: IsoDay; readonly from?: IsoDay },
): Result<IsoDay, TypedMomentRefusal> {
  const day = rentalDay(text, days);
  return day.ok && !hasFourFigures(day.value) ? refuse({ code: 'typed_day' }) : day;
}

/** A year that is written with a sign cannot be shown as a day, and nobody means it. */
const hasFourFigures = (written: string): boolean => /^\d{4}-/.test(written);

function rentalDay(
  text: string,
  { today, from = today }: { readonly today: IsoDay; readonly from?: IsoDay },
): Result<IsoDay, TypedMomentRefusal> {
  const typed = text.trim().toLowerCase().replace('’', "'");
  const relative = /^([+−-])\s?(\d{1,3})$/.exec(typed);
  if (relative) return ok(addDays(from, Number(relative[2]) * (relative[1] === '+' ? 1 : -1)));
  const word = Object.hasOwn(dayWords, typed) ? dayWords[typed] : undefined;
  if (word !== undefined) return ok(addDays(today, word));
  const short = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(typed);
  if (!short) {
    const full = parseTypedDay(typed, addDays(today, 10 * 366));
    return full.ok ? full : refuse({ code: 'typed_day' });
  }
  const year = Number(today.slice(0, 4));
  // Eight years reach the next 29 February, even over 2100.
  for (let ahead = -1; ahead <= 8; ahead += 1) {
    const day = parseTypedDay(`${short[1]}.${short[2]}.${year + ahead}`, today);
    if (day.ok && daysBetween(today, day.value) >= -daysBack) return day;
  }
  return refuse({ code: 'typed_day' });
}

/**
 * A moment as people type it: `24.12. 14:00`, `24.12.2026 1400`, `heute 9`, `14:30` (on the day of `from`), `+3` (three days
 * after `from`, at its time), `+3 10:00`, `+2h` and `+90min` after `from`. A day alone is the time of `from` on that day.
 * @param from what a rental starts at when its end is typed; else now
 */
export function parseTypedMoment(
  text: string,
  moments: { readonly now: Instant; readonly from?: Instant },
): Result<Instant, TypedMomentRefusal> {
  const moment = typedMoment(text, moments);
  return moment.ok && !hasFourFigures(moment.value) ? refuse({ code: 'typed_moment' }) : moment;
}

function typedMoment(
  text: string,
  { now, from = now }: { readonly now: Instant; readonly from?: Instant },
): Result<Instant, TypedMomentRefusal> {
  const typed = text.trim().toLowerCase();
  const refused = refuse({ code: 'typed_moment' } as const);
  const later = /^\+\s?(\d{1,4})\s?(h|min)$/.exec(typed);
  if (later) {
    const minutes = Number(later[1]) * (later[2] === 'h' ? 60 : 1);
    return ok(instant(new Date(Date.parse(from) + minutes * 60_000).toISOString()));
  }
  const days = { today: dayOf(now), from: dayOf(from) };
  const timeAlone = /^\d{1,2}[:.h]\d{2}$|^\d{3,4}$/.test(typed) ? parseTypedTime(typed) : null;
  if (timeAlone?.ok) return ok(atWallClock(days.from, timeAlone.value));
  const dayAlone = parseTypedRentalDay(typed, days);
  if (dayAlone.ok) return ok(atWallClock(dayAlone.value, formatTime(from)));
  const parts = /^(.+?)[\s,]+(?:um |à |alle |at )?(\d{1,2}(?:[:.h]?\d{2})?)(?:\s?(?:uhr|h))?$/.exec(typed);
  if (!parts) return refused;
  const day = parseTypedRentalDay(parts[1] ?? '', days);
  const time = parseTypedTime(parts[2] ?? '');
  return day.ok && time.ok ? ok(atWallClock(day.value, time.value)) : refused;
}
