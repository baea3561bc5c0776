import { type Rappen, add, rappen, subtract, zero } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';

/** What happens to an invoice after it was issued. Amounts are positive; the kind says the direction. */
export interface AccountEntry {
  /**
   * `deposit` is the part of a deposit that is kept for the invoice; `rounding` what cash could not pay, because francs have
   * no coin below 5 Rappen: without it an invoice of 237.02 paid with 237.00 would be reminded of 0.02.
   */
  readonly kind: 'payment' | 'deposit' | 'credit' | 'refund' | 'rounding';
  readonly amount: Rappen;
}

/** Where an invoice stands. Nothing in it is negative, and one of `open` and `overpaid` is always 0. */
export interface InvoiceAccount {
  readonly invoiced: Rappen;
  readonly credited: Rappen;
  /** Payments and deposit. */
  readonly paid: Rappen;
  readonly refunded: Rappen;
  /** Of cash, in favour of the customer and of the company. It is no turnover: VAT stays as it is. */
  readonly roundedDown: Rappen;
  readonly roundedUp: Rappen;
  readonly open: Rappen;
  /** What belongs to the customer and may be given back. */
  readonly overpaid: Rappen;
}

export type AccountRefusal =
  | { readonly code: 'amount_not_positive'; readonly amount: Rappen }
  | { readonly code: 'credit_exceeds_invoice'; readonly creditable: Rappen; readonly asked: Rappen }
  | { readonly code: 'refund_exceeds_overpaid'; readonly overpaid: Rappen; readonly asked: Rappen }
  | { readonly code: 'deposit_exceeds_open'; readonly open: Rappen; readonly asked: Rappen }
  | { readonly code: 'rounding_too_large'; readonly limit: Rappen; readonly asked: Rappen };

/** Half of the smallest coin, in whole Rappen. */
const mostRounded = rappen(2);

/** An invoice nobody has paid yet. A negative total is a bug: that would be a credit note. */
export function openAccount(invoiced: Rappen): InvoiceAccount {
  if (invoiced < 0) throw new RangeError('an invoice is not negative');
  const nothing = { credited: zero, paid: zero, refunded: zero, roundedDown: zero, roundedUp: zero };
  return { invoiced, ...nothing, open: invoiced, overpaid: zero };
}

/**
 * Where the invoice stands after one more entry. More than is open may be paid: money that has come cannot be refused, it
 * is over-paid. Only that is refunded, and a deposit is kept only as far as something is open.
 */
export function recordEntry(
  account: InvoiceAccount,
  { kind, amount }: AccountEntry,
): Result<InvoiceAccount, AccountRefusal> {
  if (amount <= 0) return refuse({ code: 'amount_not_positive', amount });
  const { invoiced, credited, paid, refunded, roundedDown, roundedUp, open, overpaid } = account;
  switch (kind) {
    case 'payment':
      return ok(balanced({ ...account, paid: add(paid, amount) }));
    case 'deposit':
      if (amount > open) return refuse({ code: 'deposit_exceeds_open', open, asked: amount });
      return ok(balanced({ ...account, paid: add(paid, amount) }));
    case 'credit': {
      const creditable = subtract(invoiced, credited);
      if (amount > creditable) return refuse({ code: 'credit_exceeds_invoice', creditable, asked: amount });
      return ok(balanced({ ...account, credited: add(credited, amount) }));
    }
    case 'refund':
      if (amount > overpaid) return refuse({ code: 'refund_exceeds_overpaid', overpaid, asked: amount });
      return ok(balanced({ ...account, refunded: add(refunded, amount) }));
    case 'rounding': {
      // Once, and only for all that is left: a rounding is the end of a payment in cash.
      const isFirst = add(roundedDown, roundedUp) === 0;
      const limit = isFirst ? rappen(Math.min(add(open, overpaid), mostRounded)) : zero;
      if (amount !== add(open, overpaid) || amount > limit) {
        return refuse({ code: 'rounding_too_large', limit, asked: amount });
      }
      return ok(balanced(open > 0 ? { ...account, roundedDown: amount } : { ...account, roundedUp: amount }));
    }
  }
}

/** All entries in their order, or the first that is refused with its index. */
export function accountOf(
  invoiced: Rappen,
  entries: readonly AccountEntry[],
): Result<InvoiceAccount, AccountRefusal & { readonly entry: number }> {
  let account = openAccount(invoiced);
  for (const [entry, each] of entries.entries()) {
    const next = recordEntry(account, each);
    if (!next.ok) return refuse({ ...next.refusal, entry });
    account = next.value;
  }
  return ok(account);
}

/** A deposit against an invoice: as much as is open is kept, the rest is released. Together they are the deposit. */
export function settleDeposit(
  deposit: Rappen,
  open: Rappen,
): { readonly kept: Rappen; readonly released: Rappen } {
  if (deposit < 0 || open < 0) throw new RangeError('neither a deposit nor an open amount is negative');
  const kept = rappen(Math.min(deposit, open));
  return { kept, released: subtract(deposit, kept) };
}

function balanced(account: InvoiceAccount): InvoiceAccount {
  const { invoiced, credited, paid, refunded, roundedDown, roundedUp } = account;
  const balance = subtract(add(invoiced, refunded, roundedUp), add(credited, paid, roundedDown));
  return {
    ...account,
    open: rappen(Math.max(0, balance)),
    overpaid: rappen(Math.max(0, subtract(zero, balance))),
  };
}
