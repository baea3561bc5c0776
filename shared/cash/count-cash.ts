import { type Currency, type Rappen, add, rappen, times } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';

/** Notes and coins in circulation, the largest first, in Rappen and euro cents. */
export const denominations: Readonly<
  Record<Currency, { readonly notes: readonly Rappen[]; readonly coins: readonly Rappen[] }>
> = {
  CHF: {
    notes: [100_000, 20_000, 10_000, 5_000, 2_000, 1_000].map(rappen),
    coins: [500, 200, 100, 50, 20, 10, 5].map(rappen),
  },
  // The 500 note is printed no more, and stays legal tender.
  EUR: {
    notes: [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500].map(rappen),
    coins: [200, 100, 50, 20, 10, 5, 2, 1].map(rappen),
  },
};

/** How many pieces of a note or coin lie in the drawer. */
export interface CountedPieces {
  readonly denomination: Rappen;
  readonly pieces: number;
}

export type CountRefusal =
  | {
      readonly code: 'denomination_unknown';
      readonly denomination: Rappen;
      readonly currency: Currency;
    }
  | { readonly code: 'denomination_twice'; readonly denomination: Rappen; readonly currency: Currency }
  | { readonly code: 'pieces'; readonly denomination: Rappen; readonly currency: Currency };

const mostPieces = 100_000;

/** What a counted drawer holds. A denomination that is not named was not there. */
export function countCash(currency: Currency, count: readonly CountedPieces[]): Result<Rappen, CountRefusal> {
  const known = allDenominations(currency);
  const seen = new Set<Rappen>();
  for (const { denomination, pieces } of count) {
    if (!known.includes(denomination)) {
      return refuse({ code: 'denomination_unknown', denomination, currency });
    }
    if (seen.has(denomination)) return refuse({ code: 'denomination_twice', denomination, currency });
    seen.add(denomination);
    if (!Number.isInteger(pieces) || pieces < 0 || pieces > mostPieces) {
      return refuse({ code: 'pieces', denomination, currency });
    }
  }
  return ok(add(...count.map(({ denomination, pieces }) => times(denomination, pieces))));
}

/** The largest first. */
export function allDenominations(currency: Currency): readonly Rappen[] {
  const { notes, coins } = denominations[currency];
  return [...notes, ...coins];
}

/** Whether an amount can be paid in notes and coins: in francs a multiple of 5 Rappen. */
export function isPayableInCash(amount: Rappen, currency: Currency): boolean {
  return currency === 'EUR' || amount % 5 === 0;
}
