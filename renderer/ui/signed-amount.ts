import { formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, times } from '#shared/money/rappen.ts';

/** `+CHF 120.00`, `−CHF 120.00` */
export function signedAmount(amount: Rappen): string {
  return amount < 0 ? `−${formatMoney(times(amount, -1))}` : `+${formatMoney(amount)}`;
}
