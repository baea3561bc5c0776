import { formatMoney } from '#shared/money/format-money.ts';
import type { Rappen } from '#shared/money/rappen.ts';

/** A difference: `CHF +120.00`, `CHF −120.00`, `CHF 0.00`. The sign stands directly before the figures, as every minus does. */
export function signedAmount(amount: Rappen): string {
  const text = formatMoney(amount);
  return amount > 0 ? text.replace('\u00a0', '\u00a0+') : text;
}
