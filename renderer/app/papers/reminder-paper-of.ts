import type { ReminderPaperInput } from '#shared/invoices/reminder-paper.ts';
import { subtract } from '#shared/money/rappen.ts';
import { instant } from '#shared/time/instant.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { branchOf, companyOf, customerOf } from './company-of.ts';

/** Gathers what stands on a reminder: what was open when it was written, and the fees up to it. */
export async function reminderPaperOf(rows: Rows, reminderId: string): Promise<ReminderPaperInput> {
  const reminder = await rowById(rows, 'reminders', reminderId);
  const invoice = await rowById(rows, 'invoices', reminder.invoice_id);
  const [company, branch, clerk, customer, sent] = await Promise.all([
    rowById(rows, 'companies', invoice.company_id),
    rowById(rows, 'branches', invoice.branch_id),
    rowById(rows, 'users', reminder.clerk_id),
    rowById(rows, 'customers', invoice.customer_id),
    rows
      .selectFrom('reminders')
      .selectAll()
      .where('invoice_id', '=', invoice.id)
      .where('step', '<=', reminder.step)
      .orderBy('step')
      .execute(),
  ]);
  const contract = invoice.contract_id
    ? await rows
        .selectFrom('contracts')
        .select('number')
        .where('id', '=', invoice.contract_id)
        .executeTakeFirst()
    : undefined;
  const step = (of: number) => (of === 1 || of === 2 ? of : 3);
  const { reference } = invoice;
  return {
    language: invoice.language,
    step: step(reminder.step),
    issuedAt: instant(reminder.created_at),
    issuedOn: reminder.reminded_on,
    payUntil: reminder.pay_until,
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    clerk: clerk.display_name,
    customer: customerOf(customer),
    contractNumber: contract?.number ?? null,
    invoice: {
      number: invoice.number,
      issuedOn: invoice.issued_on,
      dueOn: invoice.due_on,
      total: invoice.total,
    },
    settled: subtract(invoice.total, reminder.open_amount),
    fees: sent.map((one) => ({ step: step(one.step), on: one.reminded_on, amount: one.fee })),
    currency: invoice.currency,
    payment: {
      reference:
        reference === null
          ? { type: 'NON' }
          : { type: reference.startsWith('RF') ? 'SCOR' : 'QRR', value: reference },
      message: null,
    },
  };
}
