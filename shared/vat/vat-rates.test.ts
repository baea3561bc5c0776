import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDay } from '../time/instant.ts';
import { add, rappen } from '../money/rappen.ts';
import { splitByServiceDay, vatRateOn } from './vat-rates.ts';

test.each([
  ['2011-01-01', 800],
  ['2017-12-31', 800],
  ['2018-01-01', 770],
  ['2023-12-31', 770],
  ['2024-01-01', 810],
  ['2026-11-20', 810],
])('on %s the standard rate is %i', (day, rate) => {
  expect(vatRateOn(isoDay(day), 'standard')).toBe(rate);
});

test('what is outside VAT has no rate on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(vatRateOn(addDays(isoDay('2026-01-01'), days), 'none')).toBe(0);
    }),
  );
});

test('before the first known rate there is no guess', () => {
  expect(() => vatRateOn(isoDay('2010-12-31'), 'standard')).toThrow(RangeError);
});

test('four days over New Year 2024: two at 7.7 %, two at 8.1 %', () => {
  // 100.01 in 2 : 2 is 50.005 each; the Rappen left goes to the first
  expect(splitByServiceDay(rappen(10_001), isoDay('2023-12-30'), 4, 'standard')).toEqual([
    { firstDay: '2023-12-30', days: 2, rate: 770, amount: 5001 },
    { firstDay: '2024-01-01', days: 2, rate: 810, amount: 5000 },
  ]);
  expect(splitByServiceDay(rappen(10_001), isoDay('2023-12-30'), 4, 'none')).toEqual([
    { firstDay: '2023-12-30', days: 4, rate: 0, amount: 10_001 },
  ]);
});

test('a rental that ends on New Year itself has one day at the new rate', () => {
  expect(splitByServiceDay(rappen(200), isoDay('2023-12-31'), 2, 'standard')).toEqual([
    { firstDay: '2023-12-31', days: 1, rate: 770, amount: 100 },
    { firstDay: '2024-01-01', days: 1, rate: 810, amount: 100 },
  ]);
});

test('a split loses no Rappen and no day, and every day has the rate of its date', () => {
  const amounts = fc.integer({ min: -9_999_999, max: 9_999_999 }).map(rappen);
  fc.assert(
    fc.property(amounts, fc.nat(6000), fc.integer({ min: 1, max: 3000 }), (amount, offset, days) => {
      const first = addDays(isoDay('2011-01-01'), offset);
      const parts = splitByServiceDay(amount, first, days, 'standard');
      expect(add(...parts.map((part) => part.amount))).toBe(amount);
      let next = first;
      for (const part of parts) {
        expect(part.firstDay).toBe(next);
        expect(vatRateOn(part.firstDay, 'standard')).toBe(part.rate);
        expect(vatRateOn(addDays(part.firstDay, part.days - 1), 'standard')).toBe(part.rate);
        next = addDays(next, part.days);
      }
      expect(next).toBe(addDays(first, days));
    }),
  );
});
