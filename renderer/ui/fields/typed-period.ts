import type { Instant } from '#shared/time/instant.ts';
import { type Entry, typedEntry, writtenEntry } from './entry.ts';
import { momentReader } from './readers.ts';

/** From when to when, as texts of a draft. */
export interface TypedPeriod {
  readonly start: string;
  readonly end: string;
}

/** The period as typed; the end may be typed from the start, as `+3`. */
export function typedPeriod(
  { start, end }: TypedPeriod,
  now: Instant,
): { readonly start: Entry<Instant>; readonly end: Entry<Instant> } {
  const from = typedEntry(momentReader(now), start);
  return { start: from, end: typedEntry(momentReader(now, from.value ?? now), end) };
}

/** The same in full, so that it means the same tomorrow: `heute 9` is another day then. What cannot be read stays as it is. */
export function writtenPeriod(typed: TypedPeriod, now: Instant): TypedPeriod {
  const { start, end } = typedPeriod(typed, now);
  const written = ({ text, value }: Entry<Instant>): string =>
    value === null ? text : writtenEntry(momentReader(now), value).text;
  return { start: written(start), end: written(end) };
}
