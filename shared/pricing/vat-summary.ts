import { type NetVatGross, type PriceBasis, netVatGross } from '../money/gross-net.ts';
import { type BasisPoints, add } from '../money/rappen.ts';
import type { VatKind } from '../vat/vat-rates.ts';
import type { PriceLine } from './price-line.ts';

export interface VatRow extends NetVatGross {
  readonly vatKind: VatKind;
  readonly rate: BasisPoints;
}

/** The lines added up by kind and rate; VAT is rounded once for each (MWSTG 26). Highest rate first. */
export function vatSummary(lines: readonly PriceLine[], basis: PriceBasis): readonly VatRow[] {
  const groups: { vatKind: VatKind; rate: BasisPoints; amount: PriceLine['amount'] }[] = [];
  for (const { vatKind, vatRate: rate, amount } of lines) {
    const group = groups.find((known) => known.vatKind === vatKind && known.rate === rate);
    if (group) group.amount = add(group.amount, amount);
    else groups.push({ vatKind, rate, amount });
  }
  return groups
    .sort((one, other) => other.rate - one.rate)
    .map(({ vatKind, rate, amount }) => ({ vatKind, rate, ...netVatGross(amount, rate, basis) }));
}
