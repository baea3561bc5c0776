import { type Rappen, subtract } from '../money/rappen.ts';
import type { Quote } from '../pricing/quote.ts';
import type { RentalOptions } from '../pricing/rental-options.ts';
import type { Instant } from '../time/instant.ts';

/** What a rental is asked for with, as far as its price depends on it. */
export interface PricedWish {
  readonly categoryId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly returnBranchId: string;
  readonly customerId: string;
  readonly options: RentalOptions;
}

/** What was told to the renter when they reserved. */
export interface Promised extends PricedWish {
  readonly total: Rappen;
  /** The amounts of the lines that were told, by kind. */
  readonly lines: readonly { readonly kind: string; readonly amount: Rappen }[];
}

/**
 * Why a price is another than the one that was promised, as far as it is known: what is asked for differs in it, a driver is young
 * whose age nobody knew, or, where nothing of that is so, the list itself has changed.
 */
export type PriceReason = 'category' | 'period' | 'branch' | 'options' | 'customer' | 'driver' | 'list';

export interface PriceChange {
  readonly promised: Rappen;
  readonly now: Rappen;
  /** What is to be paid more; negative for less. */
  readonly difference: Rappen;
  readonly reasons: readonly PriceReason[];
}

/** The promise against what it costs now; null where it costs the same. */
export function comparePromised(
  promised: Promised,
  wish: PricedWish,
  price: Pick<Quote, 'total' | 'lines'>,
): PriceChange | null {
  if (price.total === promised.total) return null;
  const young = price.lines.filter(({ rule }) => rule.code === 'young_driver');
  const differs: readonly (readonly [PriceReason, boolean])[] = [
    ['category', promised.categoryId !== wish.categoryId],
    ['period', promised.startsAt !== wish.startsAt || promised.endsAt !== wish.endsAt],
    ['branch', promised.returnBranchId !== wish.returnBranchId],
    ['options', chosen(promised.options) !== chosen(wish.options)],
    ['customer', promised.customerId !== wish.customerId],
    // Lines that were told are words and amounts: what stands there now, and stood nowhere then, has joined.
    [
      'driver',
      young.some(
        ({ kind, amount }) => !promised.lines.some((line) => line.kind === kind && line.amount === amount),
      ),
    ],
  ];
  const reasons = differs.filter(([, isSo]) => isSo).map(([reason]) => reason);
  return {
    promised: promised.total,
    now: price.total,
    difference: subtract(price.total, promised.total),
    reasons: reasons.length > 0 ? reasons : ['list'],
  };
}

/** The same choice in one text, in whichever order it was made. */
function chosen({ extras, protections, kilometrePackage, vouchers }: RentalOptions): string {
  return JSON.stringify([
    extras
      .filter(({ count }) => count > 0)
      .map(({ id, count }) => `${id}×${count}`)
      .toSorted(),
    [...protections].toSorted(),
    kilometrePackage,
    vouchers.map((code) => code.toUpperCase()).toSorted(),
  ]);
}
