import { netVatGross } from '../money/gross-net.ts';
import { type BasisPoints, type Rappen, add, subtract, zero } from '../money/rappen.ts';

/**
 * Net amounts to amounts with VAT within, as papers show them. Each line is the difference of two rounded sums, so that the
 * lines of a rate add up to its net sum with VAT on it, and none is off by a whole Rappen.
 */
export function withVatWithin<Line extends { readonly amount: Rappen; readonly vatRate: BasisPoints }>(
  lines: readonly Line[],
): readonly Line[] {
  const net = new Map<BasisPoints, Rappen>();
  return lines.map((line) => {
    const before = net.get(line.vatRate) ?? zero;
    const after = add(before, line.amount);
    net.set(line.vatRate, after);
    const gross = (sum: Rappen) => netVatGross(sum, line.vatRate, 'net').gross;
    return { ...line, amount: subtract(gross(after), gross(before)) };
  });
}
