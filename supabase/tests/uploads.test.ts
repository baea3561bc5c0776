import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople } from '../seeds/demo-people.ts';
import { type Operation, type Person, signedIn } from './person.ts';
import { moment } from './walk-in.ts';

let backend: TestBackend;
let sql: pg.Pool;
let clerk: Person;
let lastTx = 0;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

const customer = (data: Readonly<Record<string, unknown>>): Operation => ({
  op: 'PUT',
  table: 'customers',
  id: crypto.randomUUID(),
  data: { company_id: alpina.id, kind: 'person', last_name: 'Hochgeladen', ...data },
});

/** Sends one transaction as a counter of some version, whose clock shows something. */
async function send(
  clientId: string,
  ops: readonly Operation[],
  handshake: Readonly<Record<string, unknown>> = {},
) {
  lastTx += 1;
  const { data, error, status } = await clerk.supabase.rpc('apply_changes', {
    client_id: clientId,
    counter_id: alpina.counters.zurichA,
    transactions: [{ tx_id: lastTx, ops }],
    ...handshake,
  });
  return { status, outcome: (data as { outcome: string; code?: string }[] | null)?.[0], error };
}

async function rowsOf<Row extends pg.QueryResultRow>(
  text: string,
  ...values: readonly unknown[]
): Promise<Row[]> {
  return (await sql.query<Row>(text, [...values])).rows;
}

describe('the version of the schema', () => {
  test('of today, and none at all, are taken; both are noted', async () => {
    expect(await send('speaks-2', [customer({})], { schema_version: 2 })).toMatchObject({
      outcome: { outcome: 'applied' },
    });
    expect(await send('speaks-none', [customer({})])).toMatchObject({ outcome: { outcome: 'applied' } });
    expect(
      await rowsOf(
        `select client_id, schema_version from private.uploads where client_id like 'speaks-%' order by 1`,
      ),
    ).toEqual([
      { client_id: 'speaks-2', schema_version: 2 },
      { client_id: 'speaks-none', schema_version: 1 },
    ]);
  });

  test('that is too old is told to update: nothing is applied, nothing refused, and it is taken later', async () => {
    const row = customer({});
    expect(await send('too-old', [row], { schema_version: 0 })).toMatchObject({
      status: 426,
      error: { code: 'PT426', details: 'update_needed' },
    });
    expect(await rowsOf('select from customers where id = $1', row.id)).toEqual([]);
    expect(await rowsOf(`select from private.applied_transactions where client_id = 'too-old'`)).toEqual([]);
    expect(await rowsOf(`select from refused_changes where client_id = 'too-old'`)).toEqual([]);
    expect(await send('too-old', [row], { schema_version: 2 })).toMatchObject({
      outcome: { outcome: 'applied' },
    });
  });

  test('that was given up is told to update, too', async () => {
    await sql.query('update private.schema_versions set is_taken = false where version = 1');
    try {
      expect(await send('given-up', [customer({})])).toMatchObject({ status: 426 });
    } finally {
      await sql.query('update private.schema_versions set is_taken = true where version = 1');
    }
  });

  test('that is newer than the server is an outage, not a refusal', async () => {
    expect(await send('too-new', [customer({})], { schema_version: 99 })).toMatchObject({
      status: 503,
      error: { details: 'server_outdated' },
    });
    expect(await rowsOf(`select from refused_changes where client_id = 'too-new'`)).toEqual([]);
  });

  test('that is older is translated, and known again as what was sent', async () => {
    await sql.query(`insert into private.schema_changes values (2, 'customers', 'mobile', 'phone')`);
    try {
      const row = customer({ mobile: '+41 79 123 45 67' });
      expect(await send('translated', [row], { schema_version: 1 })).toMatchObject({
        outcome: { outcome: 'applied' },
      });
      expect(await rowsOf('select phone from customers where id = $1', row.id)).toEqual([
        { phone: '+41 79 123 45 67' },
      ]);
      lastTx -= 1;
      expect(await send('translated', [row], { schema_version: 2 })).toMatchObject({
        outcome: { outcome: 'already' },
      });
      // A counter of today that says the old word is wrong, not old.
      expect(await send('translated', [customer({ mobile: '1' })], { schema_version: 2 })).toMatchObject({
        outcome: { outcome: 'refused', code: 'unknown_column' },
      });
    } finally {
      await sql.query('delete from private.schema_changes');
    }
  });
});

test('how far a clock is off is noted; a fact beyond the bound is refused, whatever the clock says of itself', async () => {
  const event = (at: string): Operation => ({
    op: 'PUT',
    table: 'damages',
    id: crypto.randomUUID(),
    data: {
      company_id: alpina.id,
      vehicle_id: vehicle!.id,
      view: 'front',
      x: 1,
      y: 1,
      kind: 'dent',
      size: 'small',
      found_at: at,
    },
  });
  const [vehicle] = await rowsOf<{ id: string }>(
    'select id from vehicles where company_id = $1 limit 1',
    alpina.id,
  );
  expect(await send('ahead', [event(moment(0.9))], { sent_at: moment(0.9) })).toMatchObject({
    outcome: { outcome: 'applied' },
  });
  expect(await send('ahead', [event(moment(3))], { sent_at: moment(3) })).toMatchObject({
    outcome: { outcome: 'refused', code: 'implausible_time' },
  });
  expect(await send('ahead', [event(moment(-30))])).toMatchObject({ outcome: { outcome: 'applied' } });
  const noted = await rowsOf<{ hours: number | null }>(
    `select round(extract(epoch from clock_ahead) / 3600)::int as hours from private.uploads where client_id = 'ahead' order by id`,
  );
  expect(noted.map(({ hours }) => hours)).toEqual([22, 72, null]);
});

test('who acted and whose session sent it are both noted', async () => {
  const drawn: Operation = {
    op: 'PUT',
    table: 'cash_sessions',
    id: crypto.randomUUID(),
    data: {
      company_id: alpina.id,
      branch_id: alpina.branches.zurich,
      counter_id: alpina.counters.zurichA,
      number: 'ZRH-A-26-K77001',
      opened_at: moment(0),
      opened_by: demoPeople.manager.id,
      opening_float: 0,
    },
  };
  await send('acted', [customer({}), drawn]);
  await send('acted', [customer({})]);
  // Somebody of another company is nobody here.
  await send('acted', [
    { ...drawn, id: crypto.randomUUID(), data: { ...drawn.data, opened_by: demoPeople.lagoOwner.id } },
  ]);
  expect(
    await rowsOf(
      `select a.clerk_id, a.user_id, a.session_id is not null as has_session, u.client_id, a.outcome
       from private.applied_transactions a join private.uploads u on u.id = a.upload_id
       where a.client_id = 'acted' order by a.tx_id`,
    ),
  ).toEqual(
    [
      { clerk_id: demoPeople.manager.id, outcome: 'applied' },
      { clerk_id: demoPeople.zurich.id, outcome: 'applied' },
      { clerk_id: demoPeople.zurich.id, outcome: 'refused' },
    ].map((row) => ({ ...row, user_id: demoPeople.zurich.id, has_session: true, client_id: 'acted' })),
  );
});

test('a call that is too large is turned away whole; a transaction that is too large is refused and kept', async () => {
  const big = (): Operation => customer({ note: 'x'.repeat(9 * 1024 * 1024) });
  const call = async (transactions: readonly unknown[]) =>
    await clerk.supabase.rpc('apply_changes', {
      client_id: 'large',
      counter_id: alpina.counters.zurichA,
      transactions,
    });
  const many = await call([
    { tx_id: 1, ops: [big()] },
    { tx_id: 2, ops: [big()] },
  ]);
  expect(many).toMatchObject({ status: 413, error: { code: 'PT413', details: 'call_too_large' } });
  expect(await rowsOf(`select from private.applied_transactions where client_id = 'large'`)).toEqual([]);
  const one = await call([{ tx_id: 3, ops: [big(), big()] }]);
  expect(one.data).toMatchObject([{ tx_id: 3, outcome: 'refused', code: 'transaction_too_large' }]);
  expect(
    await rowsOf(
      `select octet_length(whole_payload::text) > 18000000 as whole from refused_changes where client_id = 'large'`,
    ),
  ).toEqual([{ whole: true }]);
});

test('an update that changes nothing is applied, also without a column; of a row that is not there it is refused', async () => {
  const row = customer({});
  await send('nothing', [row]);
  expect(await send('nothing', [{ op: 'PATCH', table: 'customers', id: row.id, data: {} }])).toMatchObject({
    outcome: { outcome: 'applied' },
  });
  expect(
    await send('nothing', [{ op: 'PATCH', table: 'customers', id: crypto.randomUUID(), data: {} }]),
  ).toMatchObject({
    outcome: { outcome: 'refused', code: 'row_missing' },
  });
});
