import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant.ts';
import { enter, nextBar, nextRow, sideways } from './cursor.ts';
import type { TimelineBar, TimelineRow } from './timeline-row.ts';

const bar = (id: string, from: string, to: string): TimelineBar => ({
  id,
  title: 'Weber, Eva',
  tone: 'plain',
  startsAt: instant(from),
  takenUntil: instant(to),
  isMovable: true,
});
const first = bar('a', '2026-11-21T09:00:00Z', '2026-11-23T09:00:00Z');
const second = bar('b', '2026-11-25T09:00:00Z', '2026-11-26T09:00:00Z');
const row: TimelineRow = { key: 'v1', bars: [first, second] };
const empty: TimelineRow = { key: 'v2', bars: [] };
const heading: TimelineRow = { key: 'x', bars: null };

test('up and down go from row to row, past headings, and stay at either end', () => {
  const rows = [heading, row, heading, empty];
  expect([nextRow(rows, 1, 1), nextRow(rows, 3, -1), nextRow(rows, 3, 1), nextRow(rows, 1, -1)]).toEqual([
    3, 1, 3, 1,
  ]);
});

test('a row is entered on the bar that is there or the nearest that is seen', () => {
  const within = { from: instant('2026-11-20T00:00:00Z'), to: instant('2026-12-04T00:00:00Z') };
  expect(enter(row, instant('2026-11-24T20:00:00Z'), within).barId).toBe('b');
  expect(enter(row, instant('2026-11-22T20:00:00Z'), within).barId).toBe('a');
  expect(
    enter(row, instant('2026-11-22T20:00:00Z'), { ...within, from: instant('2026-11-24T00:00:00Z') }).barId,
  ).toBe('b');
  expect(enter(empty, within.from, within).barId).toBeNull();
});

test('left and right go from bar to bar, and behind the last day by day', () => {
  const at = { rowKey: row.key, at: first.startsAt };
  expect(nextBar(row, { ...at, barId: 'a' }, 1)).toBe(second);
  expect(nextBar(row, { ...at, barId: 'b' }, 1)).toBeUndefined();
  expect(nextBar(row, { ...at, barId: null, at: instant('2026-11-24T00:00:00Z') }, -1)).toBe(first);
  expect(sideways(row, { ...at, barId: 'a' }, 1)).toMatchObject({ barId: 'b', at: second.startsAt });
  expect(sideways(row, { ...at, barId: 'b', at: second.startsAt }, 1)).toMatchObject({
    barId: null,
    at: '2026-11-26T09:00:00.000Z',
  });
  // Nothing lies before the first bar of a row; in an empty row there is each day.
  expect(sideways(row, { ...at, barId: 'a' }, -1)).toEqual({ ...at, barId: 'a' });
  expect(sideways(empty, { ...at, rowKey: empty.key, barId: null }, -1).at).toBe('2026-11-20T09:00:00.000Z');
});
