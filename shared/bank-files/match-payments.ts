import { type Currency, type Rappen, add, rappen, subtract } from '../money/rappen.ts';
import { checkCreditorReference } from '../numbering/creditor-reference.ts';
import { checkQrReference, parseQrReference } from '../numbering/qr-reference.ts';
import type { BankFileRefusal } from './bank-file-refusal.ts';
import type { BankPayment, FoundReference, InvalidReference } from './bank-payment.ts';
import { DuplicateFinder, type SeenAt } from './find-duplicates.ts';
import { type LikelyInvoice, LikelyInvoices } from './likely-invoices.ts';
import type { OpenInvoice } from './open-invoice.ts';
import type { CamtItem } from './read-camt.ts';

/** A payment and its invoice, found by the reference. */
export interface MatchedPayment {
  readonly payment: BankPayment;
  readonly file: number;
  readonly invoiceId: string;
  readonly reference: FoundReference;
  /** `reversal`: the bank took an earlier payment back, and the invoice is open again by its amount. */
  readonly outcome: 'exact' | 'part' | 'over' | 'reversal';
  readonly openBefore: Rappen;
  /** Negative after an over-payment: what the customer has to get back. */
  readonly openAfter: Rappen;
}

/** Why a payment waits for a person. */
export type LeftOverReason =
  | { readonly code: 'no_reference' | 'reference_unknown' | 'several_references' }
  | { readonly code: 'reference_invalid'; readonly why: InvalidReference['code'] }
  /** Of another bank prefix: another company's, or an older system's. */
  | { readonly code: 'reference_not_ours' }
  | { readonly code: 'currency_differs'; readonly invoiceId: string; readonly invoiceCurrency: Currency }
  | { readonly code: 'batch_without_details'; readonly payments: number }
  /** One just like it stands in another statement, and the bank gives nothing by which to tell whether it is the same. */
  | { readonly code: 'maybe_duplicate'; readonly sameAs: SeenAt };

export interface LeftOverPayment {
  readonly payment: BankPayment;
  readonly file: number;
  readonly reason: LeftOverReason;
  readonly likeliest: readonly LikelyInvoice[];
}

/** Movements that are nobody's payment of an invoice. */
export type IgnoredItem =
  | {
      readonly file: number;
      readonly reason: 'debit' | 'reversed_debit' | 'zero';
      readonly payment: BankPayment;
    }
  | {
      readonly file: number;
      readonly reason: 'duplicate';
      readonly payment: BankPayment;
      readonly sameAs: SeenAt;
    }
  | {
      readonly file: number;
      readonly reason: 'not_booked';
      readonly item: Extract<CamtItem, { kind: 'not_booked' }>;
    };

/** `read` = matched + left over + ignored + refused: nothing is dropped. `notes` are about batches whose payments were read. */
export interface Matching {
  readonly read: number;
  readonly matched: readonly MatchedPayment[];
  readonly leftOver: readonly LeftOverPayment[];
  readonly ignored: readonly IgnoredItem[];
  readonly refused: readonly { readonly file: number; readonly refusal: BankFileRefusal }[];
  readonly notes: readonly { readonly file: number; readonly refusal: BankFileRefusal }[];
}

/** Takes the items of one or more files, one after the other, and matches them to invoices. */
export class PaymentMatcher {
  readonly #bankPrefix: string;
  readonly #invoices: readonly OpenInvoice[];
  readonly #byReference = new Map<string, OpenInvoice>();
  readonly #open = new Map<string, Rappen>();
  readonly #duplicates = new DuplicateFinder();
  readonly #matched: MatchedPayment[] = [];
  readonly #waiting: Omit<LeftOverPayment, 'likeliest'>[] = [];
  readonly #ignored: IgnoredItem[] = [];
  readonly #refused: { readonly file: number; readonly refusal: BankFileRefusal }[] = [];
  readonly #notes: { readonly file: number; readonly refusal: BankFileRefusal }[] = [];
  #read = 0;

  /** @param bankPrefix the digits with which our QR references begin (see `qrReference`) */
  constructor(invoices: readonly OpenInvoice[], bankPrefix: string) {
    this.#bankPrefix = bankPrefix;
    this.#invoices = invoices;
    for (const invoice of invoices) {
      this.#open.set(invoice.id, invoice.open);
      if (invoice.reference === null) continue;
      const value = normalised(invoice.reference);
      if (this.#byReference.has(value)) throw new Error(`two invoices with one reference: ${invoice.number}`);
      this.#byReference.set(value, invoice);
    }
  }

  /** @param file which file it came from, counted from 0 */
  take(item: CamtItem, file: number): void {
    if (item.kind === 'refused' && item.isNote) {
      this.#notes.push({ file, refusal: item.refusal });
      return;
    }
    this.#read += 1;
    if (item.kind === 'refused') this.#refused.push({ file, refusal: item.refusal });
    else if (item.kind === 'not_booked') this.#ignored.push({ file, reason: 'not_booked', item });
    else this.#takePayment(item.payment, file);
  }

  finish(): Matching {
    const now = this.#invoices.map((invoice) => ({ ...invoice, open: this.#openOf(invoice) }));
    const likely = new LikelyInvoices(now);
    const leftOver: LeftOverPayment[] = [];
    for (const waiting of this.#waiting) {
      const { payment, file } = waiting;
      const sameAs = this.#duplicates.detailsOf(payment, file);
      if (sameAs) this.#ignored.push({ file, reason: 'duplicate', payment, sameAs });
      else leftOver.push({ ...waiting, likeliest: payment.direction === 'debit' ? [] : likely.of(payment) });
    }
    return {
      read: this.#read,
      matched: this.#matched,
      leftOver,
      ignored: this.#ignored,
      refused: this.#refused,
      notes: this.#notes,
    };
  }

  #takePayment(payment: BankPayment, file: number): void {
    const seen = this.#duplicates.find(payment, file);
    const { direction, isReversal } = payment;
    if (seen?.isCertain === true) {
      this.#ignored.push({ file, reason: 'duplicate', payment, sameAs: seen.sameAs });
    } else if (payment.amount === 0) this.#ignored.push({ file, reason: 'zero', payment });
    else if (direction === 'debit' && !isReversal) this.#ignored.push({ file, reason: 'debit', payment });
    else if (direction === 'credit' && isReversal) {
      this.#ignored.push({ file, reason: 'reversed_debit', payment });
    } else if (seen) {
      this.#waiting.push({ payment, file, reason: { code: 'maybe_duplicate', sameAs: seen.sameAs } });
    } else this.#match(payment, file);
  }

  #match(payment: BankPayment, file: number): void {
    if (payment.batchWithoutDetails !== null) {
      const payments = payment.batchWithoutDetails;
      this.#waiting.push({ payment, file, reason: { code: 'batch_without_details', payments } });
      return;
    }
    const hits = payment.references.flatMap((reference) => {
      const invoice = this.#byReference.get(reference.value);
      return invoice ? [{ reference, invoice }] : [];
    });
    const [hit] = hits;
    if (hit === undefined || hits.length > 1) {
      const reason = hit ? ({ code: 'several_references' } as const) : this.#whyUnknown(payment);
      this.#waiting.push({ payment, file, reason });
    } else if (hit.invoice.currency !== payment.currency) {
      const { id: invoiceId, currency: invoiceCurrency } = hit.invoice;
      this.#waiting.push({ payment, file, reason: { code: 'currency_differs', invoiceId, invoiceCurrency } });
    } else this.#settle(payment, file, hit.invoice, hit.reference);
  }

  #settle(payment: BankPayment, file: number, invoice: OpenInvoice, reference: FoundReference): void {
    const openBefore = this.#openOf(invoice);
    const { amount } = payment;
    const isReversal = payment.direction === 'debit';
    const openAfter = isReversal ? add(openBefore, amount) : subtract(openBefore, amount);
    const outcome = isReversal ? 'reversal' : openAfter === 0 ? 'exact' : openAfter > 0 ? 'part' : 'over';
    this.#open.set(invoice.id, openAfter);
    this.#matched.push({ payment, file, invoiceId: invoice.id, reference, outcome, openBefore, openAfter });
  }

  #whyUnknown(payment: BankPayment): LeftOverReason {
    const [reference] = payment.references;
    if (reference === undefined) {
      const [invalid] = payment.invalidReferences;
      return invalid ? { code: 'reference_invalid', why: invalid.code } : { code: 'no_reference' };
    }
    const isOurs = reference.type === 'SCOR' || parseQrReference(reference.value, this.#bankPrefix).ok;
    return { code: isOurs ? 'reference_unknown' : 'reference_not_ours' };
  }

  #openOf(invoice: OpenInvoice): Rappen {
    return this.#open.get(invoice.id) ?? rappen(0);
  }
}

function normalised(reference: string): string {
  const qr = checkQrReference(reference);
  if (qr.ok) return qr.value;
  const scor = checkCreditorReference(reference);
  if (scor.ok) return scor.value;
  throw new Error('the reference of an invoice is none');
}
