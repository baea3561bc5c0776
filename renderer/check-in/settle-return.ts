import type { Compilable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type Rappen, add, rappen, subtract, zero } from '#shared/money/rappen.ts';
import { paymentRow, paymentRows } from '../app/billing/take-payment.ts';
import type { Counter } from '../app/counter/counter.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { keptDeposit, paymentWords } from '../app/papers/payment-words.ts';
import type { Gathered } from './gather-check-in.ts';
import type { CheckInForm } from './return-vehicle.ts';

/** A bill, and what of it is not paid yet. */
export interface Owed {
  readonly invoiceId: string;
  readonly open: Rappen;
}

export interface ToSettle {
  /** Bills in the order in which they are paid, with what is kept of the deposit for them together. */
  readonly owed: readonly { readonly of: readonly Owed[]; readonly kept: Rappen }[];
  readonly deposit: { readonly kept: Rappen; readonly released: Rappen };
  readonly drawer: string | undefined;
}

/** Settles the deposit and takes what is paid now. Returns what is left to the bills. */
export async function settleReturn(
  tx: Tx,
  counter: Counter,
  form: CheckInForm,
  { deposit, contract }: Gathered,
  { owed, deposit: settled, drawer }: ToSettle,
): Promise<Rappen> {
  const { place } = counter;
  const statements: Compilable[] = [];
  let left = zero;
  for (const { of, kept } of owed) {
    let toKeep = kept;
    for (const { invoiceId, open } of of) {
      const about = { kind: 'payment', invoiceId, contractId: contract.id } as const;
      const part = rappen(Math.max(0, Math.min(open, toKeep)));
      toKeep = subtract(toKeep, part);
      if (part > 0 && deposit !== null) {
        const row = { ...about, method: deposit.method, amount: part, reference: keptDeposit };
        // What is kept of cash is in the drawer already: no coin moves.
        statements.push(paymentRow(tx, counter, row, form.at).statement);
      }
      const rest = rappen(Math.max(0, subtract(open, part)));
      const { method } = form;
      if (rest > 0 && method !== 'invoice' && method !== 'deposit') {
        const row = { ...about, method, amount: rest, reference: '' };
        statements.push(...paymentRows(tx, counter, row, drawer, form.at).statements);
      } else left = add(left, rest);
    }
  }
  await tx.write(...statements);
  if (deposit !== null) {
    await tx.write(
      tx
        .updateTable('deposits')
        .set({
          released: settled.released,
          kept: settled.kept,
          kept_reason: settled.kept > 0 ? paymentWords[contract.language].deposit : '',
          settled_at: form.at,
          settled_by: place.clerkId,
        })
        .where('id', '=', deposit.id),
      ...(deposit.method === 'cash' && settled.released > 0 && drawer !== undefined
        ? [
            tx.insertInto('cash_movements').values({
              id: uuidv7(),
              company_id: place.companyId,
              created_at: form.at,
              session_id: drawer,
              kind: 'deposit_out',
              amount: settled.released,
              deposit_id: deposit.id,
              reason: '',
              moved_at: form.at,
              clerk_id: place.clerkId,
            }),
          ]
        : []),
    );
  }
  return left;
}
