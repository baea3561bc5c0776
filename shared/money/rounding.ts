import { type BasisPoints, type Rappen, rappen } from './rappen.ts';

/**
 * The only file that rounds money.
 *
 * Commercial rounding: halves go away from zero, so that a refund mirrors the charge. Computed on BigInt, because
 * `amount * 810` can leave the range in which a double is exact.
 */
function divideHalfUp(numerator: bigint, denominator: bigint): Rappen {
  const sign = numerator < 0n ? -1n : 1n;
  const absolute = numerator * sign;
  return rappen(Number(sign * ((absolute * 2n + denominator) / (denominator * 2n))));
}

/** The share of an amount at a rate: 5 % (500) of 237.00 is 11.85. */
export function shareOf(amount: Rappen, rate: BasisPoints): Rappen {
  return divideHalfUp(BigInt(amount) * BigInt(rate), 10_000n);
}

/** The VAT contained in a gross amount: 8.1 % (810) in 307.15 is 23.01. */
export function vatWithin(gross: Rappen, rate: BasisPoints): Rappen {
  return divideHalfUp(BigInt(gross) * BigInt(rate), BigInt(10_000 + rate));
}

/** Cash has no coin below 5 Rappen. For cash only: cards, TWINT and bills are paid to the Rappen. */
export function roundForCash(amount: Rappen): Rappen {
  return rappen(divideHalfUp(BigInt(amount), 5n) * 5);
}
