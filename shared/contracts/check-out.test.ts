import { describe, expect, test } from 'vitest';
import { priceListSchema } from '../pricing/price-list.ts';
import { must } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import { type CheckOutEntry, type CheckOutFacts, decideCheckOut, odometerWarnings } from './check-out.ts';
import { isDrawn } from './contract-paper-signature.ts';

const drawn = (...points: readonly (readonly [number, number])[]) => ({
  width: 600,
  height: 200,
  strokes: [points.map(([x, y]): [number, number] => [x, y])],
});

const entry: CheckOutEntry = {
  driver: {
    bornOn: isoDay('1985-03-04'),
    licenceSince: isoDay('2005-05-05'),
    licenceCategory: 'B',
    licenceExpiresOn: null,
  },
  startsAt: instant('2026-11-20T13:30:00Z'),
  endsAt: instant('2026-11-23T13:30:00Z'),
  odometerKm: 31_846,
  fuelEighths: 8,
  returnBranchId: 'kloten',
  signature: drawn([10, 10], [200, 80], [400, 40]),
};

const priceList = priceListSchema.parse({
  id: 'winter',
  name: 'Winter',
  categories: [
    {
      id: 'compact',
      name: 'Kompakt',
      deposit: 50_000,
      deductibles: { collision: 100_000 },
      minimumAge: 21,
      minimumLicenceYears: 1,
    },
  ],
  rates: [
    {
      id: 'low',
      name: 'Nebensaison',
      category: 'compact',
      validFrom: '2026-11-01',
      validTo: '2027-03-31',
      graceMinutes: 59,
      extraKilometrePrice: 35,
      day: { price: 7900, kilometres: 200 },
    },
  ],
  branches: [
    // Closed whenever this check-out happens.
    { id: 'zrh', name: 'Zürich', canton: 'ZH', opening: [[], [], [], [], [], [], []] },
    { id: 'kloten', name: 'Flughafen', canton: 'ZH' },
    { id: 'chur', name: 'Chur', canton: 'GR' },
  ],
  oneWay: [{ from: 'zrh', to: 'kloten', price: 2000 }],
  discounts: [
    {
      id: 'corporate',
      name: 'Firmen',
      group: 'corporate',
      by: { share: 1000 },
      on: 'rental',
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
    },
  ],
});

const facts: CheckOutFacts = {
  now: instant('2026-11-20T13:36:00Z'),
  priceList,
  categoryId: 'compact',
  branchId: 'zrh',
  customerGroup: null,
  rules: {
    minimumAge: 21,
    maximumAge: null,
    minimumLicenceYears: 1,
    licenceCategory: 'B',
  },
  vehicle: { status: 'active', odometerKm: 31_846, outWith: null, held: null },
};

const since = instant('2026-11-20T08:00:00Z');

describe('a check-out', () => {
  test('has its price, deposit and deductible', () => {
    // 3 × 79.00 and 20.00 one-way; the branch is closed, and somebody stands at its counter.
    expect(must(decideCheckOut(entry, facts))).toMatchObject({
      price: { quote: { total: 25_700 } },
      deposit: 50_000,
      deductible: 100_000,
      warnings: [],
    });
  });

  test('gives a renter the discount of their group', () => {
    // 237.00 − 23.70 + 20.00
    const decided = must(decideCheckOut(entry, { ...facts, customerGroup: 'corporate' }));
    expect(decided.price.quote.total).toBe(23_330);
  });

  test('has what was chosen on its bill, and a lower deductible with a protection', () => {
    const sold = priceListSchema.parse({
      ...priceList,
      extras: [{ id: 'seat', name: 'Kindersitz', per: 'day', price: 800 }],
      protections: [{ id: 'cdw0', name: 'ohne', cover: 'collision', perDay: 2900, deductible: 0 }],
    });
    const options = {
      extras: [{ id: 'seat', count: 1 }],
      protections: ['cdw0'],
      kilometrePackage: null,
      vouchers: [],
    };
    const decided = must(decideCheckOut({ ...entry, options }, { ...facts, priceList: sold }));
    // 257.00 + 3 × 8.00 + 3 × 29.00
    expect(decided).toMatchObject({ price: { quote: { total: 36_800 } }, deductible: 0 });
    const unknown = decideCheckOut({ ...entry, options: { ...options, vouchers: ['X'] } }, facts);
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'protection_unknown' } });
  });

  test.each<readonly [string, Partial<CheckOutEntry>, Partial<CheckOutFacts>, string | undefined]>([
    [
      'a car in the workshop',
      {},
      { vehicle: { ...facts.vehicle, status: 'workshop' } },
      'vehicle_not_rentable',
    ],
    [
      'a car that is held',
      {},
      {
        vehicle: { ...facts.vehicle, held: { kind: 'hold', reason: 'repair', note: '', since, until: null } },
      },
      'vehicle_held',
    ],
    [
      'a car on its way to another branch',
      {},
      { vehicle: { ...facts.vehicle, held: { kind: 'transfer', to: 'Chur', since } } },
      'vehicle_in_transfer',
    ],
    ['a car that is out', {}, { vehicle: { ...facts.vehicle, outWith: 'ZRH-B-26-00007' } }, 'vehicle_out'],
    ['a year that nobody means', { endsAt: instant('2126-11-23T13:30:00Z') }, {}, 'period_out_of_reach'],
    ['a start twelve hours ahead', { startsAt: instant('2026-11-21T01:36:00Z') }, {}, undefined],
    ['a minute more', { startsAt: instant('2026-11-21T01:37:00Z') }, {}, 'start_too_far'],
    ['a start twelve hours ago', { startsAt: instant('2026-11-20T01:36:00Z') }, {}, undefined],
    ['a minute more than that', { startsAt: instant('2026-11-20T01:35:00Z') }, {}, 'start_too_far'],
    ['a child', { driver: { ...entry.driver, bornOn: isoDay('2005-11-21') } }, {}, 'driver_too_young'],
    [
      'a licence that ends under way',
      { driver: { ...entry.driver, licenceExpiresOn: isoDay('2026-11-22') } },
      {},
      'licence_expired',
    ],
    ['an end before the start', { endsAt: entry.startsAt }, {}, 'period_backwards'],
    ['no rate', {}, { priceList: null }, 'no_rate'],
    ['a way that is not offered', { returnBranchId: 'chur' }, {}, 'one_way_not_offered'],
    ['a return while closed', { returnBranchId: 'zrh' }, {}, 'branch_closed'],
    ['half a kilometre', { odometerKm: 0.5 }, {}, 'odometer_impossible'],
    ['an odometer below nothing', { odometerKm: -1 }, {}, 'odometer_impossible'],
    ['ten million kilometres', { odometerKm: 10_000_000 }, {}, 'odometer_impossible'],
    ['nine eighths', { fuelEighths: 9 }, {}, 'fuel_impossible'],
    ['no signature', { signature: null }, {}, 'signature_missing'],
    ['a dot', { signature: drawn([5, 5], [5, 6], [6, 5]) }, {}, 'signature_missing'],
  ])('with %s', (_name, entered, known, code) => {
    const decided = decideCheckOut({ ...entry, ...entered }, { ...facts, ...known });
    expect(decided.ok ? undefined : decided.refusal.code).toBe(code);
  });
});

test('an odometer that goes back, or jumps by more than 500 km, is asked about and not refused', () => {
  expect([31_845, 31_846, 32_346, 32_347].map((km) => odometerWarnings(km, 31_846)[0]?.code)).toEqual([
    'odometer_back',
    undefined,
    undefined,
    'odometer_jump',
  ]);
});

test('a signature moves across a twentieth of the pad, in either direction, with three points', () => {
  expect(isDrawn(drawn([0, 0], [15, 0], [30, 0]))).toBe(true);
  expect(isDrawn(drawn([0, 0], [0, 15], [0, 30]))).toBe(true);
  expect(isDrawn(drawn([0, 0], [15, 29], [29, 0]))).toBe(false);
  expect(isDrawn(drawn([0, 0], [600, 200]))).toBe(false);
});

test('who signs the print by hand draws nothing', () => {
  expect(decideCheckOut({ ...entry, signature: { onPaper: true } }, facts)).toMatchObject({ ok: true });
});
