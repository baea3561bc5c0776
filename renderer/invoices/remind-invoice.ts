import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type SentReminder, type ReminderTerms, reminderDue } from '#shared/invoices/reminders.ts';
import { rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { dayOf, isoDay, now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { gatherInvoice, sentReminders } from './gather-invoice.ts';
import type { InvoiceRefusal } from './invoice-refusal.ts';

const threeFees = z.tuple([z.int().min(0), z.int().min(0), z.int().min(0)]);

/** Days after the last day to pay, and days then given: as usual in Switzerland. The fees are the company's. */
const afterDays = 5;
const daysToPay = 10;

/** How a company reminds, by its setting. */
export function reminderTermsOf(reminderFees: string): ReminderTerms {
  const [first, second, third] = threeFees.parse(JSON.parse(reminderFees));
  const step = (fee: number) => ({ afterDays, fee: rappen(fee), daysToPay });
  return { from: isoDay('2000-01-01'), steps: [step(first), step(second), step(third)] };
}

/** Sends the next reminder of an invoice, if it is due: its row, and the job for its paper with the QR-bill. */
export async function remindInvoice(
  counter: Counter,
  invoiceId: string,
): Promise<Result<{ readonly reminderId: string; readonly reminder: SentReminder }, InvoiceRefusal>> {
  const at = now();
  const { place } = counter;
  return await inTransaction(counter, async (tx) => {
    const found = await gatherInvoice(tx, invoiceId);
    if (found === null) return refuse({ code: 'invoice_missing' });
    const { invoice, account, company } = found;
    if (invoice.kind !== 'invoice') return refuse({ code: 'not_an_invoice' });
    const due = reminderDue(
      { dueOn: invoice.due_on, open: account.open, sent: sentReminders(found.reminders) },
      [reminderTermsOf(company.reminder_fees)],
      dayOf(at),
    );
    if (due.kind !== 'remind') return refuse({ code: 'no_reminder', due });
    const { reminder } = due;
    const reminderId = uuidv7();
    await tx.write(
      tx.insertInto('reminders').values({
        id: reminderId,
        company_id: place.companyId,
        invoice_id: invoiceId,
        counter_id: place.counterId,
        clerk_id: place.clerkId,
        step: reminder.step,
        fee: reminder.fee,
        open_amount: account.open,
        reminded_on: reminder.sentOn,
        pay_until: reminder.payUntil,
        created_at: at,
      }),
      tx
        .insertInto('paper_jobs')
        .values({ id: uuidv7(), kind: 'reminder', subject_id: reminderId, created_at: at }),
    );
    return ok({ reminderId, reminder });
  });
}
