import { type BasisPoints, type Rappen, add, subtract } from './rappen.ts';
import { shareOf, vatWithin } from './rounding.ts';

/** Whether the prices of a list have the VAT within (for private renters) or get it added (for companies). */
export type PriceBasis = 'gross' | 'net';

export interface NetVatGross {
  readonly net: Rappen;
  readonly vat: Rappen;
  /** net + vat, always. */
  readonly gross: Rappen;
}

/**
 * Net, VAT and gross of a sum at one rate. The sum as it stands in the list is kept to the Rappen; VAT is rounded once,
 * on the sum, not line by line.
 */
export function netVatGross(amount: Rappen, rate: BasisPoints, basis: PriceBasis): NetVatGross {
  if (basis === 'gross') {
    const vat = vatWithin(amount, rate);
    return { net: subtract(amount, vat), vat, gross: amount };
  }
  const vat = shareOf(amount, rate);
  return { net: amount, vat, gross: add(amount, vat) };
}
