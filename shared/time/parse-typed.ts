import { type Result, ok, refuse } from '../result/result.ts';
import { type IsoDay, isoDay } from './instant.ts';

export type TypedRefusal = { readonly code: 'day' } | { readonly code: 'time' };

/**
 * A day as people type it: `24.12.1990`, `24.12.90`, `24121990`, `241290`, `24/12/1990`, and ISO. Two-digit years are
 * the last hundred years up to `latest`, so that birth dates come out right.
 */
export function parseTypedDay(text: string, latest: IsoDay): Result<IsoDay, TypedRefusal> {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  const typed =
    /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})$/.exec(trimmed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
  const [, day, month, year] = iso ? [iso[0], iso[3], iso[2], iso[1]] : (typed ?? []);
  if (day === undefined || month === undefined || year === undefined) return refuse({ code: 'day' });
  try {
    return ok(isoDay(`${fullYear(year, latest)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`));
  } catch {
    return refuse({ code: 'day' });
  }
}

function fullYear(year: string, latest: IsoDay): string {
  if (year.length === 4) return year;
  const latestYear = Number(latest.slice(0, 4));
  const sameCentury = Math.floor(latestYear / 100) * 100 + Number(year);
  return String(sameCentury > latestYear ? sameCentury - 100 : sameCentury);
}

/** A time as people type it: `14:30`, `14.30`, `1430`, `930`, `9`. Returned as `14:30`. */
export function parseTypedTime(text: string): Result<string, TypedRefusal> {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? '0')];
  if (!match || hour > 23 || minute > 59) return refuse({ code: 'time' });
  return ok(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}
