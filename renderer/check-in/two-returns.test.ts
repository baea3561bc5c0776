import { expect, test } from 'vitest';
import { returnForm } from '#build/testing/return-form.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { type CounterPc, until } from '#build/demo/counter-process.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { rappen } from '#shared/money/rappen.ts';
import { must } from '#shared/result/result.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { openSession } from '../cash/open-session.ts';
import { returnVehicle } from './return-vehicle.ts';

const own = testPc();

const everythingIsSent = async ({ counter }: CounterPc): Promise<boolean> =>
  (await counter.db.get<{ n: number }>('SELECT count(*) AS n FROM ps_crud')).n === 0;

test('a car that two counters take back without knowing of each other: both handovers, bills and payments stand, and people are told', async () => {
  const first = own.pc;
  const second = await own.another(demoPeople.zurich, alpina.counters.zurichB);
  for (const { counter } of [first, second]) must(await openSession(counter, rappen(200_000)));
  const customer = await someCustomer(first.counter, 1);
  const { contractId } = await rent(first.counter, {
    customerId: customer.id,
    days: 2,
    depositMethod: 'cash',
  });
  await until('the other counter knows of the rental', async () => {
    const known = await second.counter.rows
      .selectFrom('deposits')
      .select('id')
      .where('contract_id', '=', contractId)
      .execute();
    return known.length === 1;
  });

  await second.cutLine();
  const there = await returnForm(second.counter, contractId, { method: 'cash', fuelEighths: 5 });
  must(await returnVehicle(second.counter, there, null));
  const here = await returnForm(first.counter, contractId);
  must(await returnVehicle(first.counter, here, null));
  await own.uploaded();
  await second.restoreLine();
  await until('the other counter has sent its return', () => everythingIsSent(second));

  const ask = async (sql: string) =>
    (await own.database.query(sql, [contractId])).rows as Record<string, unknown>[];
  expect(await ask('select code from refused_changes where $1::uuid is not null')).toEqual([]);
  const [contract] = await ask('select status, returned_at, closed_at from contracts where id = $1');
  expect(contract).toEqual({
    status: 'closed',
    returned_at: new Date(here.at),
    closed_at: new Date(here.at),
  });
  const returns = `select counter_id, fuel_eighths from handovers where contract_id = $1 and kind = 'check_in' order by handed_over_at`;
  expect(await ask(returns)).toEqual([
    { counter_id: alpina.counters.zurichB, fuel_eighths: there.fuelEighths },
    { counter_id: alpina.counters.zurichA, fuel_eighths: here.fuelEighths },
  ]);
  const bills = await ask(`select i.total = sum(p.amount) as paid, min(p.method::text) as by
    from invoices i join payments p on p.invoice_id = i.id where i.contract_id = $1 group by i.id order by 2`);
  expect(bills).toEqual([
    { paid: true, by: 'card' },
    { paid: true, by: 'cash' },
  ]);
  // The deposit is settled as the first to arrive said; the coins of both left their drawers.
  expect(await ask('select settled_at from deposits where contract_id = $1')).toEqual([
    { settled_at: new Date(here.at) },
  ]);
  const given = `select count(distinct m.session_id)::int as drawers from cash_movements m join deposits d on d.id = m.deposit_id
    where d.contract_id = $1 and m.kind = 'deposit_out'`;
  expect(await ask(given)).toEqual([{ drawers: 2 }]);
  expect(await ask('select kind, settled_at from conflicts where contract_id = $1')).toEqual([
    { kind: 'double_check_in', settled_at: null },
  ]);
  await until('both counters are told', async () => {
    const told = await Promise.all(
      [first, second].map(({ counter }) =>
        counter.rows.selectFrom('conflicts').select('id').where('contract_id', '=', contractId).execute(),
      ),
    );
    return told.every((found) => found.length === 1);
  });
});
