import { type Result, ok, refuse } from '../result/result.ts';
import { type Rappen, rappen } from './rappen.ts';

export type TypedMoneyRefusal =
  | { readonly code: 'money_format' | 'money_decimals' | 'money_negative' }
  | { readonly code: 'money_too_large'; readonly limit: Rappen };

/** What no amount at a counter reaches, and every column of the database holds. */
export const largestTypedAmount = rappen(99_999_999_99);

/**
 * An amount as people type it: `1590`, `1'590.5`, `1’590.50`, `1 590,50`, `CHF 12.–`, `-5`. A third decimal is refused, never
 * rounded: whoever types one means something else. A comma is a decimal sign only with one or two digits behind it.
 */
export function parseTypedMoney(
  text: string,
  { mayBeNegative = false }: { readonly mayBeNegative?: boolean } = {},
): Result<Rappen, TypedMoneyRefusal> {
  const compact = text
    .trim()
    .replace(/^(CHF|Fr\.?|SFr\.?)\s*/i, '')
    .replace(/[.,][–-]{1,2}$/, '')
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^[−–]/, '-');
  const found = /^(-?)(\d*)(?:[.,](\d*))?$/.exec(compact);
  const [, sign = '', whole = '', decimals = ''] = found ?? [];
  if (!found || whole + decimals === '') return refuse({ code: 'money_format' });
  if (decimals.length > 2) return refuse({ code: 'money_decimals' });
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (amount > largestTypedAmount) return refuse({ code: 'money_too_large', limit: largestTypedAmount });
  if (sign === '-' && amount !== 0 && !mayBeNegative) return refuse({ code: 'money_negative' });
  return ok(rappen(sign === '-' ? -amount : amount));
}
