import { expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { parseQuantity } from '#shared/invoices/quantity.ts';
import { rappen } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { addDays, dayOf, now } from '#shared/time/instant.ts';
import { issueInvoice } from '../app/billing/issue-invoice.ts';
import { makePapers } from '../app/papers/make-papers.ts';
import { creditInvoice } from './credit-invoice.ts';
import { gatherInvoice, refundable, toPay } from './gather-invoice.ts';
import { refundInvoice, takeInvoicePayment } from './pay-invoice.ts';
import { remindInvoice } from './remind-invoice.ts';
import { writeFreeInvoice } from './write-free-invoice.ts';

const own = testPc({ prepare: `update companies set reminder_fees = '[0, 2000, 2000]'` });

let customers = 0;
async function billed(): Promise<string> {
  const customer = await someCustomer(own.pc.counter, ++customers);
  const { contractId } = await rent(own.pc.counter, { customerId: customer.id, days: 2 });
  return must(await issueInvoice(own.pc.counter, contractId)).invoiceId;
}

const gathered = async (id: string) => {
  const found = await gatherInvoice(own.pc.counter.rows, id);
  if (!found) throw new Error('the invoice is not here');
  return found;
};

/** Makes the papers that are due; which kinds hang on the invoice. */
async function papersOf(invoiceId: string): Promise<readonly string[]> {
  await makePapers(own.pc.counter);
  const failed = await own.pc.counter.rows.selectFrom('paper_jobs').select(['kind', 'last_error']).execute();
  expect(failed.filter(({ last_error: error }) => error !== null)).toEqual([]);
  const made = await own.pc.counter.rows
    .selectFrom('documents')
    .select('kind')
    .where('invoice_id', '=', invoiceId)
    .execute();
  return made.map(({ kind }) => kind).sort();
}

test('a bill is paid in parts, each with its receipt; what was too much goes back, and no more', async () => {
  const { counter } = own.pc;
  const invoiceId = await billed();
  const { account } = await gathered(invoiceId);
  const pay = async (amount: number) =>
    must(await takeInvoicePayment(counter, { invoiceId, method: 'card', amount: rappen(amount) }));
  const first = await pay(5_002);
  expect(first.receipt).toMatch(/^ZRH-A-\d\d-Q00001$/);
  expect((await gathered(invoiceId)).account.open).toBe(account.open - 5_002);
  await pay(account.open);
  const after = await gathered(invoiceId);
  expect([after.account.open, after.account.overpaid]).toEqual([0, 5_002]);

  const back = { invoiceId, method: 'twint', amount: rappen(5_003) } as const;
  expect(await refundInvoice(counter, back)).toMatchObject({
    refusal: { code: 'account', because: { code: 'refund_exceeds_overpaid', overpaid: 5_002 } },
  });
  expect(await refundInvoice(counter, { ...back, method: 'cash', amount: rappen(5_002) })).toMatchObject({
    refusal: { code: 'drawer_closed' },
  });
  must(await refundInvoice(counter, { ...back, amount: rappen(5_002) }));
  expect((await gathered(invoiceId)).account).toMatchObject({ open: 0, overpaid: 0, refunded: 5_002 });
  await own.uploaded();
  const { rows } = await own.database.query(
    'select kind, receipt is not null as receipt from payments where invoice_id = $1 order by id',
    [invoiceId],
  );
  expect(rows).toEqual([
    { kind: 'payment', receipt: true },
    { kind: 'payment', receipt: true },
    { kind: 'refund', receipt: false },
  ]);
  expect(await papersOf(invoiceId)).toEqual(['invoice', 'receipt', 'receipt']);
});

test('a part and then the rest is credited: VAT and total add up to the bill, and more is refused', async () => {
  const { counter } = own.pc;
  const invoiceId = await billed();
  const { invoice, lines } = await gathered(invoiceId);
  const part = [{ position: 0, amount: rappen(1_111) }];
  must(await creditInvoice(counter, invoiceId, part));
  const tooMuch = [{ position: 0, amount: lines[0]!.amount }];
  expect(await creditInvoice(counter, invoiceId, tooMuch)).toMatchObject({
    refusal: { code: 'credit', because: { code: 'credit_exceeds_line' } },
  });
  must(await creditInvoice(counter, invoiceId, 'whole'));
  expect(await creditInvoice(counter, invoiceId, 'whole')).toMatchObject({
    refusal: { code: 'credit', because: { code: 'nothing_to_credit' } },
  });
  const { credits, account } = await gathered(invoiceId);
  expect(credits).toHaveLength(2);
  expect(account).toMatchObject({ open: 0, credited: invoice.total, overpaid: 0 });
  expect(credits.reduce((sum, { vat_total: vat }) => sum + vat, 0)).toBe(invoice.vat_total);
  expect(await creditInvoice(counter, credits[0]!.id, 'whole')).toMatchObject({
    refusal: { code: 'not_an_invoice' },
  });
  await own.uploaded();
  const { rows } = await own.database.query(
    `select sum(total)::int as total from invoices where corrects_id = $1 and issued_at is not null`,
    [invoiceId],
  );
  expect(rows).toEqual([{ total: invoice.total }]);
  expect(await papersOf(credits[0]!.id)).toEqual(['credit_note']);
});

test('a bill that is overdue is reminded of, step by step, with its fees', async () => {
  const { counter } = own.pc;
  const fresh = await billed();
  expect(await remindInvoice(counter, fresh)).toMatchObject({
    refusal: { code: 'no_reminder', due: { kind: 'not_yet', step: 1 } },
  });
  // One that was due weeks ago, as the server knows it.
  const overdue = '0f000000-0000-4000-8000-000000000001';
  const dueOn = addDays(dayOf(now()), -30);
  await own.uploaded();
  await own.database.query(`set session_replication_role = replica`);
  await own.database.query(
    `insert into invoices (id, company_id, branch_id, counter_id, clerk_id, customer_id, number, recipient, issued_on, due_on,
       service_from, service_to, total, vat_total, reference, issued_at, shelf, created_at)
     select $1, company_id, branch_id, counter_id, clerk_id, customer_id, 'ZRH-A-20-R00099', recipient, $2::date, $2::date, $2::date, $2::date,
       total, vat_total, 'RF18539007547034', $2::date, 'open', $2::date from invoices where id = $3`,
    [overdue, dueOn, fresh],
  );
  await own.database.query(`set session_replication_role = default`);
  await until('the bill has come', async () => (await gatherInvoice(counter.rows, overdue)) !== null);

  const { reminder } = must(await remindInvoice(counter, overdue));
  expect(reminder).toMatchObject({ step: 1, fee: 0, payUntil: addDays(dayOf(now()), 10) });
  expect(await remindInvoice(counter, overdue)).toMatchObject({
    refusal: { code: 'no_reminder', due: { kind: 'not_yet', step: 2 } },
  });
  await own.uploaded();
  expect(await papersOf(overdue)).toEqual(['reminder']);

  // A fee is asked for, and paying it is not paying too much.
  const found = await gathered(overdue);
  const withFee = { ...found, reminders: [{ ...found.reminders[0]!, fee: rappen(2_000) }] };
  expect(toPay(withFee)).toBe(found.account.open + 2_000);
  const paidWithFee = { ...withFee, account: { ...found.account, open: rappen(0), overpaid: rappen(2_500) } };
  expect([toPay(paidWithFee), refundable(paidWithFee)]).toEqual([0, 500]);
});

test('a customer is billed without a contract, with VAT and without', async () => {
  const { counter } = own.pc;
  const customer = await someCustomer(counter, 7);
  const servedOn = dayOf(now());
  const item = {
    title: 'Schlüssel ersetzt',
    explanation: null,
    quantity: must(parseQuantity('2')),
    unit: null,
    unitPrice: rappen(10_810),
    servedOn,
    vatKind: 'standard',
    discount: null,
  } as const;
  const form = {
    customerId: customer.id,
    items: [item, { ...item, title: 'Bussgeld', vatKind: 'none' as const }],
  };
  const { invoiceId } = must(await writeFreeInvoice(counter, { ...form, discount: null }));
  const { invoice } = await gathered(invoiceId);
  expect(invoice).toMatchObject({ total: 43_240, vat_total: 1_620, contract_id: null });
  expect(await writeFreeInvoice(counter, { ...form, items: [], discount: null })).toMatchObject({
    refusal: { code: 'free', because: { code: 'no_items' } },
  });
  await own.uploaded();
  expect(await papersOf(invoiceId)).toEqual(['invoice']);
});
