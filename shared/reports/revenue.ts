import { type VatShare, paperTotals } from '../invoices/invoice-paper-totals.ts';
import { vatOfPapers } from '../cash/day-sheet.ts';
import { type BasisPoints, type Rappen, add, times, zero } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import type { IsoDay } from '../time/instant.ts';

/** A bill as the books have it. A credit note takes away what it says. */
export interface BookedInvoice {
  readonly kind: 'invoice' | 'credit_note';
  readonly branchId: string;
  readonly issuedOn: IsoDay;
  readonly lines: readonly (PaperLine & { readonly lineKind: string })[];
  /** As it was printed, where it was given with the paper; otherwise that of the lines. */
  readonly vat: readonly VatShare[] | null;
}

export interface Revenue {
  /** With VAT, credit notes taken off. */
  readonly total: Rappen;
  /** `2026-11`, the earliest first; months without a bill between two others are there with nothing. */
  readonly months: readonly { readonly month: string; readonly total: Rappen }[];
  readonly branches: readonly { readonly branchId: string; readonly total: Rappen }[];
  readonly kinds: readonly { readonly kind: string; readonly total: Rappen }[];
}

/** What was billed, by month, branch and kind of line; the largest first but for months. */
export function revenueOf(invoices: readonly BookedInvoice[]): Revenue {
  const lines = invoices.flatMap((invoice) =>
    invoice.lines.map((line) => ({
      month: invoice.issuedOn.slice(0, 7),
      branchId: invoice.branchId,
      kind: line.lineKind,
      amount: signed(invoice, line.amount),
    })),
  );
  const sums = (key: 'month' | 'branchId' | 'kind'): Map<string, Rappen> => {
    const found = new Map<string, Rappen>();
    for (const line of lines) found.set(line[key], add(found.get(line[key]) ?? zero, line.amount));
    return found;
  };
  const byMonth = sums('month');
  const bySize = (entries: Map<string, Rappen>) => [...entries].sort(([, one], [, other]) => other - one);
  return {
    total: add(zero, ...lines.map(({ amount }) => amount)),
    months: monthsFrom(byMonth.keys()).map((month) => ({ month, total: byMonth.get(month) ?? zero })),
    branches: bySize(sums('branchId')).map(([branchId, total]) => ({ branchId, total })),
    kinds: bySize(sums('kind')).map(([kind, total]) => ({ kind, total })),
  };
}

export interface VatReport {
  readonly rates: readonly VatShare[];
  /** Turnover that is outside VAT: damages, and whatever a company bills that is not registered. */
  readonly outside: Rappen;
  readonly total: Rappen;
}

/** The VAT of a period as it stands on the papers (vatOfPapers), and what carries none. For the return to the tax authority. */
export function vatReport(invoices: readonly BookedInvoice[]): VatReport {
  const papers = invoices.map((invoice) => {
    const shares = invoice.vat ?? paperTotals(invoice.lines).vat;
    return shares.map((share) => negatedFor(invoice, share));
  });
  const rates = vatOfPapers(papers);
  const outside = invoices.flatMap((invoice) =>
    invoice.lines.filter(({ vatKind }) => vatKind === 'none').map(({ amount }) => signed(invoice, amount)),
  );
  const gross = add(zero, ...rates.map((rate) => rate.gross));
  return { rates, outside: add(zero, ...outside), total: add(gross, ...outside) };
}

const signed = ({ kind }: Pick<BookedInvoice, 'kind'>, amount: Rappen): Rappen =>
  kind === 'credit_note' ? times(amount, -1) : amount;

function negatedFor(invoice: BookedInvoice, share: VatShare) {
  const rate: BasisPoints = share.rate;
  return {
    rate,
    gross: signed(invoice, share.gross),
    net: signed(invoice, share.net),
    vat: signed(invoice, share.vat),
  };
}

function monthsFrom(keys: Iterable<string>): readonly string[] {
  const known = [...keys].sort();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
