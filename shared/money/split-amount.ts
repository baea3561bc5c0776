import { type Rappen, rappen } from './rappen.ts';

/**
 * Splits an amount by weights without losing a Rappen: each part gets its share rounded towards zero, and what is left
 * goes Rappen by Rappen to the largest remainders, among equals to the first. A negative amount mirrors the positive one.
 *
 * @param weights whole numbers, none negative, at least one above zero; otherwise a RangeError
 */
export function splitAmount(amount: Rappen, weights: readonly number[]): readonly Rappen[] {
  return splitWhole(amount, weights).map(rappen);
}

/** The same for any whole number, such as kilometres. */
export function splitWhole(amount: number, weights: readonly number[]): readonly number[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('a weight is a whole number and not negative');
  }
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) throw new RangeError('nothing to split by: all weights are zero');
  const sign = amount < 0 ? -1 : 1;
  const absolute = BigInt(Math.abs(amount));
  const parts = weights.map((weight, index) => {
    const share = absolute * BigInt(weight);
    return { index, whole: Number(share / sum), remainder: share % sum };
  });
  let left = Math.abs(amount) - parts.reduce((total, { whole }) => total + whole, 0);
  const inTurn = parts.toSorted((one, other) =>
    one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1,
  );
  const result = parts.map(({ whole }) => whole);
  for (const { index } of inTurn) {
    if (left === 0) break;
    result[index] = (result[index] ?? 0) + 1;
    left -= 1;
  }
  return result.map((part) => (part === 0 ? 0 : part * sign));
}
