import type { Instant } from '#shared/time/instant.ts';
import type { TimelineBar, TimelineRow } from './timeline-row.ts';
import { daysLater } from './timeline-window.ts';

/** Where the keyboard is: on a bar of a row, or on the row itself at a moment. */
export interface Cursor {
  readonly rowKey: string;
  readonly barId: string | null;
  /** The moment one looks at: rows above and below are entered at it. */
  readonly at: Instant;
}

/** The row of the cursor; -1 when it is no longer there. */
export function rowIndexOf(rows: readonly TimelineRow[], cursor: Cursor | null): number {
  return cursor === null ? -1 : rows.findIndex(({ key }) => key === cursor.rowKey);
}

/** Enters a row at a moment: on the bar that is there, else on the nearest within the window, else on the row itself. */
export function enter(
  row: TimelineRow,
  at: Instant,
  within: { readonly from: Instant; readonly to: Instant },
): Cursor {
  const seen = (row.bars ?? []).filter(
    ({ startsAt, takenUntil }) => startsAt < within.to && (takenUntil === null || takenUntil > within.from),
  );
  const distance = ({ startsAt, takenUntil }: TimelineBar): number =>
    at < startsAt
      ? Date.parse(startsAt) - Date.parse(at)
      : takenUntil !== null && takenUntil <= at
        ? Date.parse(at) - Date.parse(takenUntil)
        : 0;
  const nearest = seen.toSorted((a, b) => distance(a) - distance(b))[0];
  return { rowKey: row.key, barId: nearest?.id ?? null, at };
}

/** The next row that holds bars, up (-1) or down (1); the one it is on at either end. Headings hold none. */
export function nextRow(rows: readonly TimelineRow[], from: number, by: 1 | -1): number {
  for (let index = from + by; index >= 0 && index < rows.length; index += by) {
    if (rows[index]?.bars) return index;
  }
  return from;
}

/** The next bar of the row, left or right; from the row itself the first on that side of the moment. */
export function nextBar<Bar extends TimelineBar>(
  row: TimelineRow<Bar> | undefined,
  cursor: Cursor,
  by: 1 | -1,
): Bar | undefined {
  const bars = row?.bars ?? [];
  const index = bars.findIndex(({ id }) => id === cursor.barId);
  if (index >= 0) return bars[index + by];
  return by === 1
    ? bars.find(({ startsAt }) => startsAt > cursor.at)
    : bars.findLast(({ startsAt }) => startsAt < cursor.at);
}

/** Left or right: to the next bar of the row, behind the last one day by day. */
export function sideways(row: TimelineRow | undefined, cursor: Cursor, by: 1 | -1): Cursor {
  const next = nextBar(row, cursor, by);
  if (next) return { ...cursor, barId: next.id, at: next.startsAt };
  return cursor.barId === null || by === 1
    ? { ...cursor, barId: null, at: daysLater(cursor.at, by) }
    : cursor;
}
