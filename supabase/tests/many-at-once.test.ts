import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople } from '../seeds/demo-people.ts';
import { type Operation, type Person, signedIn } from './person.ts';
import { type WalkIn, freeWalkIn, walkIn } from './walk-in.ts';

let backend: TestBackend;
let sql: pg.Pool;
let clerk: Person;
let facts: Omit<WalkIn, 'number'>;
let running = 60_000;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
  facts = await freeWalkIn(sql);
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

/** A day's contract as a counter sends it: eleven operations. */
function contract(): { readonly id: string; readonly ops: readonly Operation[] } {
  const { contractId, ops } = walkIn({ ...facts, number: `ZRH-A-27-${(running += 1)}` });
  const [signing] = ops.slice(-1);
  const deposit: Operation = {
    op: 'PUT',
    table: 'payments',
    id: crypto.randomUUID(),
    data: {
      company_id: alpina.id,
      branch_id: facts.branchId,
      counter_id: facts.counterId,
      clerk_id: facts.clerkId,
      contract_id: contractId,
      kind: 'deposit',
      method: 'card',
      amount: 50_000,
      paid_at: new Date().toISOString(),
    },
  };
  const extras = [2, 3, 4, 5, 6, 7].map((position): Operation => ({
    op: 'PUT',
    table: 'contract_lines',
    id: crypto.randomUUID(),
    data: {
      company_id: alpina.id,
      contract_id: contractId,
      position,
      kind: 'extra',
      label: 'Kindersitz',
      unit_price: 0,
      amount: 0,
      vat_rate: 810,
    },
  }));
  return { id: contractId, ops: [...ops.slice(0, -1), ...extras, deposit, signing!] };
}

test('two hundred contracts go in one call, within the time a hosted project gives, also for one vehicle', async () => {
  const contracts = Array.from({ length: 200 }, contract);
  // The embedded backend cancels after 8 seconds as Supabase does: then this throws.
  const outcomes = await clerk.send(contracts.map(({ ops }, index) => ({ tx_id: index + 1, ops })));
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['applied']));

  // Each is told of, but not each with each: that would be 19,900.
  const { rows } = await sql.query<{ conflicts: number; told: number }>(
    `select count(*)::int as conflicts,
       (select count(distinct id)::int from (select contract_id as id from conflicts where vehicle_id = $1
         union select other_contract_id from conflicts where vehicle_id = $1) both_sides) as told
     from conflicts where vehicle_id = $1`,
    [facts.vehicle.id],
  );
  expect(rows[0]?.told).toBe(200);
  expect(rows[0]?.conflicts).toBeLessThanOrEqual(200 * 5);
});

test('more than two hundred transactions are turned away whole, and say why', async () => {
  const many = Array.from({ length: 201 }, (_, index) => ({ tx_id: 1_000 + index, ops: [] }));
  await expect(clerk.send(many)).rejects.toMatchObject({
    code: '22023',
    message: 'transactions must be an array of at most 200.',
  });
  const { rows } = await sql.query('select from private.applied_transactions where tx_id >= 1000');
  expect(rows).toEqual([]);
});

test('a number that was used for something else is not taken for the same transaction', async () => {
  const customer = (lastName: string): Operation => ({
    op: 'PUT',
    table: 'customers',
    id: crypto.randomUUID(),
    data: { company_id: alpina.id, last_name: lastName },
  });
  const client = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA, 'client-restored');
  const [first, second] = [customer('Vor der Sicherung'), customer('Nach der Sicherung')];
  // A replica restored from a backup counts on from its last transaction; somebody else could have used the number, too.
  const viewer = await signedIn(backend, demoPeople.viewer, alpina.counters.zurichA, 'client-restored');
  expect(await viewer.send([{ tx_id: 5, ops: [] }])).toMatchObject([{ outcome: 'applied' }]);
  expect(await client.send([{ tx_id: 5, ops: [first] }])).toMatchObject([{ outcome: 'applied' }]);
  expect(await client.send([{ tx_id: 5, ops: [second] }])).toMatchObject([{ outcome: 'applied' }]);
  expect(await client.send([{ tx_id: 5, ops: [second] }])).toMatchObject([{ outcome: 'already' }]);
  const { rows } = await sql.query('select id from customers where id = any($1)', [[first.id, second.id]]);
  expect(rows).toHaveLength(2);
});
