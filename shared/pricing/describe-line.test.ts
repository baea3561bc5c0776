import { expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { describeLine } from './describe-line.ts';
import { examplePriceList } from './example-list.ts';
import type { PriceRule } from './price-line.ts';
import { priceListSchema } from './price-list.ts';
import { quoteRequestSchema } from './quote-request.ts';
import { quote } from './quote.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;
const name = 'N'.repeat(80);
const price = rappen(100_000_000);
const dated = { days: 365, ofDays: 366 };

/** Each rule with the longest names and largest figures that a price list can have. */
const longest: { readonly [Code in PriceRule['code']]: PriceRule & { readonly code: Code } } = {
  day_rate: { code: 'day_rate', rateName: name, days: 366, dayPrice: price },
  hour_rate: { code: 'hour_rate', rateName: name, hours: 24, hourPrice: price },
  weekend_rate: { code: 'weekend_rate', rateName: name, count: 52, days: 366, price },
  week_rate: { code: 'week_rate', rateName: name, count: 53, days: 366, price },
  month_rate: { code: 'month_rate', rateName: name, count: 13, days: 366, price },
  exchanged_leg: { code: 'exchanged_leg', category: name, days: 365, ofDays: 366, wholePrice: price },
  kilometres_included: { code: 'kilometres_included', kilometres: 9_999_999, extraKilometrePrice: price },
  kilometres_unlimited: { code: 'kilometres_unlimited' },
  kilometre_package: { code: 'kilometre_package', kilometres: 1_000_000, name, price },
  extra_kilometres: { code: 'extra_kilometres', driven: 1_000_000, included: 0, price },
  extra_per_day: { code: 'extra_per_day', name, price, count: 99, days: 366 },
  protection: { code: 'protection', name, price, count: 1, days: 366 },
  extra_once: { code: 'extra_once', name, price, count: 99 },
  extra_maximum: { code: 'extra_maximum', name, price, count: 99 },
  protection_maximum: { code: 'protection_maximum', name, price, count: 1 },
  young_driver: { code: 'young_driver', underAge: 40, days: 366, price },
  young_driver_maximum: { code: 'young_driver_maximum', underAge: 40, price },
  one_way: { code: 'one_way', from: name, to: name },
  after_hours_pick_up: { code: 'after_hours_pick_up', branch: name },
  after_hours_return: { code: 'after_hours_return', branch: name },
  airport: { code: 'airport', branch: name, share: basisPoints(9999) },
  discount: { code: 'discount', name, share: basisPoints(9999) },
  voucher: { code: 'voucher', name, share: basisPoints(1250) },
  late_fee: { code: 'late_fee', minutes: 9_999_999 },
  signed_price_holds: { code: 'signed_price_holds' },
};

test.each(Object.values(longest))('$code fits on a paper in every language, also in part', (rule) => {
  for (const language of languages) {
    const { label, explanation } = describeLine({ ...rule, part: dated }, language);
    expect(label.length).toBeLessThanOrEqual(120);
    // A paper takes 240 characters, the database 200.
    expect(explanation.length).toBeLessThanOrEqual(200 - ', IVA esclusa'.length);
  }
});

test('a share is said as people do', () => {
  const said = languages.map((language) => describeLine(longest.voucher, language).explanation);
  expect(said.map((text) => text.replace(name, 'N'))).toEqual(Array(4).fill('N, 12.5\u00a0%'));
});

test('a name that no paper could carry is not in a price list', () => {
  const named = (extra: string) =>
    priceListSchema.safeParse({
      ...examplePriceList,
      extras: [{ id: 'x', name: extra, per: 'once', price: 1 }],
    }).success;
  expect([named(name), named(`${name}N`), named('王'), named(' ')]).toEqual([true, false, false, false]);
});

test('one thing and several of it are told apart', () => {
  const list = priceListSchema.parse(examplePriceList);
  const request = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: 'kloten', at: '2026-11-16T10:00:00+01:00' },
    return: { branch: 'kloten', at: '2026-11-17T10:00:00+01:00' },
    extras: [
      { id: 'child', count: 2 },
      { id: 'driver', count: 1 },
    ],
  });
  const { lines } = must(quote(request, list));
  expect(lines.map(({ rule }) => describeLine(rule, 'de').label)).toEqual([
    '1 Tag Miete',
    'Inbegriffen 200 km',
    '2 × Kindersitz',
    'Zusatzfahrer',
    'Flughafengebühr',
  ]);
});
