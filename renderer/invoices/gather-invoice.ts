import type { Selectable } from 'kysely';
import type { InvoiceAccount } from '#shared/invoices/invoice-account.ts';
import type { SentReminder } from '#shared/invoices/reminders.ts';
import { type Rappen, add, rappen, zero } from '#shared/money/rappen.ts';
import type {
  CompanyRow,
  CustomerRow,
  InvoiceLineRow,
  InvoiceRow,
  PaymentRow,
  ReminderRow,
} from '#sync/schema/rows.generated.ts';
import { invoiceAccountOf } from '../app/billing/invoice-account-of.ts';
import type { Tx } from '../app/counter/transaction.ts';

/** An issued invoice with all that happened to it. */
export interface GatheredInvoice {
  readonly invoice: Selectable<InvoiceRow>;
  readonly lines: readonly Selectable<InvoiceLineRow>[];
  readonly payments: readonly Selectable<PaymentRow>[];
  readonly credits: readonly Selectable<InvoiceRow>[];
  readonly reminders: readonly Selectable<ReminderRow>[];
  readonly customer: Selectable<CustomerRow>;
  readonly company: Selectable<CompanyRow>;
  readonly account: InvoiceAccount;
}

/** Reads it; null where it is not on this machine, or not issued. */
export async function gatherInvoice(
  tx: Pick<Tx, 'selectFrom'>,
  invoiceId: string,
): Promise<GatheredInvoice | null> {
  const own = tx.selectFrom('invoices').where('id', '=', invoiceId);
  const [invoice, lines, payments, credits, reminders, customer, company] = await Promise.all([
    own.selectAll().executeTakeFirst(),
    tx
      .selectFrom('invoice_lines')
      .selectAll()
      .where('invoice_id', '=', invoiceId)
      .orderBy('position')
      .execute(),
    tx.selectFrom('payments').selectAll().where('invoice_id', '=', invoiceId).orderBy('id').execute(),
    tx
      .selectFrom('invoices')
      .selectAll()
      .where('corrects_id', '=', invoiceId)
      .where('issued_at', 'is not', null)
      .orderBy('id')
      .execute(),
    tx.selectFrom('reminders').selectAll().where('invoice_id', '=', invoiceId).orderBy('step').execute(),
    tx.selectFrom('customers').selectAll().where('id', '=', own.select('customer_id')).executeTakeFirst(),
    tx.selectFrom('companies').selectAll().where('id', '=', own.select('company_id')).executeTakeFirst(),
  ]);
  if (!invoice?.issued_at || !customer || !company) return null;
  const account = invoiceAccountOf({
    total: invoice.total,
    payments,
    credits: credits.map(({ total }) => total),
  });
  return { invoice, lines, payments, credits, reminders, customer, company, account };
}

/** The reminders as the rules see them. */
export function sentReminders(rows: readonly Selectable<ReminderRow>[]): readonly SentReminder[] {
  return rows.flatMap(({ step, reminded_on: sentOn, pay_until: payUntil, fee }) =>
    step === 1 || step === 2 || step === 3 ? [{ step, sentOn, payUntil, fee }] : [],
  );
}

/** What is still asked for: what is open, and the fees of the reminders as far as nothing too much was paid. */
export function toPay({ account, reminders }: Pick<GatheredInvoice, 'account' | 'reminders'>): Rappen {
  return rappen(Math.max(0, account.open + feesOf(reminders) - account.overpaid));
}

/** What may be given back: what was paid too much, less the fees it paid. */
export function refundable({ account, reminders }: Pick<GatheredInvoice, 'account' | 'reminders'>): Rappen {
  return rappen(Math.max(0, account.overpaid - feesOf(reminders)));
}

const feesOf = (reminders: readonly Pick<ReminderRow, 'fee'>[]): Rappen =>
  add(zero, ...reminders.map(({ fee }) => fee));
