import { uuidv7 } from 'uuidv7';
import type { Rappen } from '#shared/money/rappen.ts';
import { roundForCash } from '#shared/money/rounding.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { PaymentMethod } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../counter/counter.ts';
import type { Tx } from '../counter/transaction.ts';

export interface PaymentToTake {
  readonly kind: 'payment' | 'refund';
  readonly method: PaymentMethod;
  /** What it settles, to the Rappen; cash moves the nearest 5 Rappen, and the invoice is settled all the same. */
  readonly amount: Rappen;
  readonly invoiceId: string | null;
  readonly contractId: string | null;
  readonly reference: string;
  /** The number of the receipt that is given for it. */
  readonly receipt?: string;
}

/** Cash goes into a drawer that is open, so that its close adds up. */
export type DrawerRefusal = { readonly code: 'drawer_closed' };

/** The drawer that is open at this counter, or undefined. */
export async function openDrawer(
  rows: Pick<Tx, 'selectFrom'>,
  counterId: string,
): Promise<string | undefined> {
  const session = await rows
    .selectFrom('cash_sessions')
    .select('id')
    .where('counter_id', '=', counterId)
    .where('currency', '=', 'CHF')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return session?.id;
}

/** The row of a payment, and its id. For cash that comes out of the drawer, or goes into it, see `paymentRows`. */
export function paymentRow(
  tx: Tx,
  { place }: Pick<Counter, 'place'>,
  { kind, method, amount, invoiceId, contractId, reference, receipt }: PaymentToTake,
  at: Instant,
) {
  const id = uuidv7();
  const statement = tx.insertInto('payments').values({
    id,
    company_id: place.companyId,
    branch_id: place.branchId,
    counter_id: place.counterId,
    clerk_id: place.clerkId,
    contract_id: contractId,
    invoice_id: invoiceId,
    kind,
    method,
    currency: 'CHF',
    amount,
    paid_at: at,
    reference,
    receipt: receipt ?? null,
    created_at: at,
  });
  return { id, statement };
}

/**
 * The statements that record a payment, and for cash its movement in the drawer.
 * @param drawer of `openDrawer`; the caller refuses cash without one
 * @returns the statements for `tx.write`, and the id of the payment
 */
export function paymentRows(
  tx: Tx,
  counter: Pick<Counter, 'place'>,
  payment: PaymentToTake,
  drawer: string | undefined,
  at: Instant,
) {
  const { id, statement } = paymentRow(tx, counter, payment, at);
  const coins = roundForCash(payment.amount);
  if (payment.method !== 'cash' || coins === 0) return { id, statements: [statement] };
  if (drawer === undefined) throw new Error('cash without a drawer is refused before it is written');
  const { place } = counter;
  const movement = tx.insertInto('cash_movements').values({
    id: uuidv7(),
    company_id: place.companyId,
    session_id: drawer,
    kind: payment.kind,
    amount: coins,
    payment_id: id,
    reason: '',
    moved_at: at,
    clerk_id: place.clerkId,
    created_at: at,
  });
  return { id, statements: [statement, movement] };
}
