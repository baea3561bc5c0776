import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant.ts';
import { begunMove, dragged, ghostOf, isUnmoved, onto, shifted, stretched } from './pending-move.ts';
import type { Bar, PlanRow } from './plan-rows.ts';

const bar = (id: string, from: string, to: string): Bar => ({
  id,
  kind: 'reserved',
  tone: 'plain',
  isMovable: true,
  title: 'Weber, Eva',
  vehicleId: 'v1',
  categoryId: 'compact',
  startsAt: instant(from),
  endsAt: instant(to),
  takenUntil: instant(to),
});
const first = bar('a', '2026-11-21T09:00:00Z', '2026-11-23T09:00:00Z');
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
const row: PlanRow = { kind: 'vehicle', key: 'vehicle/v1', vehicle, bars: [first] };
const empty: PlanRow = { kind: 'vehicle', key: 'vehicle/v2', vehicle: { ...vehicle, id: 'v2' }, bars: [] };
const lane: PlanRow = { kind: 'lane', key: 'lane/compact/0', categoryId: 'compact', bars: [] };
const heading: PlanRow = {
  kind: 'category',
  key: 'category/x',
  bars: null,
  name: 'Bus',
  vehicles: 1,
  unassigned: 0,
};

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

test('a hand moves a bar by days and onto the row below it, or only the end that it holds', () => {
  const rows = [heading, row, empty];
  const drag = { bar: first, days: 1, rowKey: empty.key } as const;
  expect(dragged({ ...drag, grip: 'whole' }, rows)).toEqual(onto(shifted(begunMove(first), 1), empty));
  expect(dragged({ ...drag, grip: 'end' }, rows)).toEqual(stretched(begunMove(first), 1, 'end'));
  // Beside the rows it stays in its own.
  expect(dragged({ ...drag, grip: 'whole', rowKey: undefined }, rows).vehicleId).toBe('v1');
});

test('what is moved stands in the row of its vehicle, or among what waits in its category', () => {
  const rows = [heading, lane, row, empty];
  const move = begunMove(first);
  expect(ghostOf(onto(move, empty), rows, false)).toMatchObject({ barId: 'a', rowKey: empty.key });
  expect(ghostOf(onto(move, lane), rows, true)).toMatchObject({ rowKey: lane.key, isRefused: true });
  expect(ghostOf(onto(move, lane), [heading, row], true).rowKey).toBeNull();
});
