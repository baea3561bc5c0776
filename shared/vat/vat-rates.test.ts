import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDay } from '../time/instant.ts';
import { vatRateOn } from './vat-rates.ts';

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
