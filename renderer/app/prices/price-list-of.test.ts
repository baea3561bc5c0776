import { expect, test } from 'vitest';
import { quote } from '#shared/pricing/quote.ts';
import { quoteRequestSchema } from '#shared/pricing/quote-request.ts';
import { basisPoints, rappen } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { instant, isoDay } from '#shared/time/instant.ts';
import { priceListOf } from './price-list-of.ts';
import type { PriceRows } from './price-rows.ts';

const at = instant('2026-01-01T00:00:00Z');
const own = { company_id: 'company', created_at: at };

const rate: PriceRows['rates'][number] = {
  ...own,
  id: 'year',
  category_id: 'compact',
  name: 'Ganzes Jahr',
  season_id: null,
  valid_from: isoDay('2026-01-01'),
  valid_to: isoDay('2026-12-31'),
  minimum_days: 1,
  day_price: rappen(8000),
  kilometres_per_day: 200,
  extra_kilometre_price: rappen(35),
  grace_minutes: 59,
  is_unlimited: 0,
  hour_price: rappen(1500),
  hour_kilometres: 10,
  minimum_hours: 3,
  weekend_price: rappen(15_000),
  weekend_kilometres: 600,
  weekend_from: '5 12:00',
  weekend_to: '1 09:00',
  weekend_over_holidays: 1,
  week_price: rappen(42_000),
  week_kilometres: 1400,
  month_price: null,
  month_kilometres: null,
  month_days: 30,
};

const summer: PriceRows['rates'][number] = {
  ...rate,
  id: 'summer',
  name: 'Sommer',
  season_id: 'summer',
  day_price: rappen(11_000),
  is_unlimited: 1,
  hour_price: null,
  weekend_price: null,
  weekend_from: null,
  weekend_to: null,
  week_price: null,
};

const branch: PriceRows['branches'][number] = {
  ...own,
  id: 'zrh',
  code: 'ZRH',
  name: 'Zürich',
  street: '',
  building_number: '',
  postal_code: '8000',
  town: 'Zürich',
  phone: '',
  canton: 'ZH',
  opening: JSON.stringify([...Array.from({ length: 6 }, () => [{ from: '08:00', to: '18:00' }]), []]),
  on_holidays: 'closed',
  closed_on: '["2026-12-24"]',
  after_hours_pick_up: null,
  after_hours_return: rappen(3000),
  airport_once: null,
  airport_share: basisPoints(1000),
};

const company: PriceRows['company'] = {
  id: 'company',
  name: 'Alpina',
  price_basis: 'gross',
  season_by: 'start',
  early_return: 'reprice',
  late_grace_minutes: 30,
  late_fee: rappen(5000),
  late_fee_vat_kind: 'standard',
  young_driver_under_age: 25,
  young_driver_per_day: rappen(1500),
  young_driver_maximum: null,
};

const rows: PriceRows = {
  company,
  category: {
    ...own,
    id: 'compact',
    code: 'C',
    name: 'Kompakt',
    position: 1,
    deposit: rappen(50_000),
    deductible: rappen(200_000),
    theft_deductible: rappen(100_000),
    minimum_age: 21,
    maximum_age: 80,
    minimum_licence_years: 1,
    licence_category: 'B',
  },
  rates: [rate, summer],
  branches: [branch],
  seasons: [
    {
      ...own,
      id: 'summer',
      name: 'Sommer',
      priority: 5,
      valid_from: isoDay('2026-07-01'),
      valid_to: isoDay('2026-08-31'),
    },
  ],
  packages: [
    {
      ...own,
      id: 'free',
      name: 'Frei',
      kilometres: null,
      price: rappen(19_900),
      vat_kind: 'standard',
      is_active: 1,
    },
  ],
  extras: [],
  protections: [
    {
      ...own,
      id: 'cdw',
      name: 'Selbstbehalt 500',
      cover: 'collision',
      per_day: rappen(1800),
      maximum: null,
      deductible: rappen(50_000),
      deposit: rappen(20_000),
      vat_kind: 'standard',
      is_active: 1,
    },
  ],
  oneWay: [],
  discounts: [],
};

const priced = (from: string, to: string, more: object = {}) =>
  must(
    quote(
      quoteRequestSchema.parse({
        category: 'compact',
        pickUp: { branch: 'zrh', at: from },
        return: { branch: 'zrh', at: to },
        ...more,
      }),
      priceListOf(rows) ?? fail(),
    ),
  );

function fail(): never {
  throw new Error('no list');
}

test('the rows of the replica price a rental as the list that they are', () => {
  // Monday to Thursday: 3 × 80.00, and 10 % of it at the airport.
  const plain = priced('2026-11-16T10:00:00+01:00', '2026-11-19T10:00:00+01:00');
  expect(plain).toMatchObject({
    total: 26_400,
    kilometresIncluded: 600,
    deposit: 50_000,
    deductibles: { collision: 200_000, theft: 100_000 },
  });
  // In the season its rate holds, without a limit of kilometres: 3 × 110.00 and 10 %.
  const inSummer = priced('2026-07-06T10:00:00+02:00', '2026-07-09T10:00:00+02:00');
  expect(inSummer).toMatchObject({ total: 36_300, kilometresIncluded: 'unlimited' });
  // Friday noon to Sunday night: the weekend, the key through the box on Sunday, 10 % of 150.00 at the airport.
  const weekend = priced('2026-11-20T12:00:00+01:00', '2026-11-22T20:00:00+01:00');
  expect(weekend.total).toBe(15_000 + 3000 + 1500);
  const covered = priced('2026-11-16T10:00:00+01:00', '2026-11-17T10:00:00+01:00', { protections: ['cdw'] });
  expect(covered).toMatchObject({ deposit: 20_000, deductibles: { collision: 50_000 } });
});

test('a category without a rate has no list', () => {
  expect(priceListOf({ ...rows, rates: [] })).toBeNull();
});
