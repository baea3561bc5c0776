import type { Rappen } from '../money/rappen.ts';
import { daysBetween } from '../time/instant.ts';
import type { BankPayment } from './bank-payment.ts';
import { nameSimilarity, nameWords } from './name-similarity.ts';
import type { OpenInvoice } from './open-invoice.ts';

/** An invoice that a payment may be for, with the points that speak for it (at most 100). */
export interface LikelyInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly score: number;
  readonly because: readonly ScoreReason[];
}

export type ScoreReason =
  | { readonly what: 'number_in_text'; readonly points: number }
  | { readonly what: 'amount'; readonly points: number; readonly difference: Rappen }
  | { readonly what: 'name'; readonly points: number; readonly percentAlike: number }
  | { readonly what: 'age'; readonly points: number; readonly days: number };

/** What is looked at of a payment, also of one that was stored. */
export type LookedAt = Pick<
  BankPayment,
  'amount' | 'currency' | 'payerName' | 'ultimatePayerName' | 'text' | 'bookedOn'
>;

const shown = 5;
const least = 15;

/**
 * Looks up likely invoices for payments without a usable reference. Candidates are those with the same open amount, a word
 * of the payer's name (or of the one for whom was paid), or their number in the text: the rest would score too little to be shown.
 */
export class LikelyInvoices {
  readonly #byAmount = new Map<string, OpenInvoice[]>();
  readonly #byWord = new Map<string, OpenInvoice[]>();
  readonly #byNumber = new Map<string, OpenInvoice[]>();

  /** @param invoices with the amounts that are open after what could be matched */
  constructor(invoices: Iterable<OpenInvoice>) {
    for (const invoice of invoices) {
      if (invoice.open <= 0) continue;
      file(this.#byAmount, `${invoice.currency}${invoice.open}`, invoice);
      file(this.#byNumber, invoice.number.toUpperCase(), invoice);
      for (const word of new Set(nameWords(invoice.customerName))) file(this.#byWord, word, invoice);
    }
  }

  /** The best first; equals by age (the oldest first), then by number. */
  of(payment: LookedAt): readonly LikelyInvoice[] {
    const { amount, currency, payerName, ultimatePayerName, text } = payment;
    const found = new Set(this.#byAmount.get(`${currency}${amount}`));
    for (const word of nameWords(`${payerName ?? ''} ${ultimatePayerName ?? ''}`)) {
      for (const invoice of this.#byWord.get(word) ?? []) found.add(invoice);
    }
    for (const word of text.toUpperCase().split(/[^A-Z0-9-]+/)) {
      for (const invoice of this.#byNumber.get(word) ?? []) found.add(invoice);
    }
    return [...found]
      .filter((invoice) => invoice.currency === currency)
      .map((invoice) => ({ invoice, likely: scoreInvoice(payment, invoice) }))
      .filter(({ likely }) => likely.score >= least)
      .sort(
        (one, other) =>
          other.likely.score - one.likely.score ||
          compare(one.invoice.issuedOn, other.invoice.issuedOn) ||
          compare(one.invoice.number, other.invoice.number),
      )
      .slice(0, shown)
      .map(({ likely }) => likely);
  }
}

/** 40 for its number in the text, up to 30 for the amount, up to 25 for the name, up to 5 for its age. */
export function scoreInvoice(payment: LookedAt, invoice: OpenInvoice): LikelyInvoice {
  const because: ScoreReason[] = [];
  const words = payment.text.toUpperCase().split(/[^A-Z0-9-]+/);
  if (words.includes(invoice.number.toUpperCase())) because.push({ what: 'number_in_text', points: 40 });

  const difference = (payment.amount - invoice.open) as Rappen;
  const share = Math.abs(difference) / Math.max(invoice.open, 1);
  const amountPoints = difference === 0 ? 30 : share <= 0.02 ? 15 : share <= 0.1 ? 5 : 0;
  if (amountPoints > 0) because.push({ what: 'amount', points: amountPoints, difference });

  const alike = Math.max(
    ...[payment.payerName, payment.ultimatePayerName].map((name) =>
      nameSimilarity(name ?? '', invoice.customerName),
    ),
  );
  const namePoints = Math.round(alike * 25);
  if (namePoints > 0)
    because.push({ what: 'name', points: namePoints, percentAlike: Math.round(alike * 100) });

  const days = daysBetween(invoice.issuedOn, payment.bookedOn);
  const agePoints = days < 0 || days > 120 ? 0 : days <= 45 ? 5 : 2;
  if (agePoints > 0) because.push({ what: 'age', points: agePoints, days });

  const score = because.reduce((sum, { points }) => sum + points, 0);
  return { invoiceId: invoice.id, number: invoice.number, score, because };
}

function file(index: Map<string, OpenInvoice[]>, key: string, invoice: OpenInvoice): void {
  const list = index.get(key);
  if (list) list.push(invoice);
  else index.set(key, [invoice]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
