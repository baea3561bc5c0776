import { type Rappen, rappen } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';

export interface BankAmountRefusal {
  readonly code: 'amount_format' | 'amount_decimals' | 'amount_too_large';
}

/**
 * `1590.5` → 159050 Rappen, read as text and never through a fraction. More than two decimals are refused, even zeros:
 * francs and euros have none, so the file means something else. Amounts have no sign (ISO 20022 says it beside them).
 */
export function parseBankAmount(text: string): Result<Rappen, BankAmountRefusal> {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) return refuse({ code: 'amount_format' });
  const [, whole = '', decimals = ''] = found;
  if (decimals.length > 2) return refuse({ code: 'amount_decimals' });
  const value = Number(whole + decimals.padEnd(2, '0'));
  return Number.isSafeInteger(value) ? ok(rappen(value)) : refuse({ code: 'amount_too_large' });
}
