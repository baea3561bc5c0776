import { expect, test } from 'vitest';
import { ok } from '../result/result.ts';
import { formatWhole, parseTypedWhole } from './parse-typed-whole.ts';

const odometer = { smallest: 0, largest: 9_999_999 };

test.each(['31846', '31’846', "31'846", '31 846', ' 31\u202f846 '])('%s is read', (text) => {
  expect(parseTypedWhole(text, odometer)).toEqual(ok(31_846));
});

test.each([
  ['', 'whole_format'],
  ['31.5', 'whole_format'],
  ['31 km', 'whole_format'],
  ['1e3', 'whole_format'],
  ['9'.repeat(30), 'whole_format'],
  ['-1', 'whole_range'],
  ['10000000', 'whole_range'],
])('%s is refused as %s', (text, code) => {
  expect(parseTypedWhole(text, odometer)).toMatchObject({ ok: false, refusal: { code } });
});

test('what is written is read again', () => {
  for (const value of [0, 7, -7, 999, 1_000, 31_846, -1_234_567]) {
    expect(parseTypedWhole(formatWhole(value), { smallest: -1e7, largest: 1e7 })).toEqual(ok(value));
  }
  expect(formatWhole(-1_234_567)).toBe('−1’234’567');
});
