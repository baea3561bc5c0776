import { type BasisPoints, type Rappen, add, subtract } from '../money/rappen.ts';
import { vatWithin } from '../money/rounding.ts';
import type { PaperLine } from '../parties/paper-fields.ts';

/** The VAT contained in the lines of one rate, rounded once for the rate. */
export interface VatShare {
  readonly rate: BasisPoints;
  readonly gross: Rappen;
  readonly net: Rappen;
  readonly vat: Rappen;
}

export interface PaperTotals {
  readonly total: Rappen;
  /** Highest rate first; lines outside VAT are in none of them. */
  readonly vat: readonly VatShare[];
}

/** What stands at the foot of an invoice: the VAT that is given with it, or that of its lines. */
export function invoiceTotals(paper: {
  readonly lines: readonly PaperLine[];
  readonly vat: readonly VatShare[] | null;
}): PaperTotals {
  const computed = paperTotals(paper.lines);
  return paper.vat === null ? computed : { ...computed, vat: paper.vat };
}

/** What the lines of a contract or an invoice come to. */
export function paperTotals(lines: readonly PaperLine[]): PaperTotals {
  const byRate = new Map<BasisPoints, Rappen[]>();
  for (const { vatKind, vatRate, amount } of lines) {
    if (vatKind === 'standard') byRate.set(vatRate, [...(byRate.get(vatRate) ?? []), amount]);
  }
  const vat = [...byRate]
    .sort(([one], [other]) => other - one)
    .map(([rate, amounts]) => {
      const gross = add(...amounts);
      const tax = vatWithin(gross, rate);
      return { rate, gross, net: subtract(gross, tax), vat: tax };
    });
  return { total: add(...lines.map(({ amount }) => amount)), vat };
}
