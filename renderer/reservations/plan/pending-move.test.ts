import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant.ts';
import { enter, nextBar, nextRow } from './cursor.ts';
import { begunMove, isUnmoved, onto, shifted, stretched } from './pending-move.ts';
import type { Bar, PlanRow } from './plan-rows.ts';

const bar = (id: string, from: string, to: string): Bar => ({
  id,
  kind: 'reserved',
  title: 'Weber, Eva',
  vehicleId: 'v1',
  categoryId: 'compact',
  startsAt: instant(from),
  endsAt: instant(to),
  takenUntil: instant(to),
});
const first = bar('a', '2026-11-21T09:00:00Z', '2026-11-23T09:00:00Z');
const second = bar('b', '2026-11-25T09:00:00Z', '2026-11-26T09:00:00Z');
const vehicle = {
  id: 'v1',
  plate: 'ZH 1',
  make: '',
  model: '',
  status: 'active',
  branch_id: 'zrh',
  category_id: 'compact',
  category: 'Kompakt',
} as const;
const row: PlanRow = { kind: 'vehicle', key: 'vehicle/v1', vehicle, bars: [first, second] };
const empty: PlanRow = { kind: 'vehicle', key: 'vehicle/v2', vehicle: { ...vehicle, id: 'v2' }, bars: [] };
const lane: PlanRow = { kind: 'lane', key: 'lane/compact/0', categoryId: 'compact', bars: [] };
const heading: PlanRow = { kind: 'category', key: 'category/x', name: 'Bus', vehicles: 1, unassigned: 0 };

test('a move shifts, stretches, and goes onto another vehicle or off it', () => {
  const move = begunMove(first);
  expect(isUnmoved(move)).toBe(true);
  expect(shifted(move, -2)).toMatchObject({ startsAt: '2026-11-19T09:00:00.000Z', endsAt: first.startsAt });
  expect(stretched(move, 3, 'end').endsAt).toBe('2026-11-26T09:00:00.000Z');
  expect(stretched(move, 1, 'start').startsAt).toBe('2026-11-22T09:00:00.000Z');
  // Never to nothing.
  expect(stretched(move, -2, 'end')).toBe(move);
  expect(onto(move, empty).vehicleId).toBe('v2');
  expect(onto(move, lane).vehicleId).toBeNull();
  expect(onto(move, heading)).toBe(move);
  expect(isUnmoved(onto(move, row))).toBe(true);
});

test('arrows go from bar to bar and from row to row, past headings', () => {
  const within = { from: instant('2026-11-20T00:00:00Z'), to: instant('2026-12-04T00:00:00Z') };
  const rows = [heading, row, heading, empty];
  expect([nextRow(rows, 1, 1), nextRow(rows, 3, -1), nextRow(rows, 3, 1), nextRow(rows, 1, -1)]).toEqual([
    3, 1, 3, 1,
  ]);
  expect(enter(row, instant('2026-11-24T20:00:00Z'), within).barId).toBe('b');
  expect(enter(row, instant('2026-11-22T20:00:00Z'), within).barId).toBe('a');
  expect(
    enter(row, instant('2026-11-22T20:00:00Z'), { ...within, from: instant('2026-11-24T00:00:00Z') }).barId,
  ).toBe('b');
  expect(enter(empty, within.from, within).barId).toBeNull();
  const at = { rowKey: row.key, at: first.startsAt };
  expect(nextBar(row, { ...at, barId: 'a' }, 1)).toBe(second);
  expect(nextBar(row, { ...at, barId: 'b' }, 1)).toBeUndefined();
  expect(nextBar(row, { ...at, barId: null, at: instant('2026-11-24T00:00:00Z') }, -1)).toBe(first);
});
