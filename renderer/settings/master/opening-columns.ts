import type { Span } from '#shared/time/opening-hours.ts';
import { type IsoDay, addDays, isoDay } from '#shared/time/instant.ts';
import { type DaysEntry, closedAtMost, closedDaysFault } from '../../ui/fields/ClosedDaysField.tsx';
import { isUnreadable, typedEntry } from '../../ui/fields/entry.ts';
import type { WeekEntry } from '../../ui/fields/OpeningHoursField.tsx';
import { rentalDayReader, spansReader } from '../../ui/fields/readers.ts';

/** Of a form, what was typed is texts: those of a list of lines are kept as JSON. */
interface TypedWeek {
  readonly isAlwaysOpen: boolean;
  readonly days: readonly string[];
}
type TypedDays = readonly { readonly from: string; readonly to: string }[];

const daysAWeek = 7;

/** `branches.opening` as it is typed; null is open day and night. */
export function typedOpening(stored: string | null): string {
  const week = stored === null ? [] : (JSON.parse(stored) as readonly (readonly Span[])[]);
  const days = Array.from({ length: daysAWeek }, (_, at) => {
    const spans = week[at] ?? [];
    return spans.length === 0 ? '' : spansReader.write(spans);
  });
  return JSON.stringify({ isAlwaysOpen: stored === null, days } satisfies TypedWeek);
}

/** The week of a form while it is being typed. */
export function weekEntry(text: string): WeekEntry {
  const { isAlwaysOpen, days } = JSON.parse(text === '' ? typedOpening(null) : text) as TypedWeek;
  return { isAlwaysOpen, days: days.map((day) => typedEntry(spansReader, day)) };
}

export function typedWeek({ isAlwaysOpen, days }: WeekEntry): string {
  return JSON.stringify({ isAlwaysOpen, days: days.map((day) => day.text) } satisfies TypedWeek);
}

/** `branches.opening` of what was typed; null is open day and night, undefined where a day cannot be read. */
export function readOpening(text: string): string | null | undefined {
  const { isAlwaysOpen, days } = weekEntry(text);
  if (isAlwaysOpen) return null;
  if (days.some(isUnreadable)) return undefined;
  return asPostgresWrites(days.map(({ value }) => (value ?? []).map(({ from, to }) => ({ to, from }))));
}

/** `branches.closed_on` as it is typed: days that follow each other are one line. */
export function typedClosedDays(stored: string): string {
  const lines: { from: IsoDay; to: IsoDay }[] = [];
  for (const day of (JSON.parse(stored) as readonly string[]).map(isoDay).toSorted()) {
    const last = lines.at(-1);
    if (last && day <= addDays(last.to, 1)) last.to = day;
    else lines.push({ from: day, to: day });
  }
  // Written days are read without knowing which one is today.
  const { write } = rentalDayReader(isoDay('2026-01-01'));
  return JSON.stringify(
    lines.map(({ from, to }) => ({
      from: write(from),
      to: to === from ? '' : write(to),
    })) satisfies TypedDays,
  );
}

/** The lines of a form while they are being typed. */
export function closedDaysEntry(text: string, today: IsoDay): readonly DaysEntry[] {
  return (JSON.parse(text === '' ? '[]' : text) as TypedDays).map((line) => {
    const from = typedEntry(rentalDayReader(today), line.from);
    return { from, to: typedEntry(rentalDayReader(today, from.value ?? today), line.to) };
  });
}

export function typedDays(lines: readonly DaysEntry[]): string {
  return JSON.stringify(lines.map(({ from, to }) => ({ from: from.text, to: to.text })) satisfies TypedDays);
}

/** `branches.closed_on` of what was typed: every day once, in order; undefined where a line cannot be read. */
export function readClosedDays(text: string, today: IsoDay): string | undefined {
  const days = new Set<IsoDay>();
  for (const line of closedDaysEntry(text, today)) {
    const fault = closedDaysFault(line);
    if (isUnreadable(line.from) || isUnreadable(line.to) || fault.from || fault.to) return undefined;
    if (line.from.value === null) continue;
    const last = line.to.value ?? line.from.value;
    for (let day = line.from.value, at = 0; day <= last && at < closedAtMost; day = addDays(day, 1), at += 1)
      days.add(day);
  }
  return asPostgresWrites([...days].toSorted());
}

/** JSON as the database writes it, with its blanks and its shorter keys first: what was not changed must read the same. */
function asPostgresWrites(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asPostgresWrites).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${asPostgresWrites(one)}`)
    .join(', ')}}`;
}
