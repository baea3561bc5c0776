import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople } from '../seeds/demo-people.ts';
import { type Operation, type Person, signedIn } from './person.ts';
import { freeWalkIn, moment, walkIn } from './walk-in.ts';

let backend: TestBackend;
let sql: pg.Pool;
let clerk: Person;
let manager: Person;
let chur: Person;
let running = 81_000;

const nextNumber = (series = 'ZRH-A-27-'): string => `${series}${(running += 1)}`;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
  manager = await signedIn(backend, demoPeople.manager, alpina.counters.zurichB);
  chur = await signedIn(backend, demoPeople.chur, alpina.counters.churA);
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

async function rowsOf<Row extends pg.QueryResultRow>(
  text: string,
  ...values: readonly unknown[]
): Promise<Row[]> {
  return (await sql.query<Row>(text, [...values])).rows;
}

const put = (table: string, data: Readonly<Record<string, unknown>>): Operation => ({
  op: 'PUT',
  table,
  id: crypto.randomUUID(),
  data: { company_id: alpina.id, ...data },
});

const patch = (table: string, id: string, data: Readonly<Record<string, unknown>>): Operation => ({
  op: 'PATCH',
  table,
  id,
  data,
});

const all = async (who: Person, ...ops: readonly Operation[]): Promise<void> => {
  expect(await who.sendOne(ops)).toMatchObject({ outcome: 'applied' });
};

describe('a price that changed', () => {
  /** A contract of one day at the given prices, signed at a moment. */
  async function signedAt(dayPrice: number, extraKilometrePrice: number, rateId: string, signed: string) {
    const facts = await freeWalkIn(sql);
    const { contractId, ops } = walkIn({
      ...facts,
      number: nextNumber(),
      total: dayPrice,
      signedAt: signed,
      startsAt: moment(-1),
      endsAt: moment(1),
    });
    const [contract, ...rest] = ops;
    const priced = {
      ...contract!,
      data: { ...contract!.data, rate_id: rateId, extra_kilometre_price: extraKilometrePrice },
    };
    await all(clerk, priced, ...rest);
    return await rowsOf<{ details: unknown; total: number }>(
      `select k.details, c.total::int from conflicts k join contracts c on c.id = k.contract_id
       where k.kind = 'price_changed' and k.contract_id = $1`,
      contractId,
    );
  }

  test('before the signature is told, with both; the signed one holds', async () => {
    const { vehicle } = await freeWalkIn(sql);
    const rate = put('rates', {
      category_id: vehicle.categoryId,
      name: 'Aktion',
      valid_from: '2026-01-01',
      valid_to: '2027-12-31',
      day_price: 7_900,
      kilometres_per_day: 100,
      extra_kilometre_price: 35,
    });
    await all(manager, rate);
    const before = moment(0);
    expect(await signedAt(7_900, 35, rate.id, moment(0))).toEqual([]);
    await all(manager, patch('rates', rate.id, { day_price: 8_900 }));
    // Signed before it changed, and sent afterwards: nothing is wrong.
    expect(await signedAt(7_900, 35, rate.id, before)).toEqual([]);
    expect(await signedAt(8_900, 35, rate.id, moment(0.001))).toEqual([]);
    // A price that never was one of the rate was agreed on.
    expect(await signedAt(5_000, 35, rate.id, moment(0.001))).toEqual([]);
    expect(await signedAt(7_900, 35, rate.id, moment(0.001))).toMatchObject([
      { total: 7_900, details: { signed: { day_price: 7_900 }, valid: { day_price: 8_900 } } },
    ]);
    await all(manager, patch('rates', rate.id, { extra_kilometre_price: 45 }));
    expect(await signedAt(8_900, 35, rate.id, moment(0.002))).toMatchObject([
      { details: { signed: { extra_kilometre_price: 35 }, valid: { extra_kilometre_price: 45 } } },
    ]);
  });
});

describe('a customer who is entered twice', () => {
  const person = (data: Readonly<Record<string, unknown>>): Operation =>
    put('customers', { kind: 'person', first_name: 'Ursina', last_name: 'Caviezel', ...data });
  const told = async (id: string) =>
    await rowsOf<{ details: unknown; customer_id: string }>(
      `select details, customer_id from conflicts where kind = 'duplicate_customer' and other_customer_id = $1 order by customer_id`,
      id,
    );

  test('by name and birth date, or by licence, is told once; both stay', async () => {
    const first = person({ born_on: '1988-02-03', licence_number: 'GR 12-34' });
    const sameBirth = person({ born_on: '1988-02-03', first_name: 'URSINA ' });
    const sameLicence = person({ last_name: 'Caviezel-Meier', licence_number: 'gr1234' });
    const neither = person({ born_on: '1990-02-03', licence_number: 'GR 99' });
    await all(clerk, first);
    await all(chur, sameBirth);
    await all(manager, sameLicence, neither);
    expect(await told(sameBirth.id)).toEqual([{ customer_id: first.id, details: { by: 'birth' } }]);
    expect(await told(sameLicence.id)).toEqual([{ customer_id: first.id, details: { by: 'licence' } }]);
    expect(await told(neither.id)).toEqual([]);
    expect(
      await rowsOf('select from customers where id = any ($1)', [first.id, sameBirth.id, sameLicence.id]),
    ).toHaveLength(3);
    // A change of something else says nothing new; one that makes them the same does.
    await all(
      clerk,
      patch('customers', first.id, { note: 'x' }),
      patch('customers', neither.id, { born_on: '1988-02-03' }),
    );
    expect((await told(neither.id)).map(({ customer_id }) => customer_id).sort()).toEqual(
      [first.id, sameBirth.id].sort(),
    );
    expect(await told(first.id)).toEqual([]);
  });

  test('at two counters at the same moment is told, too, and not of another company', async () => {
    const [one, two] = [person({ born_on: '1977-07-07' }), person({ born_on: '1977-07-07' })];
    const lago = await signedIn(
      backend,
      demoPeople.lagoOwner,
      (
        await rowsOf<{ id: string }>(
          'select id from counters where company_id = $1',
          demoPeople.lagoOwner.companyId,
        )
      )[0]!.id,
    );
    const theirs = {
      ...one,
      id: crypto.randomUUID(),
      data: { ...one.data, company_id: demoPeople.lagoOwner.companyId },
    };
    const outcomes = await Promise.all([clerk.sendOne([one]), chur.sendOne([two]), lago.sendOne([theirs])]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    expect([...(await told(one.id)), ...(await told(two.id))]).toHaveLength(1);
    expect(await told(theirs.id)).toEqual([]);
  });

  test('is settled with a reason, by a person, once', async () => {
    const [one, two] = [person({ born_on: '1966-06-06' }), person({ born_on: '1966-06-06' })];
    await all(clerk, one, two);
    const [conflict] = await rowsOf<{ id: string }>(
      'select id from conflicts where other_customer_id = $1',
      two.id,
    );
    const settle = (data: Readonly<Record<string, unknown>>): Operation =>
      patch('conflicts', conflict!.id, { settled_at: moment(0), settled_by: demoPeople.zurich.id, ...data });
    expect(await clerk.sendOne([settle({ settled_reason: '  ' })])).toMatchObject({ code: 'reason_missing' });
    expect(await clerk.sendOne([settle({ settled_by: null, settled_reason: 'x' })])).toMatchObject({
      code: 'rule_broken',
    });
    await all(clerk, settle({ settled_reason: 'Zusammengeführt.' }));
    expect(await chur.sendOne([settle({ settled_reason: 'Anders.' })])).toMatchObject({
      code: 'already_settled',
    });
  });
});

test('a credited bill that is paid is told, bill by bill, and the money is taken each time', async () => {
  const facts = await freeWalkIn(sql);
  const bill = (more: Readonly<Record<string, unknown>> = {}): readonly Operation[] => {
    const number = nextNumber('ZRH-A-27-R');
    const invoice = put('invoices', {
      branch_id: facts.branchId,
      counter_id: facts.counterId,
      clerk_id: facts.clerkId,
      customer_id: facts.customerId,
      number,
      recipient: '{}',
      issued_on: '2026-11-20',
      due_on: '2026-12-20',
      service_from: '2026-11-20',
      service_to: '2026-11-20',
      total: 100,
      vat_total: 0,
      reference: number.replaceAll(/\D/g, '').padStart(27, '0'),
      ...more,
    });
    const line = put('invoice_lines', {
      invoice_id: invoice.id,
      position: 1,
      kind: 'fee',
      label: 'x',
      unit_price: 100,
      amount: 100,
      vat_rate: 810,
    });
    return [invoice, line, patch('invoices', invoice.id, { issued_at: moment(0) })];
  };
  const pay = (invoiceId: string): Operation =>
    put('payments', {
      branch_id: facts.branchId,
      counter_id: facts.counterId,
      clerk_id: facts.clerkId,
      invoice_id: invoiceId,
      kind: 'payment',
      method: 'card',
      amount: 100,
      paid_at: moment(0),
    });
  const [one, two] = [bill(), bill()];
  await all(clerk, ...one, ...two);
  for (const [credited] of [one, two])
    await all(clerk, ...bill({ kind: 'credit_note', corrects_id: credited!.id, reference: null }));
  await all(clerk, pay(one[0]!.id));
  await all(clerk, pay(one[0]!.id));
  await all(clerk, pay(two[0]!.id));
  expect(
    await rowsOf(
      `select invoice_id, (details ->> 'amount')::int as amount from conflicts where kind = 'void_invoice_paid' and invoice_id = any ($1) order by amount`,
      [one[0]!.id, two[0]!.id],
    ),
  ).toEqual([
    { invoice_id: two[0]!.id, amount: 100 },
    { invoice_id: one[0]!.id, amount: 200 },
  ]);
});

describe('what arrives weeks late', () => {
  const handover = (contractId: string, vehicleId: string, km: number, kind: string, at: string): Operation =>
    put('handovers', {
      contract_id: contractId,
      vehicle_id: vehicleId,
      counter_id: alpina.counters.zurichA,
      clerk_id: demoPeople.zurich.id,
      kind,
      handed_over_at: at,
      odometer_km: km,
      fuel_eighths: 5,
    });

  test('a car stands where it came back last, or where it was driven since', async () => {
    const facts = await freeWalkIn(sql);
    const vehicleId = facts.vehicle.id;
    const branch = async () =>
      (await rowsOf<{ branch_id: string }>('select branch_id from vehicles where id = $1', vehicleId))[0]!
        .branch_id;
    const cameBack = async (day: number): Promise<void> => {
      const { contractId, ops } = walkIn({ ...facts, number: nextNumber() });
      const [contract, ...rest] = ops;
      const oneWay = { ...contract!, data: { ...contract!.data, return_branch_id: alpina.branches.chur } };
      await all(
        clerk,
        oneWay,
        ...rest,
        handover(contractId, vehicleId, 70_000, 'check_out', moment(day - 1)),
      );
      const back = handover(contractId, vehicleId, 70_100, 'check_in', moment(day));
      await all(chur, {
        ...back,
        data: { ...back.data, counter_id: alpina.counters.churA, clerk_id: demoPeople.chur.id },
      });
    };
    const droveToZurich = async (day: number): Promise<void> => {
      const transfer = put('vehicle_transfers', {
        vehicle_id: vehicleId,
        from_branch_id: alpina.branches.chur,
        to_branch_id: alpina.branches.zurich,
        leaves_at: moment(day - 0.1),
        arrived_at: moment(day),
      });
      await all(manager, transfer);
    };
    await rowsOf('update vehicles set branch_id = $2 where id = $1', vehicleId, alpina.branches.zurich);
    await cameBack(-20);
    expect(await branch()).toBe(alpina.branches.chur);
    // Reported only now, and older than the return.
    await droveToZurich(-25);
    expect(await branch()).toBe(alpina.branches.chur);
    await droveToZurich(-10);
    expect(await branch()).toBe(alpina.branches.zurich);
    // A return that arrives late is older than the drive.
    await cameBack(-15);
    expect(await branch()).toBe(alpina.branches.zurich);
  });

  test('has fewer kilometres than the car has now, and nothing is wrong; more than later is', async () => {
    const facts = await freeWalkIn(sql);
    const vehicleId = facts.vehicle.id;
    const [now, late, wrong] = [0, 1, 2].map(() => walkIn({ ...facts, number: nextNumber() }));
    await all(clerk, ...now!.ops, handover(now!.contractId, vehicleId, 90_000, 'check_out', moment(-1)));
    await all(clerk, ...late!.ops, handover(late!.contractId, vehicleId, 80_000, 'check_out', moment(-30)));
    await all(clerk, ...wrong!.ops, handover(wrong!.contractId, vehicleId, 95_000, 'check_out', moment(-20)));
    expect(await rowsOf('select odometer_km from vehicles where id = $1', vehicleId)).toEqual([
      { odometer_km: 90_000 },
    ]);
    expect(
      await rowsOf(
        `select contract_id, details from conflicts where kind = 'odometer_back' and vehicle_id = $1`,
        vehicleId,
      ),
    ).toMatchObject([{ contract_id: wrong!.contractId, details: { before: 95_000, now: 90_000 } }]);
  });

  test('a car that came back after the next contract began is told, though the first contract comes last', async () => {
    const facts = await freeWalkIn(sql);
    const later = walkIn({ ...facts, number: nextNumber(), startsAt: moment(-10), endsAt: moment(-8) });
    await all(clerk, ...later.ops);
    await all(clerk, patch('contracts', later.contractId, { status: 'returned', returned_at: moment(-8) }));
    const first = walkIn({ ...facts, number: nextNumber(), startsAt: moment(-20), endsAt: moment(-15) });
    await all(clerk, ...first.ops);
    const conflicts = async () =>
      await rowsOf(
        `select from conflicts where kind = 'double_check_out' and vehicle_id = $1`,
        facts.vehicle.id,
      );
    expect(await conflicts()).toHaveLength(0);
    await all(clerk, patch('contracts', first.contractId, { status: 'returned', returned_at: moment(-9) }));
    expect(await conflicts()).toHaveLength(1);
  });

  test.each([
    // To the counter the plate is that of the reservation, so it does not send it.
    ['with its plate', {}, undefined],
    ['with the plate that it bears by now', { plate: 'ZH 999 999' }, 'ZH 999 999'],
  ])(
    'a reservation that lost its vehicle meanwhile and was handed over keeps the car that drove away, %s',
    async (_name, changed, plate) => {
      const facts = await freeWalkIn(sql);
      await all(
        chur,
        ...walkIn({
          ...facts,
          branchId: alpina.branches.chur,
          counterId: alpina.counters.churA,
          clerkId: demoPeople.chur.id,
          number: nextNumber('CHR-A-27-'),
          endsAt: moment(2),
        }).ops,
      );
      const mine = walkIn({ ...facts, number: nextNumber(), endsAt: moment(2) });
      const [contract, driver, line, signing] = mine.ops;
      const plan = {
        ...contract!,
        data: { ...contract!.data, status: 'reserved', number: null, counter_id: null },
      };
      await all(clerk, plan);
      expect(await rowsOf('select status, vehicle_id from contracts where id = $1', mine.contractId)).toEqual(
        [{ status: 'to_assign', vehicle_id: null }],
      );
      const { number, counter_id } = contract!.data as { number: string; counter_id: string };
      await all(
        clerk,
        patch('contracts', mine.contractId, { number, counter_id, ...changed }),
        driver!,
        line!,
        handover(mine.contractId, facts.vehicle.id, 99_000, 'check_out', moment(-1)),
        signing!,
      );
      expect(
        await rowsOf('select status, vehicle_id, plate from contracts where id = $1', mine.contractId),
      ).toEqual([{ status: 'out', vehicle_id: facts.vehicle.id, plate: plate ?? facts.vehicle.plate }]);
      expect(
        await rowsOf(
          `select from conflicts where kind = 'double_check_out' and vehicle_id = $1`,
          facts.vehicle.id,
        ),
      ).toHaveLength(1);
    },
  );
});
