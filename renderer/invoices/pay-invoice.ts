import { recordMovement } from '#shared/cash/cash-session.ts';
import { recordEntry } from '#shared/invoices/invoice-account.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { roundForCash } from '#shared/money/rounding.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { drawerMovements, openSessionOf, sessionOf } from '../app/billing/drawer.ts';
import { receiptJob } from '../app/billing/receipt-job.ts';
import { paymentRows } from '../app/billing/take-payment.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { type GatheredInvoice, gatherInvoice, refundable } from './gather-invoice.ts';
import type { InvoiceRefusal } from './invoice-refusal.ts';

export type CounterMethod = 'cash' | 'card' | 'twint' | 'bank';

export interface MoneyForInvoice {
  readonly invoiceId: string;
  readonly method: CounterMethod;
  /** What it settles, to the Rappen; of cash the nearest 5 Rappen change hands. */
  readonly amount: Rappen;
}

/**
 * Records money for an invoice: more than is open may come. Who pays at the counter is given a receipt, under the next number of
 * its series; what came to the bank needs none.
 */
export async function takeInvoicePayment(
  counter: Counter,
  { invoiceId, method, amount }: MoneyForInvoice,
): Promise<Result<{ readonly paymentId: string; readonly receipt: string | null }, InvoiceRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const found = await billInFrancs(tx, invoiceId);
    if (!found.ok) return found;
    const { invoice, account } = found.value;
    const recorded = recordEntry(account, { kind: 'payment', amount });
    if (!recorded.ok) return refuse({ code: 'account', because: recorded.refusal });
    const drawer =
      method === 'cash' ? await openSessionOf(tx, counter.place.counterId).executeTakeFirst() : null;
    if (drawer === undefined) return refuse({ code: 'drawer_closed' });
    const receipt = method === 'bank' ? null : (await nextNumber(tx, counter.place, 'receipt', at)).text;
    const payment = {
      kind: 'payment',
      method,
      amount,
      invoiceId,
      contractId: invoice.contract_id,
      reference: '',
      ...(receipt === null ? {} : { receipt }),
    } as const;
    const { id, statements } = paymentRows(tx, counter, payment, drawer?.id, at);
    await tx.write(...statements, ...(receipt === null ? [] : [receiptJob(tx, id, at)]));
    return ok({ paymentId: id, receipt });
  });
}

/** Gives back what was paid too much: never more, and in cash only what is in the drawer. */
export async function refundInvoice(
  counter: Counter,
  { invoiceId, method, amount }: MoneyForInvoice,
): Promise<Result<{ readonly paymentId: string }, InvoiceRefusal>> {
  const at = now();
  return await inTransaction(counter, async (tx) => {
    const found = await billInFrancs(tx, invoiceId);
    if (!found.ok) return found;
    const { invoice, account } = found.value;
    const recorded = recordEntry(
      { ...account, overpaid: refundable(found.value) },
      { kind: 'refund', amount },
    );
    if (!recorded.ok) return refuse({ code: 'account', because: recorded.refusal });
    const about = { kind: 'refund', method, amount, invoiceId, contractId: invoice.contract_id } as const;
    const drawer =
      method === 'cash' ? await openSessionOf(tx, counter.place.counterId).executeTakeFirst() : null;
    if (drawer === undefined) return refuse({ code: 'drawer_closed' });
    const coins = roundForCash(amount);
    if (drawer !== null && coins > 0) {
      const session = sessionOf(drawer, await drawerMovements(tx, drawer.id).execute());
      const movement = { id: '', kind: 'refund', currency: 'CHF', amount: coins, at, by: '' } as const;
      const paid = recordMovement(session, { ...movement, document: invoice.number, reason: null });
      if (!paid.ok) return refuse({ code: 'cash', because: paid.refusal });
    }
    const { id, statements } = paymentRows(tx, counter, { ...about, reference: '' }, drawer?.id, at);
    await tx.write(...statements);
    return ok({ paymentId: id });
  });
}

async function billInFrancs(tx: Tx, invoiceId: string): Promise<Result<GatheredInvoice, InvoiceRefusal>> {
  const found = await gatherInvoice(tx, invoiceId);
  if (found === null) return refuse({ code: 'invoice_missing' });
  if (found.invoice.kind !== 'invoice') return refuse({ code: 'not_an_invoice' });
  if (found.invoice.currency !== 'CHF') return refuse({ code: 'not_in_francs' });
  return ok(found);
}
