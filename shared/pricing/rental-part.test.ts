import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rappen, rappen } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { type IsoDay, addDays, atWallClock, dayOf, instant, isoDay } from '../time/instant.ts';
import { rentalPeriod, startedDays } from '../time/rental-days.ts';
import { dayNumber, minuteOf, wallClock } from '../time/wall-clock.ts';
import { type EngineRate, chooseRate } from './choose-rate.ts';
import { rentalPart } from './rental-part.ts';
import { weekendEnd } from './weekend-window.ts';

const at = (text: string) => atWallClock(isoDay(text.slice(0, 10)), text.slice(11));
const unit = (francs: number, kilometres: number | 'unlimited' = 100) => ({
  price: rappen(francs * 100),
  kilometres,
});
const plain: EngineRate = {
  id: 'plain',
  name: 'Plain',
  validFrom: isoDay('2020-01-01'),
  validTo: isoDay('2030-12-31'),
  priority: 0,
  minimumDays: 1,
  graceMinutes: 0,
  extraKilometrePrice: rappen(35),
  day: unit(80),
};
const terms = { seasonBy: 'start', canton: 'ZH' } as const;
const part = (rate: Partial<EngineRate>, from: string, to: string) =>
  must(rentalPart([{ ...plain, ...rate }], at(from), at(to), terms));

describe('the rate of a day', () => {
  const period = { wholeDays: 6, restMinutes: 40 };
  const chosen = (day: string, ...rates: readonly Partial<EngineRate>[]) =>
    chooseRate(
      rates.map((rate) => ({ ...plain, ...rate })),
      isoDay(day),
      period,
    )?.id;

  test('is valid on its first and on its last day', () => {
    const season = { validFrom: isoDay('2026-07-01'), validTo: isoDay('2026-08-31') };
    expect(
      ['2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01'].map((day) => chosen(day, season)),
    ).toEqual([undefined, 'plain', 'plain', undefined]);
  });

  test('reaches its least length by its own grace', () => {
    expect(chosen('2026-07-01', { minimumDays: 7, graceMinutes: 39 })).toBe('plain');
    expect(chosen('2026-07-01', { minimumDays: 7, graceMinutes: 40 })).toBeUndefined();
  });

  test('is the same at every counter: of equals the smaller id', () => {
    const [a, b] = [{ id: 'a' }, { id: 'b' }];
    expect([chosen('2026-07-01', a, b), chosen('2026-07-01', b, a)]).toEqual(['a', 'a']);
  });
});

describe('by hand', () => {
  test('hours, weeks and unlimited units bring their kilometres', () => {
    // 5 × 10 km; a week and two days: 1000 + 2 × 100 km
    const hour = { ...unit(10, 10), minimumHours: 1 };
    expect(part({ hour }, '2026-11-16 10:00', '2026-11-16 15:00').kilometres).toBe(50);
    const week = unit(400, 1000);
    expect(part({ week }, '2026-11-16 10:00', '2026-11-25 10:00')).toMatchObject({
      total: 56_000,
      kilometres: 1200,
    });
    const free = unit(400, 'unlimited');
    expect(part({ week: free }, '2026-11-16 10:00', '2026-11-25 10:00').kilometres).toBe('unlimited');
  });

  test('a month has the days that its rate says', () => {
    const month = (days: number) => ({ month: { ...unit(1000), days } });
    // 29 days: within a month of 30; a month of 28 and a day
    expect(part(month(30), '2026-11-02 10:00', '2026-12-01 10:00').total).toBe(100_000);
    expect(part(month(28), '2026-11-02 10:00', '2026-12-01 10:00').total).toBe(108_000);
  });

  test('a year and a day is the longest', () => {
    expect(part({}, '2026-01-01 10:00', '2027-01-02 10:00').days).toBe(366);
    expect(rentalPart([plain], at('2026-01-01 10:00'), at('2027-01-02 10:01'), terms).ok).toBe(false);
  });

  test('every charge says on which day its service begins', () => {
    const { charges } = part({ week: unit(400) }, '2023-12-25 10:00', '2024-01-03 10:00');
    expect(charges.map(({ firstDay, days }) => [firstDay, days])).toEqual([
      ['2023-12-25', 7],
      ['2024-01-01', 2],
    ]);
  });

  test('a week is broken off where the next one begins before the high season', () => {
    // Low to 20 November, week 150.00; then no weeks; 80.00 a day. Ten days from the 14th: a week and three days are
    // 150.00 + 240.00, in either order; a week of six days, and another one begun on the 20th, are 300.00.
    const low = { ...plain, id: 'low', validTo: isoDay('2026-11-20'), week: unit(150) };
    const high = { ...plain, id: 'high', validFrom: isoDay('2026-11-21') };
    const [from, to] = [at('2026-11-14 10:00'), at('2026-11-24 10:00')];
    const priced = must(rentalPart([low, high], from, to, { seasonBy: 'day', canton: 'ZH' }));
    expect(priced).toMatchObject({ days: 10, total: 30_000, kilometres: 200 });
    expect(priced.charges.map(({ rule }) => rule)).toMatchObject([{ code: 'week_rate', count: 2, days: 10 }]);
  });

  test('a weekend holds to its last minute', () => {
    const from = { weekday: 5, time: '12:00' };
    const weekend = { ...unit(150), from, to: { weekday: 1, time: '09:00' }, overHolidays: false };
    expect(part({ weekend }, '2026-11-20 12:00', '2026-11-23 09:00').total).toBe(15_000);
    // a minute more: two whole days of it, and a day
    expect(part({ weekend }, '2026-11-20 12:00', '2026-11-23 09:01').total).toBe(23_000);
  });
});

describe('until when a weekend lasts', () => {
  const ends = (moment: string, from: number, to: number, overHolidays: boolean) => {
    const { day, minute } = wallClock(at(moment));
    const week = {
      ...unit(1),
      from: { weekday: from, time: '12:00' },
      to: { weekday: to, time: '09:00' },
      overHolidays,
    };
    const end = weekendEnd(week, day * 1440 + minute, 'ZH');
    return end === undefined ? undefined : (end - minuteOf('09:00')) / 1440;
  };
  const morningOf = (day: string) => dayNumber(isoDay(day));

  test('at its end it is over', () => {
    expect(ends('2026-11-23 08:59', 5, 1, false)).toBe(morningOf('2026-11-23'));
    expect(ends('2026-11-23 09:00', 5, 1, false)).toBeUndefined();
  });

  test('over Easter a day longer on either side, where the rate says so', () => {
    expect(ends('2026-04-02 12:00', 5, 1, true)).toBe(morningOf('2026-04-07'));
    expect(ends('2026-04-02 12:00', 5, 1, false)).toBeUndefined();
    expect(ends('2026-04-06 08:00', 5, 1, false)).toBe(morningOf('2026-04-06'));
  });

  test('both days of Christmas join', () => {
    // 25 December 2026 is a Friday, and the 26th is a holiday in Zurich too
    expect(ends('2026-12-23 12:00', 3, 5, true)).toBe(morningOf('2026-12-27'));
  });
});

/**
 * The cheapest price by trying everything: every unit with every number of days that it may cover, and no tables of least
 * sums. `null` where a day has no rate.
 */
function tried(rates: readonly EngineRate[], from: string, to: string, seasonBy: 'start' | 'day') {
  const [startsAt, endsAt] = [instant(from), instant(to)];
  const period = rentalPeriod(startsAt, endsAt);
  const rateOn = (day: IsoDay) => chooseRate(rates, day, period);
  const first = rateOn(dayOf(startsAt));
  if (!first) return null;
  const days = startedDays(period, first.graceMinutes);
  const minuteOn = (moment: string) => {
    const { day, minute } = wallClock(instant(moment));
    return day * 1440 + minute;
  };
  const seen = new Map<number, number>();
  const cheapestFrom = (done: number): number => {
    if (done >= days) return 0;
    const known = seen.get(done);
    if (known !== undefined) return known;
    const rate = seasonBy === 'start' ? first : rateOn(addDays(dayOf(startsAt), done));
    if (!rate) return Number.NaN;
    const ways = [rate.day.price + cheapestFrom(done + 1)];
    const covering = (price: Rappen, most: number) => {
      for (let some = 1; some <= most; some++) ways.push(price + cheapestFrom(done + some));
    };
    if (rate.week) covering(rate.week.price, 7);
    if (rate.month) covering(rate.month.price, rate.month.days);
    if (rate.hour && done === days - 1 && done === period.wholeDays) {
      const hours = Math.ceil(period.restMinutes / 60);
      ways.push(rate.hour.price * Math.max(done === 0 ? rate.hour.minimumHours : 1, hours));
    }
    if (rate.weekend) {
      const begins = minuteOn(from) + done * 1440;
      const end = weekendEnd(rate.weekend, begins, 'ZH') ?? begins;
      for (let some = 1; done + some <= days; some++) {
        if (begins + some * 1440 <= end) ways.push(rate.weekend.price + cheapestFrom(done + some));
      }
      if (minuteOn(to) - first.graceMinutes <= end && end > begins) ways.push(rate.weekend.price);
    }
    const least = Math.min(...ways);
    seen.set(done, least);
    return least;
  };
  return { total: cheapestFrom(0), days };
}

/** Price lists that no sane company has: weeks dearer than days, months of 28, hours that cost more than the day. */
const prices = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((price) => ({ price: rappen(price), kilometres: 100 }));
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const anyRate = (id: string, minimumDays: number) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    validFrom: fc.constantFrom('2026-01-01', '2026-04-01').map(isoDay),
    validTo: fc.constantFrom('2027-12-31', '2026-11-20').map(isoDay),
    priority: fc.constantFrom(0, 5),
    minimumDays: fc.constant(minimumDays),
    graceMinutes: fc.constantFrom(0, 29, 59, 120),
    extraKilometrePrice: fc.constant(rappen(35)),
    day: prices(4000, 12_000),
    hour: sometimes(prices(200, 2500).map((price) => ({ ...price, minimumHours: 3 }))),
    weekend: sometimes(
      fc
        .record({ price: prices(6000, 30_000), time: fc.constantFrom('12:00', '00:00'), over: fc.boolean() })
        .map(({ price, time, over }) => ({
          ...price,
          from: { weekday: 5, time },
          to: { weekday: 1, time: '09:00' },
          overHolidays: over,
        })),
    ),
    week: sometimes(prices(15_000, 60_000)),
    month: sometimes(
      fc
        .tuple(prices(60_000, 200_000), fc.constantFrom(28, 30, 31))
        .map(([price, days]) => ({ ...price, days })),
    ),
  });
const anyRates = fc.tuple(anyRate('a', 1), sometimes(anyRate('b', 1)), sometimes(anyRate('long', 7)));
const minutes = fc.oneof(
  fc.integer({ min: 1, max: 3000 }),
  fc.integer({ min: 1, max: 12 * 1440 }),
  fc.integer({ min: 1, max: 60 * 1440 }),
);
const starts = fc.nat(330 * 24 * 4).map((quarter) => Date.parse('2026-01-01T00:00:00Z') + quarter * 900_000);
const plus = (ms: number, more: number) => instant(new Date(ms + more * 60_000));
const seasons = fc.constantFrom('start' as const, 'day' as const);

describe('with any rates', () => {
  test('it is the cheapest of all combinations', () => {
    fc.assert(
      fc.property(anyRates, starts, minutes, seasons, (some, from, length, seasonBy) => {
        const rates = some.filter((rate) => rate !== undefined);
        const [startsAt, endsAt] = [plus(from, 0), plus(from, length)];
        const best = tried(rates, startsAt, endsAt, seasonBy);
        const priced = rentalPart(rates, startsAt, endsAt, { seasonBy, canton: 'ZH' });
        const found = priced.ok ? { total: priced.value.total, days: priced.value.days } : null;
        expect(found).toEqual(best === null || Number.isNaN(best.total) ? null : best);
      }),
      { numRuns: 1500 },
    );
  });

  test('a longer rental is never cheaper, unless a rate for longer rentals took over', () => {
    fc.assert(
      fc.property(anyRates, starts, minutes, minutes, seasons, (some, from, length, more, seasonBy) => {
        const rates = some.filter((rate) => rate !== undefined);
        const price = (long: number) =>
          rentalPart(rates, plus(from, 0), plus(from, long), { seasonBy, canton: 'ZH' });
        const [short, long] = [price(length), price(length + more)];
        if (!short.ok || !long.ok || long.value.total >= short.value.total) return;
        // It fell: then some line of the longer one is by a rate that the shorter one did not reach.
        const period = rentalPeriod(plus(from, 0), plus(from, length));
        const names = long.value.charges.map(({ rule }) => ('rateName' in rule ? rule.rateName : ''));
        const taken = rates.filter(({ name }) => names.includes(name));
        expect(
          taken.some((rate) => startedDays(period, rate.graceMinutes) < rate.minimumDays),
          `${short.value.total} for ${length} minutes, ${long.value.total} for ${length + more}`,
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
