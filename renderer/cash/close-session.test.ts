import { expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { rappen } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { issueInvoice } from '../app/billing/issue-invoice.ts';
import { openDrawer, paymentRows } from '../app/billing/take-payment.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { readDraft } from '../app/drafts/drafts.ts';
import { makePapers } from '../app/papers/make-papers.ts';
import { beginCount, countDraft } from './count-draft.ts';
import { closeSession } from './close-session.ts';
import { moveCash } from './move-cash.ts';
import { openSession } from './open-session.ts';

const own = testPc();

const gone = '019b0000-0000-7000-8000-000000000000';

const pieces = (denomination: number, howMany: number) => ({
  denomination: rappen(denomination),
  pieces: howMany,
});

/** A signed rental that is billed and paid in cash. */
async function cashSale(): Promise<{ readonly number: string; readonly coins: number }> {
  const { counter } = own.pc;
  const customer = await someCustomer(counter, 1);
  const { contractId } = await rent(counter, { customerId: customer.id, days: 2 });
  const invoice = must(await issueInvoice(counter, contractId));
  const { total } = await counter.rows
    .selectFrom('invoices')
    .select('total')
    .where('id', '=', invoice.invoiceId)
    .executeTakeFirstOrThrow();
  await inTransaction(counter, async (tx) => {
    const drawer = await openDrawer(tx, counter.place.counterId);
    const payment = {
      kind: 'payment',
      method: 'cash',
      amount: total,
      invoiceId: invoice.invoiceId,
      contractId,
      reference: '',
    } as const;
    await tx.write(...paymentRows(tx, counter, payment, drawer, now()).statements);
  });
  return { number: invoice.number, coins: total };
}

test('a drawer is opened, moves, and is closed with its difference, its audit link and its report', async () => {
  const { counter } = own.pc;
  const { number, sessionId } = must(await openSession(counter, rappen(20_000)));
  expect(number).toMatch(/^ZRH-A-\d\d-K00001$/);
  expect(await openSession(counter, rappen(0))).toMatchObject({ refusal: { code: 'drawer_open' } });
  const sale = await cashSale();
  must(await moveCash(counter, { kind: 'paid_out', amount: rappen(4_550), reason: 'Briefmarken' }));

  const expected = 20_000 + sale.coins - 4_550;
  // 2 Rappen coins do not exist: everything but the missing 2 francs, in pieces of 5 Rappen.
  const count = [pieces(5, (expected - 200) / 5), pieces(2_000, 0)];
  const drawer = { count, leftInDrawer: rappen(20_000), differenceReason: '' };
  // What was counted is kept until the drawer is closed, and no longer.
  const draftId = await beginCount(counter.rows, { id: sessionId, number });
  expect(await beginCount(counter.rows, { id: sessionId, number })).toBe(draftId);
  const kept = async () => (await counter.rows.selectFrom('drafts').select('id').execute()).length;
  expect(await closeSession(counter, drawer)).toMatchObject({
    refusal: { code: 'difference_without_reason', difference: -200 },
  });
  expect(await kept()).toBe(1);
  const closed = must(await closeSession(counter, { ...drawer, differenceReason: 'Zwei Franken fehlen.' }));
  expect(await kept()).toBe(0);
  expect(closed.closing).toMatchObject({ expected, difference: -200, toBank: expected - 200 - 20_000 });

  await own.uploaded();
  const { rows } = await own.database.query(
    `select number, opening_float::int, counted, counted_total::int, expected::int, difference_reason, to_bank::int
       from cash_sessions where id = $1`,
    [closed.sessionId],
  );
  expect(rows).toEqual([
    {
      number,
      opening_float: 20_000,
      counted: { 5: (expected - 200) / 5 },
      counted_total: expected - 200,
      expected,
      difference_reason: 'Zwei Franken fehlen.',
      to_bank: expected - 200 - 20_000,
    },
  ]);
  const chain = await own.database.query(
    `select a.sequence::int - b.sequence::int as step from audit_events a
       join audit_events b on b.hash = a.previous_hash where a.kind = 'cash_session.closed' and a.subject_id = $1`,
    [closed.sessionId],
  );
  expect(chain.rows).toEqual([{ step: 1 }]);

  await until('the report is made', async () => {
    await makePapers(counter);
    const made = await counter.rows
      .selectFrom('documents')
      .select('kind')
      .where('subject_id', '=', closed.sessionId)
      .execute();
    return made.length === 1 && made[0]?.kind === 'cash_report';
  });
});

test('what the drawer cannot pay, and what has no reason, is refused; without a drawer everything is', async () => {
  const { counter } = own.pc;
  const out = { kind: 'paid_out', amount: rappen(5_000), reason: 'Porto' } as const;
  expect(await moveCash(counter, out)).toMatchObject({ refusal: { code: 'drawer_closed' } });
  expect(
    await closeSession(counter, { count: [], leftInDrawer: rappen(0), differenceReason: '' }),
  ).toMatchObject({ refusal: { code: 'drawer_closed' } });
  expect(await openSession(counter, rappen(1_003))).toMatchObject({ refusal: { code: 'cash_not_coinable' } });
  // The refusal took no number, and a count of a drawer that is no longer open goes when one is opened.
  await beginCount(counter.rows, { id: gone, number: 'ZRH-A-26-K00000' });
  expect(must(await openSession(counter, rappen(1_000))).number).toMatch(/-K00002$/);
  expect(await readDraft(counter.rows, countDraft, gone)).toBeNull();
  expect(await moveCash(counter, out)).toMatchObject({ refusal: { code: 'drawer_too_empty' } });
  expect(await moveCash(counter, { ...out, amount: rappen(500), reason: ' ' })).toMatchObject({
    refusal: { code: 'reason_missing' },
  });
  must(await moveCash(counter, { kind: 'paid_in', amount: rappen(9_000), reason: 'Von der Bank' }));
  must(await moveCash(counter, out));
  const count = [pieces(5_000, 1)];
  const tooMuch = { count, leftInDrawer: rappen(6_000), differenceReason: '' };
  expect(await closeSession(counter, tooMuch)).toMatchObject({ refusal: { code: 'left_exceeds_counted' } });
  must(await closeSession(counter, { ...tooMuch, leftInDrawer: rappen(5_000) }));
  await own.uploaded();
});
