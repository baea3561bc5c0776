import { expect, test } from 'vitest';
import { rappen } from '../money/rappen.ts';
import type { Quote } from '../pricing/quote.ts';
import { noOptions } from '../pricing/rental-options.ts';
import { instant } from '../time/instant.ts';
import { type PriceReason, type PricedWish, type Promised, comparePromised } from './promised-price.ts';

const wish: PricedWish = {
  categoryId: 'compact',
  startsAt: instant('2026-11-20T09:00:00Z'),
  endsAt: instant('2026-11-23T09:00:00Z'),
  returnBranchId: 'zrh',
  customerId: 'anna',
  options: {
    ...noOptions,
    extras: [
      { id: 'seat', count: 2 },
      { id: 'gps', count: 1 },
    ],
    vouchers: ['HERBST'],
  },
};
const promised: Promised = {
  ...wish,
  total: rappen(17_700),
  lines: [{ kind: 'rental', amount: rappen(17_700) }],
};
const line = (code: string, kind: string, amount: number) => ({
  kind,
  amount: rappen(amount),
  rule: { code },
});
const price = (total: number, ...lines: readonly object[]) =>
  ({ total: rappen(total), lines }) as unknown as Quote;

test('what costs the same is no change, whatever else differs', () => {
  expect(comparePromised(promised, { ...wish, categoryId: 'van' }, price(17_700))).toBeNull();
});

test.each<[PriceReason, Partial<PricedWish>]>([
  ['category', { categoryId: 'van' }],
  ['period', { endsAt: instant('2026-11-24T09:00:00Z') }],
  ['period', { startsAt: instant('2026-11-20T08:00:00Z') }],
  ['branch', { returnBranchId: 'chur' }],
  ['options', { options: { ...wish.options, vouchers: [] } }],
  ['customer', { customerId: 'beat' }],
])('another price has its reason: %s', (reason, changed) => {
  expect(comparePromised(promised, { ...wish, ...changed }, price(20_000))).toEqual({
    promised: 17_700,
    now: 20_000,
    difference: 2_300,
    reasons: [reason],
  });
});

test('where nothing else differs the list has changed, also where the same was chosen in another order', () => {
  const { extras } = wish.options;
  const options = { ...wish.options, extras: extras.toReversed(), vouchers: ['herbst'] };
  expect(comparePromised(promised, { ...wish, options }, price(15_000))).toMatchObject({
    difference: -2_700,
    reasons: ['list'],
  });
});

test('a young driver is the reason where nobody knew the age, and none where it was promised so', () => {
  const young = line('young_driver', 'fee', 4_500);
  const now = price(22_200, line('day_rate', 'rental', 17_700), young);
  expect(comparePromised(promised, wish, now)?.reasons).toEqual(['driver']);
  const known = { ...promised, lines: [{ kind: 'fee', amount: rappen(4_500) }] };
  expect(comparePromised(known, wish, now)?.reasons).toEqual(['list']);
});
