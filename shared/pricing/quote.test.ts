import { describe, expect, test } from 'vitest';
import { formatPlain } from '../money/format-money.ts';
import { add, zero } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { atWallClock, isoDay } from '../time/instant.ts';
import { describeLine } from './describe-line.ts';
import { examplePriceList } from './example-list.ts';
import { type GoldenRental, goldenRentals } from './golden-rentals.ts';
import { type PriceListInput, priceListSchema } from './price-list.ts';
import { type QuoteRequestInput, quoteRequestSchema } from './quote-request.ts';
import { quote } from './quote.ts';
import { refusalCodes, refusalText } from './refusal-texts.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;

function priced({
  from,
  to,
  at = ['zrh', 'zrh'],
  with: asked,
  list,
}: Omit<GoldenRental, 'lines' | 'total' | 'vat'>) {
  const moment = (text: string) => atWallClock(isoDay(text.slice(0, 10)), text.slice(11));
  const request: QuoteRequestInput = {
    category: 'compact',
    pickUp: { branch: at[0], at: moment(from) },
    return: { branch: at[1], at: moment(to) },
    ...asked,
  };
  const prices: PriceListInput = { ...examplePriceList, ...list };
  return quote(quoteRequestSchema.parse(request), priceListSchema.parse(prices));
}

describe('by hand', () => {
  test.each(goldenRentals)('$name', (rental) => {
    const price = must(priced(rental));
    const charged = price.lines
      .filter(({ amount }) => amount !== 0)
      .map(({ rule, quantity, unitPrice }) => `${rule.code} ${quantity} × ${formatPlain(unitPrice)}`);
    expect(charged).toEqual(rental.lines);
    expect(formatPlain(price.total)).toBe(rental.total);
    expect(formatPlain(add(zero, ...price.vat.map(({ vat }) => vat)))).toBe(rental.vat);
    for (const { rule } of price.lines) {
      const said = languages.map((language) => describeLine(rule, language).label);
      expect(said.join()).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('the arithmetic of the data itself adds up', () => {
    for (const { lines, total, list } of goldenRentals) {
      const sum = lines.reduce((before, line) => {
        const [, quantity = '', unit = ''] = /(\d+) × (-?[\d.]+)$/.exec(line) ?? [];
        return before + Math.round(Number(quantity) * Number(unit) * 100);
      }, 0);
      const gross = list?.basis === 'net' ? Math.round(sum * 1.081) : sum;
      expect((gross / 100).toFixed(2)).toBe(total);
    }
    expect(goldenRentals.length).toBeGreaterThanOrEqual(40);
  });
});

test('says deposit, deductibles and kilometres with the protections', () => {
  const when = { name: '', from: '2026-11-16 10:00', to: '2026-11-19 10:00' };
  expect(must(priced(when))).toMatchObject({
    deposit: 50_000,
    deductibles: { collision: 200_000, theft: 200_000 },
    kilometresIncluded: 600,
    extraKilometrePrice: 35,
  });
  expect(must(priced({ ...when, with: { protections: ['cdw', 'theft'] } }))).toMatchObject({
    deposit: 20_000,
    deductibles: { collision: 50_000, theft: 0 },
  });
  expect(must(priced({ ...when, with: { kilometrePackage: 'free' } })).kilometresIncluded).toBe('unlimited');
});

describe('refused', () => {
  const driver = (bornOn: string, licenceSince: string) => ({ drivers: [{ bornOn, licenceSince }] });
  const cases: readonly (readonly [string, Partial<GoldenRental>])[] = [
    ['category_unknown category', { with: { category: 'limousine' } }],
    ['branch_unknown pickUp.branch', { at: ['bern', 'zrh'] }],
    ['branch_unknown return.branch', { at: ['zrh', 'bern'] }],
    ['period_backwards endsAt', { to: '2026-11-16 10:00' }],
    ['period_too_long endsAt', { from: '2026-01-05 10:00', to: '2027-01-07 10:00' }],
    ['period_out_of_reach return.at', { to: '2101-01-01 10:00' }],
    ['no_rate period', { from: '2025-11-17 10:00', to: '2025-11-18 10:00' }],
    ['extra_unknown extras.0.id', { with: { extras: [{ id: 'roof', count: 1 }] } }],
    [
      'extra_twice extras.1.id',
      {
        with: {
          extras: [
            { id: 'driver', count: 1 },
            { id: 'driver', count: 1 },
          ],
        },
      },
    ],
    ['extra_too_many extras.0.count', { with: { extras: [{ id: 'child', count: 4 }] } }],
    ['protection_unknown protections.0', { with: { protections: ['x'] } }],
    ['protection_twice protections.1', { with: { protections: ['cdw', 'cdw0'] } }],
    ['package_unknown kilometrePackage', { with: { kilometrePackage: 'x' } }],
    ['voucher_unknown vouchers.0', { with: { vouchers: ['x'] } }],
    ['voucher_not_valid vouchers.0', { with: { vouchers: ['SPRING'] } }],
    ['voucher_needs_longer vouchers.0', { with: { vouchers: ['WEEK'] } }],
    ['voucher_twice vouchers.1', { to: '2026-11-24 10:00', with: { vouchers: ['WEEK', 'WEEK'] } }],
    ['driver_too_young drivers.0.bornOn', { with: driver('2005-11-17', '2024-01-01') }],
    ['driver_too_old drivers.0.bornOn', { with: driver('1945-11-16', '1970-01-01') }],
    ['licence_too_new drivers.0.licenceSince', { with: driver('1990-01-01', '2025-11-17') }],
    ['licence_before_birth drivers.0.licenceSince', { with: driver('1990-01-01', '1989-01-01') }],
    ['one_way_not_offered return.branch', { at: ['kloten', 'lugano'] }],
    ['branch_closed return.at', { at: ['lugano', 'lugano'], to: '2026-11-21 10:00' }],
    [
      'exchange_outside_period exchanges.0.at',
      { with: { exchanges: [{ at: '2026-11-17T10:00:00+01:00', category: 'van' }] } },
    ],
    ['added_outside_period added.0.at', { with: { added: [{ at: '2026-11-17T10:00:00+01:00' }] } }],
    [
      'extra_too_many added.0.extras.0.count',
      {
        with: {
          extras: [{ id: 'child', count: 2 }],
          added: [{ at: '2026-11-16T12:00:00+01:00', extras: [{ id: 'child', count: 2 }] }],
        },
      },
    ],
    [
      'protection_twice added.0.protections.0',
      {
        with: {
          protections: ['cdw'],
          added: [{ at: '2026-11-16T12:00:00+01:00', protections: ['cdw0'] }],
        },
      },
    ],
  ];
  test.each(cases)('%s', (expected, change) => {
    const result = priced({ name: '', from: '2026-11-16 10:00', to: '2026-11-17 10:00', ...change });
    const refusal = result.ok ? undefined : result.refusal;
    expect(`${refusal?.code} ${refusal?.field}`).toBe(expected);
    const said = refusal ? languages.map((language) => refusalText(refusal, language)) : [];
    expect(new Set(said).size).toBe(4);
    expect(said.join()).not.toMatch(/undefined|NaN/);
  });

  test('of every code that a quote can have, one is shown here', () => {
    const shown = new Set(cases.map(([expected]) => expected.split(' ')[0]));
    const ofChanges = new Set<string>(['not_longer', 'not_early', 'not_late']);
    // What makes no request never reaches a quote: priced-request.test.ts.
    const ofRequests = new Set<string>(['voucher_too_long', 'request_unreadable']);
    const others = refusalCodes().filter((code) => !ofChanges.has(code) && !ofRequests.has(code));
    expect(others.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('on a birthday one is old enough', () => {
    const when = { name: '', from: '2026-11-16 10:00', to: '2026-11-17 10:00' };
    expect(priced({ ...when, with: driver('2005-11-16', '2024-01-01') }).ok).toBe(true);
  });
});
