import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from '../time/instant.ts';
import {
  type Fleet,
  type Occupation,
  availability,
  branchAt,
  clashesOf,
  freeAgainAt,
  freeVehiclesOf,
} from './occupation.ts';

const epoch = Date.parse('2026-11-20T00:00:00Z');
const hour = (count: number): Instant => instant(new Date(epoch + count * 3_600_000));

const occupation = (changes: Partial<Occupation> = {}): Occupation => ({
  kind: 'reserved',
  id: 'r1',
  vehicleId: 'v1',
  startsAt: hour(10),
  endsAt: hour(34),
  title: 'Weber, Eva',
  toBranchId: null,
  ...changes,
});

const spans = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
  .map(([from, length]) => ({ from, to: from + length }));

test('a clash is found exactly where an hour is taken twice', () => {
  const plans = fc.array(
    fc.record({ span: spans, vehicle: fc.constantFrom('v1', 'v2'), isOpen: fc.boolean() }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(plans, spans, fc.constantFrom('v1', 'v2'), (planned, wish, vehicleId) => {
      const occupations = planned.map(({ span, vehicle, isOpen }, index) =>
        occupation({
          id: `r${index}`,
          vehicleId: vehicle,
          startsAt: hour(span.from),
          endsAt: isOpen ? null : hour(span.to),
        }),
      );
      const taken = (at: number, { span, isOpen }: (typeof planned)[number]): boolean =>
        span.from <= at && (isOpen || at < span.to);
      const expected = planned.flatMap((plan, index) =>
        plan.vehicle === vehicleId &&
        Array.from({ length: wish.to - wish.from }, (_, at) => wish.from + at).some((at) => taken(at, plan))
          ? [`r${index}`]
          : [],
      );
      const found = clashesOf(occupations, {
        vehicleId,
        startsAt: hour(wish.from),
        endsAt: hour(wish.to),
      });
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      expect(found.map(({ startsAt }) => startsAt)).toEqual(found.map(({ startsAt }) => startsAt).toSorted());
    }),
  );
});

test('a vehicle that is back at ten may leave at ten, and a plan does not clash with itself', () => {
  const plans = [occupation()];
  const wish = { vehicleId: 'v1', startsAt: hour(34), endsAt: hour(40) };
  expect(clashesOf(plans, wish)).toEqual([]);
  expect(clashesOf(plans, { ...wish, startsAt: hour(33) })).toEqual(plans);
  expect(clashesOf(plans, { ...wish, startsAt: hour(33) }, 'r1')).toEqual([]);
});

test('what is overdue is not free before now', () => {
  expect(freeAgainAt({ status: 'out', endsAt: hour(10) }, hour(12))).toBe(hour(12));
  expect(freeAgainAt({ status: 'out', endsAt: hour(14) }, hour(12))).toBe(hour(14));
  expect(freeAgainAt({ status: 'reserved', endsAt: hour(10) }, hour(12))).toBe(hour(10));
});

test('a vehicle stands where its last journey before the moment ends', () => {
  const vehicle = { id: 'v1', branchId: 'zrh' };
  const journeys = [
    occupation({ id: 'b', startsAt: hour(40), endsAt: hour(46), toBranchId: 'zrh' }),
    occupation({ id: 'a', startsAt: hour(10), endsAt: hour(34), toBranchId: 'chur' }),
    occupation({ id: 'c', vehicleId: 'v2', toBranchId: 'lugano' }),
  ];
  expect([9, 34, 45, 46].map((at) => branchAt(vehicle, journeys, hour(at)))).toEqual([
    'zrh',
    'chur',
    'chur',
    'zrh',
  ]);
});

const vehicle = (id: string, changes: Partial<Fleet['vehicles'][number]> = {}) => ({
  id,
  categoryId: 'compact',
  branchId: 'zrh',
  status: 'active' as const,
  ...changes,
});
const wish = { categoryId: 'compact', branchId: 'zrh', startsAt: hour(10), endsAt: hour(34) };

test('a category has what stands in the branch, is free, and was promised to nobody', () => {
  const fleet: Fleet = {
    vehicles: [
      vehicle('v1'),
      vehicle('v2'),
      vehicle('v3'),
      vehicle('v4', { status: 'workshop' }),
      vehicle('v5', { branchId: 'chur' }),
      vehicle('v6', { categoryId: 'van' }),
    ],
    occupations: [
      occupation(),
      // Comes over from Chur in time.
      occupation({ id: 't', vehicleId: 'v5', startsAt: hour(0), endsAt: hour(6), toBranchId: 'zrh' }),
    ],
    unassigned: [
      { ...wish, id: 'u1', startsAt: hour(12), endsAt: hour(20) },
      { ...wish, id: 'u2', startsAt: hour(22), endsAt: hour(30) },
      { ...wish, id: 'u3', branchId: 'chur' },
      { ...wish, id: 'u4', categoryId: 'van' },
    ],
  };
  expect(freeVehiclesOf(fleet, wish).map(({ id }) => id)).toEqual(['v2', 'v3', 'v5']);
  // Two promises, but one after the other: one vehicle serves both.
  expect(availability(fleet, wish)).toBe(2);
  expect(availability(fleet, wish, 'u1')).toBe(2);
  expect(availability({ ...fleet, unassigned: fleet.unassigned.slice(0, 1) }, wish, 'u1')).toBe(3);
  const third = { ...wish, id: 'u5', startsAt: hour(15), endsAt: hour(25) };
  expect(availability({ ...fleet, unassigned: [...fleet.unassigned, third] }, wish)).toBe(1);
});

test('what is promised at once is never more than what the hours count', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 8 }), spans, (promised, asked) => {
      const period = { startsAt: hour(asked.from), endsAt: hour(asked.to) };
      const unassigned = promised.map(({ from, to }, index) => ({
        ...wish,
        id: `u${index}`,
        startsAt: hour(from),
        endsAt: hour(to),
      }));
      const hours = Array.from({ length: asked.to - asked.from }, (_, at) => asked.from + at);
      const most = Math.max(
        0,
        ...hours.map((at) => promised.filter(({ from, to }) => from <= at && at < to).length),
      );
      const fleet: Fleet = { vehicles: [vehicle('v1')], occupations: [], unassigned };
      expect(availability(fleet, { ...wish, ...period })).toBe(1 - most);
    }),
  );
});
