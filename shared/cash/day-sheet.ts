import type { VatShare } from '../invoices/invoice-paper-totals.ts';
import { type BasisPoints, type Rappen, add, subtract, zero } from '../money/rappen.ts';

/** How money comes to the company beside cash. */
export const otherPaymentMethods = ['card', 'twint', 'bank', 'stripe'] as const;
export type OtherPaymentMethod = (typeof otherPaymentMethods)[number];

/** A payment that was not in cash, in the currency of the sheet. */
export interface OtherPayment {
  readonly method: OtherPaymentMethod;
  readonly direction: 'in' | 'out';
  /** Positive. */
  readonly amount: Rappen;
}

export interface MethodTotal {
  readonly method: OtherPaymentMethod;
  readonly count: number;
  readonly received: Rappen;
  readonly refunded: Rappen;
  /** received − refunded */
  readonly net: Rappen;
}

/** What came and went by each method, in their fixed order; a method without payments is left out. */
export function totalsByMethod(payments: readonly OtherPayment[]): readonly MethodTotal[] {
  return otherPaymentMethods.flatMap((method) => {
    const own = payments.filter((payment) => payment.method === method);
    if (own.length === 0) return [];
    const sum = (direction: OtherPayment['direction']) =>
      add(...own.filter((one) => one.direction === direction).map(({ amount }) => amount));
    const [received, refunded] = [sum('in'), sum('out')];
    return [{ method, count: own.length, received, refunded, net: subtract(received, refunded) }];
  });
}

/**
 * The VAT of what was sold, by rate, the highest first: the sum of what stands on the papers, each rounded there. Computed
 * anew on the sum it would differ by Rappen from the papers, and then from the books.
 */
export function vatOfPapers(papers: readonly (readonly VatShare[])[]): readonly VatShare[] {
  const byRate = new Map<BasisPoints, VatShare>();
  for (const { rate, gross, net, vat } of papers.flat()) {
    const sum = byRate.get(rate) ?? { rate, gross: zero, net: zero, vat: zero };
    byRate.set(rate, {
      rate,
      gross: add(sum.gross, gross),
      net: add(sum.net, net),
      vat: add(sum.vat, vat),
    });
  }
  return [...byRate.values()].sort((one, other) => other.rate - one.rate);
}
