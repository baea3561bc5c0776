import { expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { returnForm } from '#build/testing/return-form.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { wholeAudit } from '#build/support/read-audit.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { previewCheckIn } from '#shared/contracts/check-in.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { rappen } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { issueInvoice } from '../app/billing/issue-invoice.ts';
import { closeSession } from '../cash/close-session.ts';
import { moveCash } from '../cash/move-cash.ts';
import { openSession } from '../cash/open-session.ts';
import { creditInvoice } from '../invoices/credit-invoice.ts';
import { takeInvoicePayment } from '../invoices/pay-invoice.ts';
import { gatherCheckIn } from './gather-check-in.ts';
import { type CheckInForm, entryOf, factsOf, returnVehicle } from './return-vehicle.ts';

const own = testPc({
  prepare: 'update companies set fuel_per_eighth = 1200, fuel_service = 2000, cleaning_dirty = 8000',
});

let customers = 0;
/** A rental of two days that begins now, and the form of its return at once: as it went out, with a few kilometres. */
async function rented(
  changes: Partial<CheckInForm> = {},
  depositMethod: 'card' | 'cash' = 'card',
): Promise<CheckInForm> {
  const customer = await someCustomer(own.pc.counter, ++customers);
  const { contractId } = await rent(own.pc.counter, { customerId: customer.id, days: 2, depositMethod });
  return await returnForm(own.pc.counter, contractId, changes);
}

const scratch = (at: CheckInForm['at'], cost: number | null) => ({
  damage: {
    id: uuidv7(),
    view: 'left' as const,
    position: { x: perMille(500), y: perMille(500) },
    kind: 'scratch' as const,
    size: 'medium' as const,
    note: 'bis auf die Grundierung',
    foundAt: at,
    photoIds: [],
  },
  cost: cost === null ? null : rappen(cost),
  photos: [],
});

const ofContract = async (contractId: string) => {
  const ask = async (sql: string) =>
    (await own.database.query(sql, [contractId])).rows as Record<string, unknown>[];
  return {
    contract: (
      await ask('select status, returned_at is not null as returned from contracts where id = $1')
    )[0],
    invoices: await ask(
      `select i.kind, i.total::int, i.vat_total::int as vat, (select coalesce(sum(p.amount), 0)::int from payments p where p.invoice_id = i.id) as paid
        from invoices i where i.contract_id = $1 order by i.number`,
    ),
    deposit: (
      await ask('select amount::int, released::int, kept::int from deposits where contract_id = $1')
    )[0],
    handover: (
      await ask(
        `select odometer_km, renter_present from handovers where contract_id = $1 and kind = 'check_in'`,
      )
    )[0],
    damages: await ask(
      'select kind, view, contract_id is not null as ours from damages where contract_id = $1',
    ),
  };
};

test('a car that comes back as it went is billed as signed, paid, and its deposit released', async () => {
  const form = await rented();
  const returned = must(await returnVehicle(own.pc.counter, form, null));
  expect(returned).toMatchObject({ invoices: [{ number: expect.stringMatching(/-R\d{5}$/) }], open: 0 });
  await own.uploaded();
  const stored = await ofContract(form.contractId);
  expect(stored.contract).toEqual({ status: 'closed', returned: true });
  const [invoice] = stored.invoices;
  expect(invoice!['paid']).toBe(invoice!['total']);
  expect(stored.deposit).toMatchObject({ kept: 0, released: stored.deposit!['amount'] });
  expect(stored.handover).toEqual({ odometer_km: form.odometerKm, renter_present: true });
});

test('missing fuel, dirt and extra kilometres are on the bill, the damage without VAT on another; the deposit pays first', async () => {
  const form = await rented({ fuelEighths: 5, cleanliness: 'dirty', method: 'deposit' });
  const dirty = { ...form, odometerKm: form.odometerKm + 900, found: [scratch(form.at, 95_000)] };
  const returned = must(await returnVehicle(own.pc.counter, dirty, null));
  await own.uploaded();
  const stored = await ofContract(form.contractId);
  const [rental, damage] = stored.invoices as { total: number; vat: number; paid: number }[];
  expect(stored.invoices).toHaveLength(2);
  // The damage costs less than the deductible; no VAT on it.
  expect(damage).toMatchObject({ total: 95_000, vat: 0 });
  expect(rental!.vat).toBeGreaterThan(0);
  const deposit = stored.deposit as { amount: number; kept: number; released: number };
  expect(rental!.paid + damage!.paid).toBe(deposit.kept);
  expect(deposit.kept + deposit.released).toBe(deposit.amount);
  expect(returned.open).toBe(rental!.total + damage!.total - deposit.kept);
  expect(stored.damages).toEqual([{ kind: 'scratch', view: 'left', ours: true }]);
});

test('what was billed before the return is not billed again', async () => {
  const form = await rented({ fuelEighths: 6 });
  const before = must(await issueInvoice(own.pc.counter, form.contractId));
  const returned = must(await returnVehicle(own.pc.counter, form, null));
  await own.uploaded();
  expect(returned.invoices).toHaveLength(1);
  const stored = await ofContract(form.contractId);
  // One eighth and the way to the pump; both bills are settled.
  expect(stored.invoices).toMatchObject([{}, { total: 3_200, paid: 3_200 }]);
  expect(stored.invoices[0]!['paid']).toBe(stored.invoices[0]!['total']);
  expect(before.number < returned.invoices[0]!.number).toBe(true);
});

test('what was billed before and credited in part is not billed again: only what is left is asked for', async () => {
  const form = await rented({ fuelEighths: 6 });
  const { invoiceId } = must(await issueInvoice(own.pc.counter, form.contractId));
  must(await creditInvoice(own.pc.counter, invoiceId, [{ position: 0, amount: rappen(1_000) }]));
  const returned = must(await returnVehicle(own.pc.counter, form, null));
  await own.uploaded();
  expect(returned).toMatchObject({ invoices: [{}], open: 0 });
  const stored = await ofContract(form.contractId);
  const [bill, fuel] = stored.invoices.filter(({ kind }) => kind === 'invoice');
  expect(fuel).toMatchObject({ total: 3_200, paid: 3_200 });
  expect(bill!['paid']).toBe((bill!['total'] as number) - 1_000);
});

test('what was credited whole is billed anew, and what was paid too much pays no other bill', async () => {
  const credited = await rented();
  const whole = must(await issueInvoice(own.pc.counter, credited.contractId));
  must(await creditInvoice(own.pc.counter, whole.invoiceId, 'whole'));
  expect(must(await returnVehicle(own.pc.counter, credited, null)).invoices).toHaveLength(1);

  const form = await rented({ fuelEighths: 6, method: 'invoice' });
  const { invoiceId } = must(await issueInvoice(own.pc.counter, form.contractId));
  const { total } = await own.pc.counter.rows
    .selectFrom('invoices')
    .select('total')
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  must(await takeInvoicePayment(own.pc.counter, { invoiceId, method: 'card', amount: total }));
  must(await creditInvoice(own.pc.counter, invoiceId, [{ position: 0, amount: rappen(1_000) }]));
  const gathered = await gatherCheckIn(own.pc.counter.rows, form.contractId);
  if (!gathered) throw new Error('the contract is not there');
  const preview = must(
    previewCheckIn(entryOf(form, gathered, own.pc.counter.place.clerkId), factsOf(form, gathered)),
  );
  expect(preview.bill?.rental.open).toBe(3_200);
  expect(must(await returnVehicle(own.pc.counter, form, null)).open).toBe(3_200);
});

test('what cannot be is refused, and nothing is written', async () => {
  const form = await rented();
  const refused = async (changes: Partial<CheckInForm>) => {
    const answer = await returnVehicle(own.pc.counter, { ...form, ...changes }, null);
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  expect(await refused({ signature: null })).toBe('renter_signature_missing');
  expect(await refused({ odometerKm: form.odometerKm - 500 })).toBe('driven_kilometres_missing');
  expect(await refused({ method: 'cash' })).toBe('drawer_closed');
  expect(await refused({ contractId: uuidv7() })).toBe('contract_missing');
  expect((await ofContract(form.contractId)).handover).toBeUndefined();
  must(await returnVehicle(own.pc.counter, form, null));
  expect(await refused({})).toBe('contract_not_out');
});

test('a deposit in cash goes back out of a drawer that is open and holds so much', async () => {
  const { counter } = own.pc;
  must(await openSession(counter, rappen(0)));
  const form = await rented({}, 'cash');
  const { amount } = await counter.rows
    .selectFrom('deposits')
    .select('amount')
    .where('contract_id', '=', form.contractId)
    .executeTakeFirstOrThrow();
  must(await moveCash(counter, { kind: 'paid_out', amount: rappen(5_000), reason: 'Porto' }));
  expect(await returnVehicle(counter, form, null)).toMatchObject({
    refusal: { code: 'drawer_too_empty', expected: amount - 5_000, asked: amount },
  });
  const count = [{ denomination: rappen(5_000), pieces: amount / 5_000 - 1 }];
  must(await closeSession(counter, { count, leftInDrawer: rappen(0), differenceReason: '' }));
  expect(await returnVehicle(counter, form, null)).toMatchObject({ refusal: { code: 'drawer_closed' } });

  must(await openSession(counter, amount));
  must(await returnVehicle(counter, form, null));
  await own.uploaded();
  const { rows } = await own.database.query(
    `select m.kind, m.amount::int from cash_movements m join deposits d on d.id = m.deposit_id
      where d.contract_id = $1 order by m.id`,
    [form.contractId],
  );
  expect(rows).toEqual([
    { kind: 'deposit_in', amount },
    { kind: 'deposit_out', amount },
  ]);
});

test.each([
  [
    'a handover',
    'handover.signed',
    'update handovers set fuel_eighths = fuel_eighths - 1 where signature is not null',
  ],
  ['a found damage', 'handover.signed', 'delete from damages where handover_id is not null'],
  [
    'what stood on the sketch',
    'handover.signed',
    `update handovers set damages = jsonb_set(damages, '{0,size}', '"small"') where damages @> '[{"status": "new"}]'`,
  ],
  [
    'what stood on it at the check-out',
    'contract.signed',
    `update handovers set damages = '[]' where kind = 'check_out' and damages <> '[]'`,
  ],
  [
    'a closed drawer',
    'cash_session.closed',
    'update cash_sessions set expected = expected + 500 where closed_at is not null',
  ],
  ['what moved in it', 'cash_session.closed', `update cash_movements set amount = 5 where kind = 'paid_out'`],
])('the audit vouches for %s: who changes the rows is found out', async (_what, kind, change) => {
  const { database } = own;
  const audit = await wholeAudit(database, alpina.id);
  expect(verifyChain(audit)).toMatchObject({ ok: true });
  expect(audit.links.filter((link) => link.kind === kind && link.content === undefined)).toEqual([]);
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  const changed = await (async () => {
    try {
      expect((await database.query(change)).rowCount).toBeGreaterThan(0);
      return await wholeAudit(database, alpina.id);
    } finally {
      await database.query('rollback');
    }
  })();
  expect(verifyChain(changed)).toMatchObject({ ok: false, refusal: { code: 'content_hash_differs' } });
});
