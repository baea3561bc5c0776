import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, formatMoney, formatPlain } from './format-money.ts';
import { add, basisPoints, rappen, subtract, times, zero } from './rappen.ts';
import { roundForCash, shareOf, vatWithin } from './rounding.ts';

const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(rappen);
const rates = fc.integer({ min: 0, max: 10_000 }).map(basisPoints);

describe('amounts', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    '%s is not a whole number of Rappen',
    (value) => {
      expect(() => rappen(value)).toThrow(RangeError);
    },
  );

  test('a sum too large to be exact throws instead of being wrong', () => {
    const huge = rappen(Number.MAX_SAFE_INTEGER);
    expect(() => add(huge, rappen(1))).toThrow(RangeError);
    expect(() => times(huge, 2)).toThrow(RangeError);
    expect(() => times(rappen(100), 1.5)).toThrow(RangeError);
  });

  test('there is one zero: minus nothing is nothing', () => {
    expect(Object.is(subtract(zero, zero), 0)).toBe(true);
    expect(Object.is(rappen(-0), 0)).toBe(true);
  });

  test('what is added and taken away again is unchanged', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        expect(subtract(add(one, other), other)).toBe(one);
      }),
    );
  });
});

describe('rounding', () => {
  test('as the tax office computes it', () => {
    expect(vatWithin(rappen(30_715), basisPoints(810))).toBe(2301);
    expect(vatWithin(rappen(10_810), basisPoints(810))).toBe(810);
    expect(shareOf(rappen(23_700), basisPoints(500))).toBe(1185);
    expect(shareOf(rappen(50), basisPoints(100))).toBe(1); // half a Rappen goes up
    expect(shareOf(rappen(-50), basisPoints(100))).toBe(-1); // and mirrors
  });

  test('the VAT within is never off by more than half a Rappen', () => {
    fc.assert(
      fc.property(amounts, rates, (gross, rate) => {
        const vat = BigInt(vatWithin(gross, rate));
        const error = vat * BigInt(10_000 + rate) - BigInt(gross) * BigInt(rate);
        const twice = (error < 0n ? -error : error) * 2n;
        expect(twice <= BigInt(10_000 + rate)).toBe(true);
      }),
    );
  });

  test('a refund mirrors the charge to the Rappen', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const back = subtract(zero, amount);
        expect(vatWithin(back, rate)).toBe(subtract(zero, vatWithin(amount, rate)));
        expect(shareOf(back, rate)).toBe(subtract(zero, shareOf(amount, rate)));
        expect(roundForCash(back)).toBe(subtract(zero, roundForCash(amount)));
      }),
    );
  });

  test('cash comes in 5 Rappen, two at most away', () => {
    expect([1, 2, 3, 7, 8, 12_342, 12_343].map((amount) => roundForCash(rappen(amount)))).toEqual([
      0, 0, 5, 5, 10, 12_340, 12_345,
    ]);
    fc.assert(
      fc.property(amounts, (amount) => {
        const cash = roundForCash(amount);
        expect(Math.abs(cash % 5)).toBe(0);
        expect(Math.abs(cash - amount)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('writing', () => {
  test('for people and for the QR-bill', () => {
    expect(formatMoney(rappen(159_000))).toBe('CHF\u00a01’590.00');
    expect(formatAmount(rappen(-1185))).toBe('−11.85');
    expect(formatAmount(rappen(99_999_999_999))).toBe('999’999’999.99');
    expect(formatPlain(rappen(159_000))).toBe('1590.00');
    expect([0, 5, 50, -5].map((amount) => formatPlain(rappen(amount)))).toEqual([
      '0.00',
      '0.05',
      '0.50',
      '-0.05',
    ]);
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(Number(formatPlain(amount).replace('.', ''))).toBe(amount === 0 ? 0 : amount);
        expect(formatAmount(amount).replaceAll('’', '').replace('−', '-')).toBe(formatPlain(amount));
      }),
    );
  });
});
