import { describe, expect, test } from 'vitest';
import { formatPlain } from '../money/format-money.ts';
import { rappen } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { atWallClock, isoDay } from '../time/instant.ts';
import {
  type PriceChange,
  addToRental,
  exchangeVehicle,
  extendRental,
  returnEarly,
  returnLate,
  returnVehicle,
  signPrice,
} from './change-rental.ts';
import { examplePriceList } from './example-list.ts';
import { type PriceListInput, priceListSchema } from './price-list.ts';
import { quoteRequestSchema } from './quote-request.ts';

const at = (text: string) => atWallClock(isoDay(text.slice(0, 10)), text.slice(11));
const anyTime = examplePriceList.branches.map((branch) => ({ ...branch, opening: null }));

function signed(from: string, to: string, category = 'compact', change: Partial<PriceListInput> = {}) {
  const request = quoteRequestSchema.parse({
    category,
    pickUp: { branch: 'zrh', at: at(from) },
    return: { branch: 'zrh', at: at(to) },
  });
  return must(
    signPrice(request, priceListSchema.parse({ ...examplePriceList, branches: anyTime, ...change })),
  );
}

const lines = ({ price }: PriceChange) =>
  price.quote.lines
    .filter(({ amount }) => amount !== 0)
    .map(({ kind, rule, amount, vatRate }) => `${kind} ${rule.code} ${formatPlain(amount)} @${vatRate}`);

describe('a late return', () => {
  const fourDays = signed('2026-11-16 10:00', '2026-11-20 10:00');

  test('costs its fee from the minute after the grace', () => {
    const late = (time: string) => must(returnLate(fourDays, at(`2026-11-20 ${time}`), null)).difference;
    // 59 minutes are forgiven; then the first hour is 15.00 and the fee 50.00
    expect([late('10:01'), late('10:59'), late('11:00')]).toEqual([0, 0, 6500]);
  });

  test('is priced where the branch is closed and offers no return then: a fact has no fee, and no refusal', () => {
    // Lugano on a Saturday: closed, and no key box.
    const lugano = { branch: 'lugano', at: at('2026-11-20 10:00') };
    const request = quoteRequestSchema.parse({
      category: 'compact',
      pickUp: { branch: 'lugano', at: at('2026-11-18 10:00') },
      return: lugano,
    });
    const two = must(signPrice(request, priceListSchema.parse(examplePriceList)));
    expect(must(returnLate(two, at('2026-11-21 10:00'), null)).after).toBe(24_000 + 5000);
    const long = { ...request, return: { ...lugano, at: at('2026-11-24 10:00') } };
    const six = must(signPrice(long, priceListSchema.parse(examplePriceList)));
    expect(must(returnEarly(six, at('2026-11-21 10:00'), null)).after).toBe(24_000);
  });

  test('over a change of VAT is never cheaper: the gap stands under both rates, in proportion', () => {
    // Six days of 2023 for 720.00; a seventh in 2024 makes 7 × 95.00 = 665.00, 570.00 and 95.00. The gap of 55.00:
    // 55.00 × 570 / 665 = 47.1428… → 47.14, 55.00 × 95 / 665 = 7.8571… → 7.86; and the fee of 50.00
    const late = must(
      returnLate(signed('2023-12-26 10:00', '2024-01-01 10:00', 'van'), at('2024-01-02 10:00'), null),
    );
    expect(lines(late)).toEqual([
      'rental day_rate 570.00 @770',
      'rental day_rate 95.00 @810',
      'rental signed_price_holds 47.14 @770',
      'rental signed_price_holds 7.86 @810',
      'fee late_fee 50.00 @810',
    ]);
    expect(late.after).toBe(77_000);
  });
});

describe('an early return', () => {
  test('before a change of VAT is never dearer: what comes off is a discount', () => {
    // Seven days, one of them in 2024, for 7 × 95.00 = 665.00; six days of 2023 would be 720.00
    const early = must(
      returnEarly(signed('2023-12-26 10:00', '2024-01-02 10:00', 'van'), at('2024-01-01 10:00'), null),
    );
    expect(lines(early)).toEqual(['rental day_rate 720.00 @770', 'discount signed_price_holds -55.00 @770']);
    expect(early).toMatchObject({ before: 66_500, after: 66_500, difference: 0 });
  });

  test('after a change of VAT: total and VAT of both rates are those signed', () => {
    // 3 × 95.00 in 2023 and 4 × 95.00 in 2024; six days: 3 × 120.00 in each
    const week = signed('2023-12-29 10:00', '2024-01-05 10:00', 'van');
    const early = must(returnEarly(week, at('2024-01-04 10:00'), null));
    expect(lines(early).slice(2)).toEqual([
      'rental signed_price_holds 20.00 @810',
      'discount signed_price_holds -75.00 @770',
    ]);
    expect(early.price.quote.vat).toEqual(week.quote.vat);
  });

  test('extra kilometres come on top of a price that holds', () => {
    // 665.00; 6 days with 6 × 150 km, 1000 driven: 100 × 0.45
    const week = signed('2026-11-09 10:00', '2026-11-16 10:00', 'van');
    expect(must(returnEarly(week, at('2026-11-15 10:00'), 1000)).after).toBe(66_500 + 4500);
  });

  test('at the moment of an exchange or of what was to join: neither has happened', () => {
    const noon = at('2026-11-18 12:00');
    const four = signed('2026-11-16 10:00', '2026-11-20 10:00');
    const planned = must(exchangeVehicle(four, noon, 'van', { courtesy: false })).price;
    const joined = must(addToRental(planned, noon, { protections: ['theft'] })).price;
    // two days and two hours: 160.00 + 2 × 15.00
    expect(lines(must(returnEarly(joined, noon, null)))).toEqual([
      'rental day_rate 160.00 @810',
      'rental hour_rate 30.00 @810',
    ]);
  });
});

test('back is back: early, on time or late', () => {
  const four = signed('2026-11-16 10:00', '2026-11-20 10:00');
  const after = (moment: string, driven: number | null = null) =>
    must(returnVehicle(four, at(moment), driven)).after;
  expect([after('2026-11-19 10:00'), after('2026-11-20 10:00'), after('2026-11-21 10:00')]).toEqual([
    24_000, 32_000, 45_000,
  ]);
  expect(after('2026-11-20 10:00', 810)).toBe(32_350);
});

describe('an exchange into a category that the signed list does not have', () => {
  const own = examplePriceList.categories.filter(({ id }) => id === 'compact');
  const rates = examplePriceList.rates.filter(({ category }) => category === 'compact');
  const four = signed('2026-11-16 10:00', '2026-11-20 10:00', 'compact', { categories: own, rates });
  const noon = at('2026-11-18 12:00');
  const today = priceListSchema.parse({ ...examplePriceList, branches: anyTime });
  const exchange = (offered: typeof today | null) =>
    exchangeVehicle(four, noon, 'van', { courtesy: false, offered });

  test('costs what the list of today asks, and keeps its rates with the contract', () => {
    const whole = must(
      exchangeVehicle(signed('2026-11-16 10:00', '2026-11-20 10:00'), noon, 'van', { courtesy: false }),
    );
    const changed = must(exchange(today));
    expect(changed.after).toBe(whole.after);
    // A day more is priced without anybody's list of today.
    expect(must(extendRental(changed.price, at('2026-11-21 10:00'))).difference).toBeGreaterThan(0);
    expect(four.list.categories).toHaveLength(1);
  });

  test('does not change the price of the category that was signed', () => {
    const dearer = {
      ...today,
      rates: today.rates.map((rate) => ({ ...rate, day: { ...rate.day, price: rappen(99_900) } })),
    };
    expect(must(exchange(dearer)).price.list.rates.filter(({ category }) => category === 'compact')).toEqual(
      four.list.rates,
    );
  });

  test('is refused where there is no list for it, or one that reckons VAT otherwise', () => {
    const refused = [null, { ...today, basis: 'net' as const }].map((offered) => exchange(offered));
    expect(refused).toMatchObject([
      { ok: false, refusal: { code: 'category_unknown' } },
      { ok: false, refusal: { code: 'category_unknown' } },
    ]);
  });
});
