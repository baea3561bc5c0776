import { expect, test } from 'vitest';
import { returnForm } from '#build/testing/return-form.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { wholeAudit } from '#build/support/read-audit.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { rappen } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { openSession } from '../cash/open-session.ts';
import { returnVehicle } from '../check-in/return-vehicle.ts';
import type { PayNow } from './pay-now.ts';

const own = testPc({ prepare: 'update companies set fuel_per_eighth = 1200, fuel_service = 2000' });

let customers = 0;
async function rented(payNow: PayNow): Promise<string> {
  const { id } = await someCustomer(own.pc.counter, ++customers);
  const { contractId } = await rent(own.pc.counter, { customerId: id, days: 2, payNow });
  return contractId;
}

/** What the server has of a rental. */
const moneyOf = async (contractId: string) => {
  await own.uploaded();
  const { rows } = await own.database.query(
    `select i.number, i.total::int, c.total::int as agreed, p.amount::int, p.method, p.receipt,
        m.amount::int as coins
      from contracts c join invoices i on i.contract_id = c.id left join payments p on p.invoice_id = i.id
        left join cash_movements m on m.payment_id = p.id
      where c.id = $1 order by i.number`,
    [contractId],
  );
  return rows as Record<string, unknown>[];
};

test.each(['card', 'twint'] as const)(
  'a rental that is paid by %s as it goes out has its bill and its receipt',
  async (method) => {
    const contractId = await rented(method);
    const [bill, ...more] = await moneyOf(contractId);
    expect(more).toEqual([]);
    expect(bill).toMatchObject({
      method,
      receipt: expect.stringMatching(/^ZRH-A-\d\d-Q\d{5}$/),
      coins: null,
    });
    expect(bill!['total']).toBe(bill!['agreed']);
    expect(bill!['amount']).toBe(bill!['total']);
    expect(verifyChain(await wholeAudit(own.database, alpina.id))).toMatchObject({ ok: true });
  },
);

test('what was paid as it went out is not asked for when it comes back', async () => {
  const contractId = await rented('card');
  const form = await returnForm(own.pc.counter, contractId, { fuelEighths: 6 });
  expect(must(await returnVehicle(own.pc.counter, form, null)).invoices).toHaveLength(1);
  const [rental, fuel] = await moneyOf(contractId);
  expect(rental!['amount']).toBe(rental!['total']);
  expect(fuel).toMatchObject({ total: 3_200, amount: 3_200 });
});

test('a rental that is paid later is not billed yet', async () => {
  expect(await moneyOf(await rented('later'))).toEqual([]);
});

test('cash goes into a drawer that is open; without one nothing is signed', async () => {
  const count = async (): Promise<unknown> =>
    (await own.pc.counter.db.get<{ n: number }>('select count(*) as n from contracts')).n;
  const before = await count();
  await expect(rented('cash')).rejects.toThrow('drawer_closed');
  expect(await count()).toBe(before);
  must(await openSession(own.pc.counter, rappen(10_000)));
  const [bill] = await moneyOf(await rented('cash'));
  expect(bill!['amount']).toBe(bill!['total']);
  expect((bill!['coins'] as number) % 5).toBe(0);
  expect(Math.abs((bill!['coins'] as number) - (bill!['total'] as number))).toBeLessThan(3);
});
