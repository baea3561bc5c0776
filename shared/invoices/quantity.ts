import { type Rappen, basisPoints } from '../money/rappen.ts';
import { shareOf } from '../money/rounding.ts';
import { type Result, ok, refuse } from '../result/result.ts';

declare const unit: unique symbol;

/** How many, in thousandths: 1.5 hours are 1500. Above zero. */
export type Quantity = number & { readonly [unit]: 'Quantity' };

export type QuantityRefusal =
  | { readonly code: 'quantity_format'; readonly text: string }
  | { readonly code: 'quantity_not_positive' }
  | { readonly code: 'quantity_too_large'; readonly limit: number };

/** Pieces, hours, kilometres: more in one line is a typing error. */
export const largestQuantity = 999_999;

/** Reads `2`, `1.5`, `0.125`: up to three decimals after a point. More are refused, never rounded. */
export function parseQuantity(text: string): Result<Quantity, QuantityRefusal> {
  const found = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text.trim());
  if (!found) return refuse({ code: 'quantity_format', text });
  const thousandths = Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
  if (thousandths === 0) return refuse({ code: 'quantity_not_positive' });
  if (thousandths > largestQuantity * 1000) {
    return refuse({ code: 'quantity_too_large', limit: largestQuantity });
  }
  return ok(thousandths as Quantity);
}

/** `1’200`, `1.5`, `0.125` */
export function formatQuantity(quantity: Quantity): string {
  const whole = String(Math.trunc(quantity / 1000)).replace(/\B(?=(\d{3})+$)/g, '’');
  const decimals = String(quantity % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** Quantity × price, rounded once to the Rappen. A thousandth is ten hundredths of a percent: the share of that rate. */
export function priceOf(quantity: Quantity, unitPrice: Rappen): Rappen {
  return shareOf(unitPrice, basisPoints(quantity * 10));
}
