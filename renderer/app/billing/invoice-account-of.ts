import type { InvoiceAccount } from '#shared/invoices/invoice-account.ts';
import { type Rappen, add, rappen, subtract, zero } from '#shared/money/rappen.ts';
import type { PaymentKind } from '#sync/schema/rows.generated.ts';

export interface AccountFacts {
  readonly total: Rappen;
  readonly payments: readonly { readonly kind: PaymentKind; readonly amount: Rappen }[];
  /** Of the credit notes that correct it. */
  readonly credits: readonly Rappen[];
}

/**
 * Where an invoice stands by its rows. Two counters without a line may both have refunded: facts are added up, not refused;
 * what somebody is about to add is asked of `recordEntry`. A payment in cash counts as what it settled, not as its coins.
 */
export function invoiceAccountOf({ total, payments, credits }: AccountFacts): InvoiceAccount {
  const sum = (kind: PaymentKind): Rappen =>
    add(zero, ...payments.filter((payment) => payment.kind === kind).map(({ amount }) => amount));
  const credited = add(zero, ...credits);
  const [paid, refunded] = [sum('payment'), sum('refund')];
  const balance = subtract(add(total, refunded), add(credited, paid));
  return {
    invoiced: total,
    credited,
    paid,
    refunded,
    roundedDown: zero,
    roundedUp: zero,
    open: rappen(Math.max(0, balance)),
    overpaid: rappen(Math.max(0, 0 - balance)),
  };
}
