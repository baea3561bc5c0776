import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CounterPc } from '#build/demo/counter-process.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { type TestBackend, startTestBackend, tokenOf } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';

let backend: TestBackend;
let database: pg.Client;
let pc: CounterPc;
const folder = mkdtempSync(join(tmpdir(), 'schalter-signatures-'));

beforeAll(async () => {
  backend = await startTestBackend();
  database = new pg.Client({ connectionString: backend.databaseUrl });
  await database.connect();
  pc = await CounterPc.setUp(join(folder, 'counter'), backend);
  await pc.switchOn();
  await pc.signIn(demoPeople.zurich, alpina.counters.zurichA);
});

afterAll(async () => {
  await pc.switchOff();
  await database.end();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function verifySignatures(token: string) {
  const response = await fetch(`${backend.supabaseUrl}/functions/v1/verify-signatures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, apikey: backend.anonKey },
  });
  return { status: response.status, answer: (await response.json()) as unknown };
}

const verdicts = async () =>
  (
    await database.query<{ sequence: number; verdict: string }>(
      'select sequence::int, verdict from private.audit_verdicts order by sequence',
    )
  ).rows;

/** Two contracts of a counter, on the server with their links. */
async function rentTwice(): Promise<void> {
  for (const n of [1, 2]) {
    const customer = await someCustomer(pc.counter, n);
    await rent(pc.counter, { customerId: customer.id, days: n });
  }
  for await (const found of pc.counter.db.watch('SELECT id FROM ps_crud LIMIT 1', [], {
    tables: ['ps_crud'],
  }))
    if (found.rows?.length === 0) return;
}

test('each signature that arrived is verified once; a wrong one is a security event; only the service may ask', async () => {
  await rentTwice();
  const clerk = await tokenOf(backend, demoPeople.owner);
  expect(await verifySignatures(clerk)).toEqual({ status: 403, answer: { code: 'not_allowed' } });
  expect(await verifySignatures(backend.anonKey)).toMatchObject({ status: 403 });
  expect(await verdicts()).toEqual([]);

  // Somebody with every right over the database puts another's signature under the second link, past every rule.
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query(
    `update audit_events a set signature = b.signature from audit_events b
      where a.counter_id = b.counter_id and a.sequence = 2 and b.sequence = 1`,
  );
  await database.query('commit');

  const { serviceRoleKey } = backend;
  expect(await verifySignatures(serviceRoleKey)).toEqual({
    status: 200,
    answer: { verified: 2, wrong: 1, more: false },
  });
  const found = [
    { sequence: 1, verdict: 'valid' },
    { sequence: 2, verdict: 'wrong' },
  ];
  expect(await verdicts()).toEqual(found);
  const events = await database.query(
    `select details ->> 'sequence' as sequence from private.security_events where code = 'audit_signature_wrong'`,
  );
  expect(events.rows).toEqual([{ sequence: '2' }]);

  expect(await verifySignatures(serviceRoleKey)).toMatchObject({ answer: { verified: 0, wrong: 0 } });
  expect(await verdicts()).toEqual(found);
  await expect(
    database.query(`update private.audit_verdicts set verdict = 'valid' where sequence = 2`),
  ).rejects.toThrow('sealed');
});

test('a good signature of a key that never was the counter’s is said to be of an unknown key', async () => {
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query('delete from private.audit_verdicts');
  await database.query('delete from private.counter_keys');
  await database.query('insert into private.links_to_verify (event_id) select id from audit_events');
  await database.query('commit');
  expect(await verifySignatures(backend.serviceRoleKey)).toMatchObject({ answer: { verified: 2 } });
  expect(await verdicts()).toContainEqual({ sequence: 1, verdict: 'unknown_key' });
});
