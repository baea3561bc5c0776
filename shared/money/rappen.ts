declare const unit: unique symbol;

/** An amount in Rappen (or euro cents): a safe integer, negative for money that goes back. */
export type Rappen = number & { readonly [unit]: 'Rappen' };

/** A rate in hundredths of a percent: 8.1 % is 810. */
export type BasisPoints = number & { readonly [unit]: 'BasisPoints' };

export type Currency = 'CHF' | 'EUR';

/** Brands a whole number of Rappen. Throws on fractions and on what a double cannot hold: that is a bug, not input. */
export function rappen(value: number): Rappen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of Rappen: ${value}`);
  return (value === 0 ? 0 : value) as Rappen;
}

/** Brands a rate in hundredths of a percent. */
export function basisPoints(value: number): BasisPoints {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a rate: ${value}`);
  return value as BasisPoints;
}

export const zero = rappen(0);

export function add(...amounts: readonly Rappen[]): Rappen {
  return rappen(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function subtract(from: Rappen, amount: Rappen): Rappen {
  return rappen(from - amount);
}

/** Price times a whole count (days, pieces, kilometres). */
export function times(amount: Rappen, count: number): Rappen {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole count: ${count}`);
  return rappen(amount * count);
}
