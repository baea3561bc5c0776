import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CounterPc } from '#build/demo/counter-process.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { wholeAudit } from '#build/support/read-audit.ts';
import { issueInvoice } from '#renderer/app/billing/issue-invoice.ts';
import { must } from '#shared/result/result.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { type TestBackend, startTestBackend } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';
import { auditLink } from '../audit-link.ts';
import { type Operation, type Person, signedIn } from '../person.ts';

let backend: TestBackend;
let database: pg.Client;
let pc: CounterPc;
let clerk: Person;
const folder = mkdtempSync(join(tmpdir(), 'schalter-audit-'));
const { zurichA, zurichB } = alpina.counters;

beforeAll(async () => {
  backend = await startTestBackend();
  database = new pg.Client({ connectionString: backend.databaseUrl });
  await database.connect();
  pc = await CounterPc.setUp(join(folder, 'counter'), backend);
  await pc.switchOn();
  await pc.signIn(demoPeople.zurich, zurichA);
  clerk = await signedIn(backend, demoPeople.zurich, zurichB);
});

afterAll(async () => {
  await pc.switchOff();
  await database.end();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for what the counter wrote to be on the server. */
async function uploaded(): Promise<void> {
  const { db } = pc.counter;
  for await (const found of db.watch('SELECT id FROM ps_crud LIMIT 1', [], { tables: ['ps_crud'] })) {
    if (found.rows?.length === 0) return;
  }
}

function run(
  script: string,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const path = join(import.meta.dirname, '..', '..', '..', 'build', 'support', script);
    const child = execFile(process.execPath, [path, ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

const receipts = async (counterId: string) =>
  (
    await database.query<{ sequence: number; arrival: string; key: string }>(
      'select sequence::int, arrival, key from private.audit_receipts where counter_id = $1 order by sequence',
      [counterId],
    )
  ).rows;

const securityCodes = async () =>
  (
    await database.query<{ code: string }>(
      `select code from private.security_events where company_id = $1 order by occurred_at`,
      [alpina.id],
    )
  ).rows.map(({ code }) => code);

test('a contract and its invoice, signed at a counter, are proved out of the database', async () => {
  const customer = await someCustomer(pc.counter, 1);
  const { contractId } = await rent(pc.counter, { customerId: customer.id, days: 2 });
  must(await issueInvoice(pc.counter, contractId));
  await uploaded();

  expect(await receipts(zurichA)).toEqual([
    { sequence: 1, arrival: 'follows', key: 'known' },
    { sequence: 2, arrival: 'follows', key: 'known' },
  ]);
  const file = join(folder, 'export.json');
  const exported = await run(
    'export-audit.ts',
    '--company',
    alpina.id,
    '--database',
    backend.databaseUrl,
    file,
  );
  expect(exported).toMatchObject({ code: 0, err: '' });
  expect(await run('verify-audit.ts', file)).toEqual({
    code: 0,
    out: 'Every chain holds: 2 links of 1 counters; 2 contents compared.\n',
    err: '',
  });

  // Somebody with all rights over the database changes a price, past every rule of it.
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query('update contracts set total = total - 100 where id = $1', [contractId]);
  const cheaper = await wholeAudit(database, alpina.id);
  await database.query('rollback');
  expect(verifyChain(cheaper)).toMatchObject({
    ok: false,
    refusal: { code: 'content_hash_differs', position: 0, counterId: zurichA, sequence: 1 },
  });

  // Or the link itself, or takes the last one away.
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query(`update audit_events set kind = 'invoice.voided' where sequence = 2`);
  const renamed = await wholeAudit(database, alpina.id);
  await database.query('delete from audit_events where sequence = 2');
  const shortened = await wholeAudit(database, alpina.id);
  await database.query('rollback');
  expect(verifyChain(renamed)).toMatchObject({ ok: false, refusal: { code: 'hash_differs', sequence: 2 } });
  expect(verifyChain(shortened)).toMatchObject({ ok: false, refusal: { code: 'head_differs', expected: 2 } });
  writeFileSync(file, JSON.stringify(renamed));
  expect(await run('verify-audit.ts', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('hash_differs (links.1)'),
  });
}, 120_000);

test('the secret key is in the vault alone', async () => {
  const vault = join(folder, 'counter', `audit-key-${zurichA}.bin`);
  const secret = readFileSync(vault, 'utf8');
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  const others = readdirSync(join(folder, 'counter'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== `audit-key-${zurichA}.bin`,
  );
  expect(others.length).toBeGreaterThan(2);
  for (const entry of others) {
    expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(secret);
  }
  const { rows } = await database.query<{ public_key: string }>(
    'select public_key from counters where id = $1',
    [zurichA],
  );
  expect(rows[0]?.public_key).toMatch(/^[0-9a-f]{64}$/);
  expect(rows[0]?.public_key).not.toBe(secret);
  expect(await securityCodes()).toContain('counter_key_changed');
});

describe('on arrival', () => {
  const put = (data: Readonly<Record<string, unknown>>): Operation => ({
    op: 'PUT',
    table: 'audit_events',
    id: crypto.randomUUID(),
    data: { company_id: alpina.id, ...data },
  });
  const link = (sequence: number, previousHash?: string) =>
    auditLink({
      counterId: zurichB,
      userId: demoPeople.zurich.id,
      sequence,
      ...(previousHash === undefined ? {} : { previousHash }),
    });
  const first = link(1);
  const refused = link(2, first.hash);
  const third = link(3, refused.hash);

  test('a link whose hash is not of what it says is refused', async () => {
    expect(await clerk.sendOne([put({ ...first, subject_id: crypto.randomUUID() })])).toMatchObject({
      outcome: 'refused',
      code: 'audit_hash_wrong',
    });
  });

  test('the moment of arrival is the server’s', async () => {
    expect(await clerk.sendOne([put(first)])).toMatchObject({ outcome: 'applied' });
    await database.query('begin');
    await database.query(
      `insert into audit_events (id, company_id, counter_id, user_id, sequence, kind, subject_id, content_hash, previous_hash,
         hash, occurred_at, received_at)
       select gen_random_uuid(), $1, x.* from jsonb_populate_record(null::audit_events, $2) p
       cross join lateral (select p.counter_id, p.user_id, p.sequence, p.kind, p.subject_id, p.content_hash, p.previous_hash,
         p.hash, p.occurred_at, timestamptz '2020-01-01') x`,
      [alpina.id, JSON.stringify(link(9))],
    );
    const { rows } = await database.query(
      `select received_at = now() as is_now from audit_events where counter_id = $1 and sequence = 9`,
      [zurichB],
    );
    await database.query('rollback');
    expect(rows).toEqual([{ is_now: true }]);
  });

  test('a link after one that was refused is taken, and the chain still proved', async () => {
    const broken: Operation = { op: 'PUT', table: 'payments', id: crypto.randomUUID(), data: { amount: -1 } };
    expect(await clerk.sendOne([broken, put(refused)])).toMatchObject({ outcome: 'refused' });
    expect(await clerk.sendOne([put(third)])).toMatchObject({ outcome: 'applied' });
    expect(await receipts(zurichB)).toMatchObject([
      { sequence: 1, arrival: 'follows', key: 'none' },
      { sequence: 3, arrival: 'after_refusal' },
    ]);
    const { links } = await wholeAudit(database, alpina.id);
    const own = links.filter(({ counterId }) => counterId === zurichB);
    expect(own.map(({ sequence, hash }) => [sequence, hash])).toEqual([
      [1, first.hash],
      [2, refused.hash],
      [3, third.hash],
    ]);
  });

  test('gaps, forks and unknown keys are taken as the facts they are, and noted', async () => {
    const unknown = { public_key: 'e'.repeat(64), signature: 'f'.repeat(128) };
    expect(await clerk.sendOne([put(link(5, 'd'.repeat(64)))])).toMatchObject({ outcome: 'applied' });
    expect(await clerk.sendOne([put(link(4, 'd'.repeat(64)))])).toMatchObject({ outcome: 'applied' });
    expect(await clerk.sendOne([put({ ...link(6), ...unknown })])).toMatchObject({ outcome: 'applied' });
    expect((await receipts(zurichB)).slice(2)).toEqual([
      { sequence: 4, arrival: 'fork', key: 'none' },
      { sequence: 5, arrival: 'gap', key: 'none' },
      { sequence: 6, arrival: 'fork', key: 'unknown' },
    ]);
    expect(await securityCodes()).toEqual(expect.arrayContaining(['audit_gap', 'audit_fork']));
  });

  test('of two beginnings that were refused, the one that leads on is the chain', async () => {
    const broken: Operation = { op: 'PUT', table: 'payments', id: crypto.randomUUID(), data: { amount: -1 } };
    // A check-in with two bills: two links in one transaction. Refused, and forgotten by the replica, which counts from 20 again.
    const given = [link(20, 'd'.repeat(64))];
    given.push(link(21, given[0]!.hash));
    expect(await clerk.sendOne([broken, ...given.map(put)])).toMatchObject({ outcome: 'refused' });
    const again = link(20, 'd'.repeat(64));
    expect(await clerk.sendOne([broken, put(again)])).toMatchObject({ outcome: 'refused' });
    const next = link(21, again.hash);
    expect(await clerk.sendOne([put(next)])).toMatchObject({ outcome: 'applied' });
    const { links } = await wholeAudit(database, alpina.id);
    const own = links.filter(({ counterId, sequence }) => counterId === zurichB && sequence >= 20);
    expect(own.map(({ sequence, hash }) => [sequence, hash])).toEqual([
      [20, again.hash],
      [21, next.hash],
    ]);
  });

  test('the same number twice is refused', async () => {
    expect(await clerk.sendOne([put(link(3, first.hash))])).toMatchObject({ code: 'already_exists' });
  });
});

describe('sealed', () => {
  const sealed = { code: '42501', detail: 'sealed' };
  test.each(['audit_events', 'private.audit_receipts'])('%s is not changed by anybody', async (table) => {
    for (const role of ['postgres', 'service_role']) {
      for (const statement of [
        `update ${table} set hash = hash`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await database.query('begin');
        await database.query(`set local role ${role}`);
        // service_role lacks the right, before it comes to the seal.
        const refusal = role === 'postgres' ? sealed : { code: '42501' };
        await expect(database.query(statement)).rejects.toMatchObject(refusal);
        await database.query('rollback');
      }
    }
  });
});
