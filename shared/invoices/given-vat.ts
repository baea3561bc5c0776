import { type Rappen, add, rappen } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import type { Fault } from '../validation/fault.ts';
import { type VatShare, paperTotals } from './invoice-paper-totals.ts';

export interface WrongVat {
  readonly path: readonly (string | number)[];
  readonly fault: Fault;
}

/**
 * Why a VAT summary that is given with the lines is not theirs; `null` when it is. It names exactly the rates of the lines,
 * with their gross amounts, and its VAT differs from that of the sum by rounding at most.
 */
export function checkGivenVat(lines: readonly PaperLine[], given: readonly VatShare[]): WrongVat | null {
  const computed = paperTotals(lines).vat;
  if (given.length !== computed.length) return { path: [], fault: { code: 'vat_of_lines' } };
  for (const [at, share] of given.entries()) {
    // In the order in which it is printed: the highest rate first.
    const own = computed[at];
    if (own === undefined || own.rate !== share.rate || own.gross !== share.gross) {
      return { path: [at], fault: { code: 'vat_of_lines' } };
    }
    if (add(share.net, share.vat) !== share.gross) return { path: [at], fault: { code: 'vat_sum' } };
    const limit = vatTolerance(lines.filter((line) => isOfRate(line, share)).length);
    if (Math.abs(share.vat - own.vat) > limit) {
      return { path: [at, 'vat'], fault: { code: 'vat_differs', limit, computed: own.vat } };
    }
  }
  return null;
}

/**
 * By how many Rappen a right VAT may differ from that of the sum. Rounded line by line it is off by up to half a Rappen for
 * each, and the VAT of the sum by another half: (lines + 1) / 2. A credit takes the difference of two rounded sums, what
 * was left before and after, whatever its lines: that is 1.5 at most, and 1 in whole Rappen, as it is for a single line.
 */
function vatTolerance(lines: number): Rappen {
  return rappen(Math.floor((lines + 1) / 2));
}

function isOfRate({ vatKind, vatRate }: PaperLine, { rate }: VatShare): boolean {
  return vatKind === 'standard' && vatRate === rate;
}
