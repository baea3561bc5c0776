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

/**
 * Cash has had no coin below 5 Rappen since the 1-Rappen piece was withdrawn in 2007. For cash only: cards, TWINT
 * and bills are paid to the Rappen. No law says how to round; up from 3 and 8, down from 2 and 7, is what PostFinance says
 * is done at its counters (17.87 is 17.85, 17.88 is 17.90).
 */
export function roundForCash(amount: Rappen): Rappen {
  return rappen(divideHalfUp(BigInt(amount), 5n) * 5);
}
