import { type BasisPoints, type Rappen, add, rappen, subtract, zero } from '../money/rappen.ts';
import { vatWithin } from '../money/rounding.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { VatShare } from './invoice-paper-totals.ts';

/** What is credited of one line of an invoice: its position from 0, and how much, with the line's own sign. */
export interface CreditedLine {
  readonly position: number;
  readonly amount: Rappen;
}

/** A credit note: the lines of the invoice as they stand there, with the amounts that are given back. */
export interface Credit {
  readonly credited: readonly CreditedLine[];
  readonly lines: readonly PaperLine[];
  readonly total: Rappen;
  /** Highest rate first. The VAT of all credits of an invoice adds up to the VAT of the invoice, to the Rappen. */
  readonly vat: readonly VatShare[];
}

export type CreditRefusal =
  | { readonly code: 'nothing_to_credit' }
  | { readonly code: 'credit_line_unknown'; readonly position: number; readonly lines: number }
  | { readonly code: 'credit_line_twice'; readonly position: number }
  | {
      readonly code: 'credit_exceeds_line';
      readonly position: number;
      readonly creditable: Rappen;
      readonly asked: Rappen;
    }
  | {
      readonly code: 'credit_exceeds_rate';
      readonly rate: BasisPoints;
      readonly creditable: Rappen;
      readonly asked: Rappen;
    }
  | { readonly code: 'credit_not_positive'; readonly total: Rappen }
  | { readonly code: 'credit_exceeds_invoice'; readonly creditable: Rappen; readonly asked: Rappen };

/** What is still open to credit of each line, after the credits so far. */
export function creditableLines(
  lines: readonly PaperLine[],
  earlier: readonly Pick<Credit, 'credited'>[],
): readonly CreditedLine[] {
  return lines.map(({ amount }, position) => {
    const taken = earlier.flatMap(({ credited }) => credited.filter((line) => line.position === position));
    return { position, amount: subtract(amount, add(...taken.map((line) => line.amount))) };
  });
}

/** Credits all that is left of an invoice. */
export function creditWhole(
  lines: readonly PaperLine[],
  earlier: readonly Pick<Credit, 'credited'>[] = [],
): Result<Credit, CreditRefusal> {
  const left = creditableLines(lines, earlier).filter(({ amount }) => amount !== 0);
  return creditLines(lines, earlier, left);
}

/**
 * Credits some lines of an invoice, whole or in part: each with its own VAT kind and rate, never more of a line, of a VAT
 * rate or of the invoice than is left. A discount is a line too: without it a credit would give back more than was billed.
 */
export function creditLines(
  lines: readonly PaperLine[],
  earlier: readonly Pick<Credit, 'credited'>[],
  asked: readonly CreditedLine[],
): Result<Credit, CreditRefusal> {
  if (asked.length === 0) return refuse({ code: 'nothing_to_credit' });
  const left = creditableLines(lines, earlier);
  const seen = new Set<number>();
  const credited: PaperLine[] = [];
  for (const { position, amount } of asked) {
    const line = lines[position];
    const creditable = left[position]?.amount;
    if (line === undefined || creditable === undefined) {
      return refuse({ code: 'credit_line_unknown', position, lines: lines.length });
    }
    if (seen.has(position)) return refuse({ code: 'credit_line_twice', position });
    seen.add(position);
    if (!isWithin(amount, creditable)) {
      return refuse({ code: 'credit_exceeds_line', position, creditable, asked: amount });
    }
    credited.push({ ...line, amount });
  }
  const total = sumOf(credited);
  if (total <= 0) return refuse({ code: 'credit_not_positive', total });
  const creditable = add(...left.map(({ amount }) => amount));
  if (total > creditable) return refuse({ code: 'credit_exceeds_invoice', creditable, asked: total });
  const before = lines.map((line, at) => ({ ...line, amount: left[at]?.amount ?? zero }));
  for (const rate of ratesOf(credited)) {
    const rest = grossOf(before, rate);
    const gross = grossOf(credited, rate);
    if (!isWithin(gross, rest)) {
      return refuse({ code: 'credit_exceeds_rate', rate, creditable: rest, asked: gross });
    }
  }
  return ok({ credited: asked, lines: credited, total, vat: vatOf(credited, before) });
}

/** VAT is what was left of it before less what is left after: rounding each credit alone would lose or make Rappen. */
function vatOf(credited: readonly PaperLine[], before: readonly PaperLine[]): readonly VatShare[] {
  return ratesOf(credited).map((rate) => {
    const gross = grossOf(credited, rate);
    const rest = grossOf(before, rate);
    const vat = subtract(vatWithin(rest, rate), vatWithin(subtract(rest, gross), rate));
    return { rate, gross, net: subtract(gross, vat), vat };
  });
}

function ratesOf(lines: readonly PaperLine[]): readonly BasisPoints[] {
  const rates = lines.filter(({ vatKind }) => vatKind === 'standard').map(({ vatRate }) => vatRate);
  return [...new Set(rates)].toSorted((one, other) => other - one);
}

function grossOf(lines: readonly PaperLine[], rate: BasisPoints): Rappen {
  return sumOf(lines.filter(({ vatKind, vatRate }) => vatKind === 'standard' && vatRate === rate));
}

function sumOf(lines: readonly PaperLine[]): Rappen {
  return add(...lines.map(({ amount }) => amount));
}

/** From nothing to all of it, on its side of zero. */
function isWithin(amount: Rappen, whole: Rappen): boolean {
  return amount >= rappen(Math.min(0, whole)) && amount <= rappen(Math.max(0, whole));
}
