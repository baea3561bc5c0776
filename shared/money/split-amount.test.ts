import fc from 'fast-check';
import { expect, test } from 'vitest';
import { netVatGross } from './gross-net.ts';
import { add, basisPoints, rappen, subtract, zero } from './rappen.ts';
import { splitAmount } from './split-amount.ts';

const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(rappen);
const weights = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0));

test('by hand: 100.00 in three, 0.05 in two, 10.00 by days, and back', () => {
  expect(splitAmount(rappen(10_000), [1, 1, 1])).toEqual([3334, 3333, 3333]);
  expect(splitAmount(rappen(5), [1, 1])).toEqual([3, 2]);
  expect(splitAmount(rappen(1000), [2, 5])).toEqual([286, 714]); // 285.714… and 714.285…: the first remainder is larger
  expect(splitAmount(rappen(-10_000), [1, 1, 1])).toEqual([-3334, -3333, -3333]);
  expect(splitAmount(rappen(7), [0, 1, 0])).toEqual([0, 7, 0]);
});

test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])('cannot split by %j', (bad) => {
  expect(() => splitAmount(rappen(100), bad)).toThrow(RangeError);
});

test('no Rappen is lost, none made, and no part is a whole Rappen off its share', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, by) => {
      const parts = splitAmount(amount, by);
      expect(add(...parts)).toBe(amount);
      const sum = BigInt(by.reduce((total, weight) => total + weight, 0));
      parts.forEach((part, index) => {
        const off = BigInt(part) * sum - BigInt(amount) * BigInt(by[index] ?? 0);
        expect((off < 0n ? -off : off) < sum).toBe(true);
      });
      expect(splitAmount(subtract(zero, amount), by)).toEqual(parts.map((part) => subtract(zero, part)));
    }),
  );
});

test('net, VAT and gross always add up, from either side', () => {
  expect(netVatGross(rappen(10_000), basisPoints(810), 'net')).toEqual({
    net: 10_000,
    vat: 810,
    gross: 10_810,
  });
  expect(netVatGross(rappen(10_810), basisPoints(810), 'gross')).toEqual({
    net: 10_000,
    vat: 810,
    gross: 10_810,
  });
  const rates = fc.integer({ min: 0, max: 2500 }).map(basisPoints);
  fc.assert(
    fc.property(amounts, rates, fc.constantFrom('gross' as const, 'net' as const), (amount, rate, basis) => {
      const all = netVatGross(amount, rate, basis);
      expect(add(all.net, all.vat)).toBe(all.gross);
      expect(all[basis]).toBe(amount);
      // From net to gross the net is found again; the other way the rounding may have lost it.
      expect(basis === 'gross' || netVatGross(all.gross, rate, 'gross').net === amount).toBe(true);
    }),
  );
});
