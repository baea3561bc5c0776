import { expect, test } from 'vitest';
import type { Occupation } from '../fleet/occupation.ts';
import { rappen } from '../money/rappen.ts';
import { examplePriceList } from '../pricing/example-list.ts';
import { priceListSchema } from '../pricing/price-list.ts';
import { noOptions } from '../pricing/rental-options.ts';
import { must } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import { type ReserveEntry, type ReserveFacts, decideReservation } from './reserve.ts';

const list = priceListSchema.parse(examplePriceList);
const entry: ReserveEntry = {
  kind: 'reservation',
  vehicleId: null,
  categoryId: 'compact',
  branchId: 'kloten',
  returnBranchId: 'kloten',
  startsAt: instant('2026-11-24T09:00:00Z'),
  endsAt: instant('2026-11-26T09:00:00Z'),
  options: noOptions,
};
const occupation: Occupation = {
  kind: 'out',
  id: 'c1',
  vehicleId: 'v1',
  startsAt: instant('2026-11-20T09:00:00Z'),
  endsAt: instant('2026-11-24T10:00:00Z'),
  title: 'Weber, Eva',
  toBranchId: null,
};
const facts: ReserveFacts = {
  now: instant('2026-11-20T12:00:00Z'),
  priceList: list,
  customerGroup: null,
  driver: null,
  vehicle: null,
  before: null,
};
const vehicle = { status: 'active', categoryId: 'compact', occupations: [] } as const;
const asked = (changes: Partial<ReserveEntry>, known: Partial<ReserveFacts> = {}) => {
  const answer = decideReservation({ ...entry, ...changes }, { ...facts, ...known });
  return answer.ok ? answer.value.status : answer.refusal.code;
};

test('a category is to be assigned, a certain vehicle is reserved, a quote promises nothing', () => {
  expect(asked({})).toBe('to_assign');
  expect(asked({ vehicleId: 'v1' }, { vehicle })).toBe('reserved');
  expect(asked({ kind: 'quote' })).toBe('quote');
});

test('a vehicle that is taken is refused, with whom and how long; a quote may name it', () => {
  const taken = { vehicle: { ...vehicle, occupations: [occupation] } };
  expect(decideReservation({ ...entry, vehicleId: 'v1' }, { ...facts, ...taken })).toEqual({
    ok: false,
    refusal: {
      code: 'vehicle_taken',
      field: 'vehicleId',
      kind: 'out',
      title: 'Weber, Eva',
      from: occupation.startsAt,
      until: occupation.endsAt,
    },
  });
  expect(asked({ vehicleId: 'v1', kind: 'quote' }, taken)).toBe('quote');
  expect(asked({ vehicleId: 'v1', startsAt: instant('2026-11-24T10:00:00Z') }, taken)).toBe('reserved');
  // It does not clash with itself.
  const before = { id: 'c1', status: 'reserved', total: rappen(0) } as const;
  expect(asked({ vehicleId: 'v1' }, { ...taken, before })).toBe('reserved');
});

test('what may not be promised is refused', () => {
  expect(asked({ vehicleId: 'v1' }, { vehicle: { ...vehicle, status: 'workshop' } })).toBe(
    'vehicle_not_rentable',
  );
  expect(asked({ vehicleId: 'v1' }, { vehicle: { ...vehicle, categoryId: 'van' } })).toBe(
    'vehicle_of_another_category',
  );
  expect(asked({ startsAt: instant('2026-11-20T10:59:00Z') })).toBe('start_past');
  expect(asked({ startsAt: instant('2026-11-20T11:00:00Z') })).toBe('to_assign');
  expect(asked({ endsAt: entry.startsAt })).toBe('period_backwards');
  expect(asked({}, { priceList: null })).toBe('no_rate');
  const child = { bornOn: isoDay('2009-01-01'), licenceSince: isoDay('2026-01-01') };
  expect(asked({}, { driver: child })).toBe('driver_too_young');
});

test('of a change it says what becomes dearer, and it goes no step that is illegal', () => {
  const before = { id: 'c1', status: 'reserved', total: rappen(10_000) } as const;
  const seat = { ...noOptions, extras: [{ id: 'child', count: 2 }] };
  const plain = must(decideReservation(entry, { ...facts, before }));
  const more = must(decideReservation({ ...entry, options: seat }, { ...facts, before }));
  // 2 seats, 2 days, 8.00, and 15 % of it for the airport.
  expect(more.quote.total - plain.quote.total).toBe(3_680);
  expect(more.difference).toBe(more.quote.total - 10_000);
  expect(asked({ kind: 'quote' }, { before })).toBe('illegal_step');
  expect(asked({}, { before: { ...before, status: 'out' } })).toBe('illegal_step');
});
