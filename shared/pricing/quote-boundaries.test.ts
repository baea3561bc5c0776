import { describe, expect, test } from 'vitest';
import { formatPlain } from '../money/format-money.ts';
import { must } from '../result/result.ts';
import { atWallClock, isoDay } from '../time/instant.ts';
import { examplePriceList } from './example-list.ts';
import { type PriceListInput, priceListSchema } from './price-list.ts';
import { type QuoteRequestInput, quoteRequestSchema } from './quote-request.ts';
import { quote } from './quote.ts';
import { securityOf } from './security.ts';

/** Where a rule begins and ends: on the day, on the minute, on the Rappen. The list is that of `example-list.ts`. */

const at = (text: string) => atWallClock(isoDay(text.slice(0, 10)), text.slice(11));
const list = (change: Partial<PriceListInput> = {}) =>
  priceListSchema.parse({ ...examplePriceList, ...change });

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly at?: readonly [string, string];
  readonly with?: Partial<QuoteRequestInput>;
  readonly list?: Partial<PriceListInput>;
}

function priced({ from = '2026-11-16 10:00', to = '2026-11-20 10:00', ...asked }: Asked) {
  const [pickUp, back] = asked.at ?? ['zrh', 'zrh'];
  const request = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: pickUp, at: at(from) },
    return: { branch: back, at: at(to) },
    ...asked.with,
  });
  return quote(request, list(asked.list));
}

const lines = (asked: Asked) =>
  must(priced(asked))
    .lines.filter(({ amount }) => amount !== 0)
    .map(({ rule, quantity, unitPrice, vatRate }) =>
      [rule.code, quantity, '×', formatPlain(unitPrice), vatRate === 810 ? '' : `@${vatRate}`]
        .join(' ')
        .trim(),
    );
/** Four days for 320.00, and what comes to it. */
const besides = (asked: Asked) => lines(asked).slice(1);
const driver = (bornOn: string) => ({ drivers: [{ bornOn, licenceSince: '2024-01-01' }] });

describe('extras, protections and drivers', () => {
  test('exactly the maximum is still so much a day', () => {
    const [child, ...others] = examplePriceList.extras ?? [];
    const extras = child ? [{ ...child, maximum: 3200 }, ...others] : [];
    expect(besides({ with: { extras: [{ id: 'child', count: 1 }] }, list: { extras } })).toEqual([
      'extra_per_day 4 × 8.00',
    ]);
  });

  test('a young driver is one until the birthday', () => {
    expect(besides({ with: driver('2001-11-17') })).toEqual(['young_driver 4 × 15.00']);
    expect(besides({ with: driver('2001-11-16') })).toEqual([]);
  });

  test('who joins on their birthday is as old as on that day, whenever the rental day began', () => {
    // 21 on the 18th, who joins at eight: in the rental day that began on the 17th
    const joins = { added: [{ at: at('2026-11-18 08:00'), ...driver('2005-11-18') }] };
    expect(besides({ with: joins })).toEqual(['young_driver 3 × 15.00']);
    const early = { added: [{ at: at('2026-11-17 23:59'), ...driver('2005-11-18') }] };
    expect(priced({ with: early })).toMatchObject({ refusal: { code: 'driver_too_young', age: 20 } });
  });

  test('what joins within the grace of the last day is charged for one day', () => {
    const added = [{ at: at('2026-11-20 10:30'), protections: ['theft'] }];
    expect(besides({ to: '2026-11-20 10:45', with: { added } })).toEqual(['protection 1 × 6.00']);
  });

  test('what joins has the VAT of the rental days in which it holds', () => {
    // Three rental days, of 29, 30 and 31 December: all of it is a service of 2023, though the car is back in 2024.
    const added = [{ at: at('2023-12-30 08:00'), protections: ['theft'] }];
    const asked = { from: '2023-12-29 10:00', to: '2024-01-01 10:00', at: ['kloten', 'kloten'] } as const;
    const shown = lines({ ...asked, with: { category: 'van', added } });
    // 15 % of 360.00 + 18.00
    expect(shown).toEqual(['day_rate 3 × 120.00 @770', 'protection 3 × 6.00 @770', 'airport 1 × 56.70 @770']);
  });

  test('nothing joins at the pick-up itself, or at the return', () => {
    for (const moment of ['2026-11-16 10:00', '2026-11-20 10:00']) {
      const added = [{ at: at(moment), protections: ['theft'] }];
      expect(priced({ with: { added } })).toMatchObject({ refusal: { code: 'added_outside_period' } });
    }
  });
});

describe('deposit and deductibles', () => {
  const protections = [
    { id: 'high', name: 'x', cover: 'theft', perDay: 0, deductible: 900_000, deposit: 90_000 },
    { id: 'low', name: 'x', cover: 'collision', perDay: 0, deductible: 50_000, deposit: 10_000 },
  ];

  test('a protection never makes either of them more', () => {
    expect(must(priced({ with: { protections: ['high'] }, list: { protections } }))).toMatchObject({
      deposit: 50_000,
      deductibles: { theft: 200_000 },
    });
  });

  test('what joins later counts at the end, and from then on', () => {
    const added = [{ at: at('2026-11-18 12:00'), protections: ['low'] }];
    const exchanges = [{ at: at('2026-11-17 12:00'), category: 'van' }];
    const asked = { with: { added, exchanges }, list: { protections } };
    expect(must(priced(asked))).toMatchObject({ deposit: 10_000, deductibles: { collision: 50_000 } });
    const request = quoteRequestSchema.parse({
      category: 'compact',
      pickUp: { branch: 'zrh', at: at('2026-11-16 10:00') },
      return: { branch: 'zrh', at: at('2026-11-20 10:00') },
      ...asked.with,
    });
    const collision = (moment: string) =>
      securityOf(request, list({ protections }), at(moment)).deductibles['collision'];
    const back = [...exchanges, { at: at('2026-11-17 18:00'), category: 'compact' }];
    const twice = securityOf(
      quoteRequestSchema.parse({ ...request, exchanges: back }),
      list({ protections }),
    );
    expect(twice.deductibles).toEqual({ collision: 50_000, theft: 200_000 });
    expect(
      ['2026-11-17 11:59', '2026-11-17 12:00', '2026-11-18 11:59', '2026-11-18 12:00'].map(collision),
    ).toEqual([200_000, 300_000, 300_000, 50_000]);
  });
});

describe('kilometres', () => {
  test('all that are included and none more', () => {
    const exactly = must(priced({ with: { drivenKilometres: 800 } }));
    expect(exactly.lines.map(({ rule }) => rule.code)).toEqual(['day_rate', 'kilometres_included']);
    expect(besides({ with: { drivenKilometres: 801 } })).toEqual(['extra_kilometres 1 × 0.35']);
  });

  const exchanges = [{ at: at('2026-11-18 10:00'), category: 'van' }];
  test('of vehicles exchanged are shared by days, beyond them the lower price holds', () => {
    // 4 × 200 × 2 / 4 + 4 × 150 × 2 / 4 = 700; 35 against 45
    expect(must(priced({ with: { exchanges } }))).toMatchObject({
      kilometresIncluded: 700,
      extraKilometrePrice: 35,
    });
  });

  test('after a breakdown, for the same money, those of the new vehicle count', () => {
    // 4 × 200 × 2 / 4 + 4 × 250 × 2 / 4
    const [compact] = examplePriceList.categories;
    if (!compact) throw new Error('the list has categories');
    const day = { price: 8000, kilometres: 250 };
    const estate = { ...compact, id: 'estate', name: 'Kombi' };
    const plain = {
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      graceMinutes: 59,
      extraKilometrePrice: 35,
    };
    const rates = [...examplePriceList.rates, { ...plain, id: 'estate', name: 'x', category: 'estate', day }];
    const courtesy = [{ at: at('2026-11-18 10:00'), category: 'estate', courtesy: true }];
    const known = { rates, categories: [...examplePriceList.categories, estate] };
    expect(must(priced({ with: { exchanges: courtesy }, list: known }))).toMatchObject({
      total: 32_000,
      kilometresIncluded: 900,
    });
  });

  test('one vehicle without limit is enough', () => {
    const rates = examplePriceList.rates.map((rate) =>
      rate.category === 'van' ? { ...rate, day: { ...rate.day, kilometres: 'unlimited' as const } } : rate,
    );
    expect(must(priced({ with: { exchanges }, list: { rates } })).kilometresIncluded).toBe('unlimited');
  });

  test('an exchange is after the pick-up and after the one before', () => {
    const twice = (...moments: readonly string[]) => ({
      exchanges: moments.map((moment) => ({ at: at(moment), category: 'van' })),
    });
    for (const moments of [['2026-11-16 10:00'], ['2026-11-18 10:00', '2026-11-18 10:00']]) {
      expect(priced({ with: twice(...moments) })).toMatchObject({
        refusal: { code: 'exchange_outside_period' },
      });
    }
  });

  test('a vehicle taken over after a change of VAT has the new rate', () => {
    // 29 December to 2 January: two days of 2023 (240.00 of 480.00), then two vans, of 31 December and 1 January
    const over = [{ at: at('2023-12-31 10:00'), category: 'van' }];
    const asked = { from: '2023-12-29 10:00', to: '2024-01-02 10:00', at: ['kloten', 'kloten'] } as const;
    const rest = { airport: null, opening: null };
    const branches = examplePriceList.branches.map((branch) => ({ ...branch, ...rest }));
    expect(lines({ ...asked, with: { category: 'van', exchanges: over }, list: { branches } })).toEqual([
      'exchanged_leg 1 × 240.00 @770',
      'exchanged_leg 1 × 120.00 @770',
      'exchanged_leg 1 × 120.00',
    ]);
  });
});

describe('fees', () => {
  test('one way: the branch of the pick-up says more than that of the return', () => {
    const oneWay = [
      { from: '*', to: 'kloten', price: 1000 },
      { from: 'zrh', to: '*', price: 2000 },
      { from: '*', to: '*', price: 3000 },
    ];
    expect(besides({ at: ['zrh', 'kloten'], list: { oneWay } })).toEqual(['one_way 1 × 20.00']);
    expect(besides({ at: ['lugano', 'kloten'], list: { oneWay } })).toEqual(['one_way 1 × 10.00']);
  });

  test('one way is a service of the day of the return', () => {
    const asked = { from: '2023-12-29 10:00', to: '2024-01-03 10:00', with: { category: 'van' } };
    expect(lines({ ...asked, at: ['zrh', 'lugano'] }).at(-1)).toBe('one_way 1 × 180.00');
  });
});

describe('discounts', () => {
  const discount = { name: 'x', by: { share: 1000 }, on: 'rental' } as const;
  const season = { validFrom: '2026-11-16', validTo: '2026-11-20' };
  const rules = (asked: Asked) =>
    must(priced(asked)).lines.flatMap(({ rule }) =>
      rule.code === 'discount' || rule.code === 'voucher' ? [rule.name] : [],
    );

  test('hold on their first and on their last day', () => {
    const discounts = [{ ...discount, ...season, id: 'a' }];
    const on = (day: string, next: string) =>
      rules({ from: `${day} 10:00`, to: `${next} 10:00`, list: { discounts } }).length;
    expect([
      on('2026-11-13', '2026-11-14'),
      on('2026-11-16', '2026-11-17'),
      on('2026-11-20', '2026-11-21'),
    ]).toEqual([0, 1, 1]);
    expect(on('2026-11-23', '2026-11-24')).toBe(0);
  });

  test('of equals the first of the list, and one for everybody also for a company', () => {
    const discounts = ['first', 'second'].map((name) => ({ ...discount, ...season, id: name, name }));
    expect(rules({ list: { discounts } })).toEqual(['first']);
    expect(rules({ with: { customerGroup: 'corporate' }, list: { discounts } })).toEqual(['first']);
  });

  test('from their least length on', () => {
    const discounts = [{ ...discount, ...season, id: 'a', minimumDays: 4 }];
    expect(rules({ list: { discounts } })).toEqual(['x']);
    expect(rules({ to: '2026-11-19 10:00', list: { discounts } })).toEqual([]);
    const voucher = [{ ...discount, ...season, id: 'a', voucher: 'FOUR', minimumDays: 4 }];
    expect(rules({ with: { vouchers: ['FOUR'] }, list: { discounts: voucher } })).toEqual(['x']);
  });

  test('a code that comes back every year is found by the day', () => {
    const discounts = ['2025', '2026'].map((year) => ({
      ...discount,
      id: year,
      name: year,
      voucher: 'AUTUMN',
      validFrom: `${year}-09-01`,
      validTo: `${year}-11-30`,
    }));
    expect(rules({ with: { vouchers: ['AUTUMN'] }, list: { discounts } })).toEqual(['2026']);
    const spring = { from: '2026-05-18 10:00', to: '2026-05-19 10:00', with: { vouchers: ['AUTUMN'] } };
    expect(priced({ ...spring, list: { discounts } })).toMatchObject({
      refusal: { code: 'voucher_not_valid' },
    });
  });
});

test('two things of one kind with one id are no price list', () => {
  const twice = [
    ...(examplePriceList.kilometrePackages ?? []),
    ...(examplePriceList.kilometrePackages ?? []),
  ];
  expect(priceListSchema.safeParse({ ...examplePriceList, kilometrePackages: twice }).success).toBe(false);
  const pairs = [...(examplePriceList.oneWay ?? []), { from: 'zrh', to: '*', price: 1 }];
  expect(priceListSchema.safeParse({ ...examplePriceList, oneWay: pairs }).success).toBe(false);
});
