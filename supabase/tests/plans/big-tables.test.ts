import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';
import { generateContracts } from '../../seeds/generate.ts';
import { auditLink } from '../audit-link.ts';
import { freeWalkIn, walkIn } from '../walk-in.ts';

/**
 * What people's requests may never do is read a big table from end to end: not by their own query, nor in a policy, a trigger or
 * a foreign key of it. Postgres counts the sequential scans of a transaction, those within functions too.
 */
// With a driver and a line each, and a customer for every second: 28,000 rows. Far more than it takes for an index to be cheaper;
// filling them is most of what this file costs.
const contracts = 8_000;
const big = ['contracts', 'contract_drivers', 'contract_lines', 'customers'];
let backend: TestBackend;
let pool: pg.Pool;
let client: pg.Client;
let facts: Awaited<ReturnType<typeof freeWalkIn>>;
let some: { readonly contract: string; readonly customer: string };

beforeAll(async () => {
  backend = await startTestBackend();
  pool = new pg.Pool({ connectionString: backend.databaseUrl });
  facts = await freeWalkIn(pool);
  await generateContracts(pool, { companyId: alpina.id, count: contracts, seed: 4 });
  const { rows } = await pool.query<{ contract: string; customer: string }>(
    'select id as contract, customer_id as customer from contracts where company_id = $1 offset 5000 limit 1',
    [alpina.id],
  );
  if (!rows[0]) throw new Error('there are no contracts');
  [some] = [rows[0]];
}, 240_000);

afterAll(async () => {
  await pool.end();
  await backend.stop();
});

beforeEach(async () => {
  // A connection of its own: Postgres goes on counting where the transaction before it ended.
  client = new pg.Client({ connectionString: backend.databaseUrl });
  await client.connect();
  await client.query('begin');
});

afterEach(async () => {
  await client.query('rollback');
  await client.end();
});

/** From here on the transaction is that of somebody with a token. */
async function as(who: { readonly id: string; readonly role: string }): Promise<void> {
  const claims = { sub: who.id, role: 'authenticated', company_id: alpina.id, user_role: who.role };
  await client.query(
    `select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`,
    [JSON.stringify(claims)],
  );
}

async function readWhole(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_stat_xact_all_tables where schemaname = 'public' and seq_scan > 0 and relname = any ($1)`,
    [big],
  );
  return rows.map(({ name }) => name);
}

test('a sequential scan would be seen', async () => {
  await as(demoPeople.zurich);
  await client.query(`select count(*) from contracts where note = 'x'`);
  expect(await readWhole()).toEqual(['contracts']);
});

// Not by status: Postgres does not trust the comparison of an enum with rows of others (it is not leakproof), and reads the
// company first. No counter asks that by REST: it asks its replica.
test.each([
  ['a contract', 'select * from contracts where id = $1', () => some.contract],
  ['its lines', 'select * from contract_lines where contract_id = $1 order by position', () => some.contract],
  ['its drivers', 'select * from contract_drivers where contract_id = $1', () => some.contract],
  ['a customer', 'select * from customers where id = $1', () => some.customer],
  ['the rentals of a customer', 'select * from contracts where customer_id = $1', () => some.customer],
  ['a number', 'select * from contracts where number = $1', () => 'ZRH-A-26-00001'],
])('REST finds %s by an index', async (_what, text, value) => {
  for (const who of [demoPeople.owner, demoPeople.zurich, demoPeople.viewer]) {
    await as(who);
    await client.query(text, [value()]);
    await client.query('reset role');
  }
  expect(await readWhole()).toEqual([]);
});

test('an upload reads no big table from end to end: its policies, triggers and keys neither', async () => {
  const { ops, contractId } = walkIn({ ...facts, number: 'ZRH-A-26-70001' });
  const own = { company_id: alpina.id };
  const transactions = [
    {
      tx_id: 1,
      ops: [
        ...ops,
        {
          op: 'PUT',
          table: 'handovers',
          id: crypto.randomUUID(),
          data: {
            ...own,
            contract_id: contractId,
            vehicle_id: facts.vehicle.id,
            counter_id: facts.counterId,
            clerk_id: facts.clerkId,
            kind: 'check_out',
            handed_over_at: new Date().toISOString(),
            odometer_km: 90_000,
            fuel_eighths: 8,
          },
        },
        {
          op: 'PUT',
          table: 'audit_events',
          id: crypto.randomUUID(),
          data: { ...own, ...auditLink({ counterId: facts.counterId, userId: facts.clerkId }) },
        },
      ],
    },
    {
      tx_id: 2,
      ops: [{ op: 'PATCH', table: 'customers', id: some.customer, data: { phone: '+41791234567' } }],
    },
    { tx_id: 3, ops: [{ op: 'PATCH', table: 'contracts', id: some.contract, data: { status: 'void' } }] },
  ];
  await as(demoPeople.zurich);
  const { rows } = await client.query<{ outcomes: { outcome: string }[] }>(
    `select apply_changes(client_id => 'plans', counter_id => $1, transactions => $2) as outcomes`,
    [facts.counterId, JSON.stringify(transactions)],
  );
  expect(rows[0]?.outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'refused']);
  expect(await readWhole()).toEqual([]);
});

test('nor does the export of a person', async () => {
  await as(demoPeople.owner);
  await client.query('select export_person($1)', [some.customer]);
  expect(await readWhole()).toEqual([]);
});
