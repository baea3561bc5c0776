import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../result/result.ts';
import { formatAmount, formatMoney, formatPlain } from './format-money.ts';
import { largestTypedAmount, parseTypedMoney } from './parse-typed-money.ts';
import { rappen } from './rappen.ts';

test.each([
  ['1590', 159_000],
  ["1'590.5", 159_050],
  ['1’590.50', 159_050],
  ['1 590,50', 159_050],
  ['CHF 1’590.00', 159_000],
  ['Fr. 12.–', 1_200],
  ['12.--', 1_200],
  ['.5', 50],
  ['7.', 700],
  ['0', 0],
  [' 00012 ', 1_200],
])('%s is an amount', (text, amount) => {
  expect(parseTypedMoney(text)).toEqual(ok(amount));
});

test.each([
  ['', 'money_format'],
  ['.', 'money_format'],
  ['-', 'money_format'],
  ['zwölf', 'money_format'],
  ['1.2.3', 'money_format'],
  ['1e3', 'money_format'],
  ['١٢', 'money_format'],
  ['1.005', 'money_decimals'],
  ['1,590', 'money_decimals'],
  ['-5', 'money_negative'],
  ['100000000', 'money_too_large'],
  ['9'.repeat(400), 'money_too_large'],
])('%s is refused as %s', (text, code) => {
  expect(parseTypedMoney(text)).toMatchObject({ ok: false, refusal: { code } });
});

test('a minus of any kind is taken where money may go back', () => {
  for (const text of ['-5', '−5.00', '–5', '- 5']) {
    expect(parseTypedMoney(text, { mayBeNegative: true })).toEqual(ok(-500));
  }
  const zero = parseTypedMoney('-0');
  expect(zero.ok && Object.is(zero.value, 0)).toBe(true);
});

test('what we write is read again, to the Rappen', () => {
  const limit: number = largestTypedAmount;
  fc.assert(
    fc.property(fc.integer({ min: -limit, max: limit }).map(rappen), (amount) => {
      for (const write of [formatPlain, formatAmount, formatMoney]) {
        expect(parseTypedMoney(write(amount), { mayBeNegative: true })).toEqual(ok(amount));
      }
    }),
  );
});
