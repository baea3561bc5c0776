import type { Instant } from '#shared/time/instant.ts';
import type { Bar, PlanRow } from './plan-rows.ts';

/** Where the keyboard is: on a bar of a row, or on the row itself at a moment. */
export interface Cursor {
  readonly rowKey: string;
  readonly barId: string | null;
  /** The moment one looks at: rows above and below are entered at it. */
  readonly at: Instant;
}

export function barsOf(row: PlanRow | undefined): readonly Bar[] {
  return row === undefined || row.kind === 'category' ? [] : row.bars;
}

/** The row of the cursor; -1 when it is no longer there. */
export function rowIndexOf(rows: readonly PlanRow[], cursor: Cursor | null): number {
  return cursor === null ? -1 : rows.findIndex(({ key }) => key === cursor.rowKey);
}

/** Enters a row at a moment: on the bar that is there, else on the nearest within the window, else on the row itself. */
export function enter(
  row: PlanRow,
  at: Instant,
  within: { readonly from: Instant; readonly to: Instant },
): Cursor {
  const seen = barsOf(row).filter(
    ({ startsAt, takenUntil }) => startsAt < within.to && (takenUntil === null || takenUntil > within.from),
  );
  const distance = ({ startsAt, takenUntil }: Bar): number =>
    at < startsAt
      ? Date.parse(startsAt) - Date.parse(at)
      : takenUntil !== null && takenUntil <= at
        ? Date.parse(at) - Date.parse(takenUntil)
        : 0;
  const nearest = seen.toSorted((a, b) => distance(a) - distance(b))[0];
  return { rowKey: row.key, barId: nearest?.id ?? null, at };
}

/** The next row that holds bars, up (-1) or down (1); the one it is on at either end. Categories are headings. */
export function nextRow(rows: readonly PlanRow[], from: number, by: 1 | -1): number {
  for (let index = from + by; index >= 0 && index < rows.length; index += by) {
    if (rows[index]?.kind !== 'category') return index;
  }
  return from;
}

/** The next bar of the row, left or right; from the row itself the first on that side of the moment. */
export function nextBar(row: PlanRow | undefined, cursor: Cursor, by: 1 | -1): Bar | undefined {
  const bars = barsOf(row);
  const index = bars.findIndex(({ id }) => id === cursor.barId);
  if (index >= 0) return bars[index + by];
  return by === 1
    ? bars.find(({ startsAt }) => startsAt > cursor.at)
    : bars.findLast(({ startsAt }) => startsAt < cursor.at);
}
