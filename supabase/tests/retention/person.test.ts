import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';
import { type Person, signedIn } from '../person.ts';
import { type OldRental, oldRental } from './old-rental.ts';

let backend: TestBackend;
let sql: pg.Client;
let owner: Person;
let rental: OldRental;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Client({ connectionString: backend.databaseUrl });
  await sql.connect();
  owner = await signedIn(backend, demoPeople.owner, alpina.counters.zurichA);
});

beforeEach(async () => {
  rental = await oldRental(sql, { returnedAt: daysAgo(30) });
});

afterAll(async () => {
  await sql.end();
  await backend.stop();
});

const ask = async (person: Person, name: 'export_person' | 'erase_person', customerId: string) => {
  const { data, error } = await person.supabase.rpc(name, { customer_id: customerId });
  return error ? { error: error.code } : (data as Record<string, unknown>);
};

const customer = async (id: string) =>
  (
    await sql.query<Record<string, unknown>>(
      `select first_name, last_name, street, phone, email, born_on, licence_number, note, erased_at is not null as erased
       from customers where id = $1`,
      [id],
    )
  ).rows[0];

const lastEvent = async () =>
  (
    await sql.query(
      `select kind, code, user_id, details ->> 'id' as id from private.security_events order by occurred_at desc limit 1`,
    )
  ).rows[0];

test('everything about a person comes in one answer, also of those merged into it, and of nobody else', async () => {
  const twin = await oldRental(sql, { returnedAt: daysAgo(60) });
  await oldRental(sql, { returnedAt: daysAgo(60) });
  await sql.query('update customers set merged_into = $1 where id = $2', [
    rental.customerId,
    twin.customerId,
  ]);
  const answer = await ask(owner, 'export_person', rental.customerId);
  const rows = answer['rows'] as Record<string, { id: string }[]>;
  expect(Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, found.length]))).toEqual({
    customers: 2,
    contracts: 2,
    contract_drivers: 2,
    contract_lines: 2,
    invoices: 2,
    invoice_lines: 2,
    payments: 2,
  });
  expect(rows['contracts']?.map(({ id }) => id).toSorted()).toEqual(
    [rental.contractId, twin.contractId].toSorted(),
  );
  expect(JSON.stringify(rows)).toContain('003700000001');
  expect(await lastEvent()).toEqual({
    kind: 'admin_action',
    code: 'person_exported',
    user_id: demoPeople.owner.id,
    id: rental.customerId,
  });
});

test('who is erased is forgotten but for what must be kept, and that is said', async () => {
  const answer = await ask(owner, 'erase_person', rental.customerId);
  const inTenYears = `${new Date(daysAgo(30)).getUTCFullYear() + 10}-12-31`;
  expect(answer).toEqual({
    outcome: 'erased',
    kept: [
      { what: 'name_and_address', why: 'fines', until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      { what: 'contracts', number: 1, why: 'books', until: inTenYears },
      { what: 'invoices', number: 1, why: 'books', until: inTenYears },
    ],
  });
  expect(await customer(rental.customerId)).toEqual({
    first_name: 'Eva',
    last_name: 'Muster',
    street: 'Seeweg',
    phone: '',
    email: '',
    born_on: null,
    licence_number: '',
    note: '',
    erased: true,
  });
  expect(await lastEvent()).toMatchObject({
    kind: 'admin_action',
    code: 'person_erased',
    id: rental.customerId,
  });

  // A counter that was offline sends what it knew.
  const { customerId } = rental;
  expect(
    await owner.sendOne([
      { op: 'PATCH', table: 'customers', id: customerId, data: { phone: '+41790000000' } },
    ]),
  ).toMatchObject({ outcome: 'refused', code: 'person_erased' });

  // Three years after the return no fine can come any more.
  await sql.query(`select private.finish_erasures(now() + interval '1065 days' - interval '1 hour')`);
  expect(await customer(customerId)).toMatchObject({ last_name: 'Muster' });
  await sql.query(`select private.finish_erasures(now() + interval '1067 days')`);
  expect(await customer(customerId)).toMatchObject({ first_name: '', last_name: '–', street: '' });
  const { rows } = await sql.query('select customer_name from contracts where id = $1', [rental.contractId]);
  expect(rows).toEqual([{ customer_name: 'Muster, Eva' }]);
});

test('nobody is erased while something is open', async () => {
  const open = await oldRental(sql, { returnedAt: daysAgo(30), paid: false });
  const answer = await ask(owner, 'erase_person', open.customerId);
  expect(answer).toEqual({
    outcome: 'refused',
    code: 'still_open',
    contracts: [expect.stringMatching(/^ZRH-A-14-/)],
  });
  expect(await customer(open.customerId)).toMatchObject({ phone: '+41790000000', erased: false });
});

test('whoever never rented is forgotten whole', async () => {
  const id = crypto.randomUUID();
  await sql.query(
    `insert into customers (id, company_id, first_name, last_name, street, phone) values ($1, $2, 'Eva', 'Muster', 'Seeweg', '+41')`,
    [id, alpina.id],
  );
  expect(await ask(owner, 'erase_person', id)).toEqual({ outcome: 'erased', kept: [] });
  expect(await customer(id)).toMatchObject({ first_name: '', last_name: '–', street: '', phone: '' });
});

test.each(['export_person', 'erase_person'] as const)(
  '%s is for owners, of their own company',
  async (name) => {
    const clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
    expect(await ask(clerk, name, rental.customerId)).toEqual({ error: '42501' });
    const stranger = await signedIn(backend, demoPeople.lagoOwner, alpina.counters.zurichA);
    expect(await ask(stranger, name, rental.customerId)).toEqual({ outcome: 'refused', code: 'row_missing' });
    expect(await customer(rental.customerId)).toMatchObject({ phone: '+41790000000' });
  },
);
