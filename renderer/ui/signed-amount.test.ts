import { expect, test } from 'vitest';
import { rappen } from '#shared/money/rappen.ts';
import { signedAmount } from './signed-amount.ts';

test.each([
  [rappen(11_800), 'CHF\u00a0+118.00'],
  [rappen(-450), 'CHF\u00a0−4.50'],
  [rappen(0), 'CHF\u00a00.00'],
  [rappen(123_456_700), 'CHF\u00a0+1’234’567.00'],
])('of %i the sign stands directly before the figures', (amount, written) => {
  expect(signedAmount(amount)).toBe(written);
});
