import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { now } from '#shared/time/instant.ts';
import { type Line, openLine } from '#supabase/embedded/line.ts';
import { type TestBackend, startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';

import { type DocumentUploader, startDocumentUploader } from '../attachments/document-uploader.ts';
import { sha256Of } from '../attachments/upload-document.ts';
import { type TestCounter, openCounter } from '../replica/host/testing/open-counter.ts';
import { type SyncLightWatch, watchSyncLight } from '../status/watch-sync-light.ts';
import { createConnector } from './connector.ts';
import { keepRefusal } from './keep-refusal.ts';

let backend: TestBackend;
let server: pg.Client;
let up: Line;
let down: Line;
let counter: TestCounter;
let supabase: SupabaseClient;
let watch: SyncLightWatch;
let uploader: DocumentUploader;
let papers: Map<string, Uint8Array>;

beforeAll(async () => {
  backend = await startTestBackend();
  server = new pg.Client({ connectionString: backend.databaseUrl });
  await server.connect();
});

afterAll(async () => {
  await server.end();
  await backend.stop();
});

beforeEach(async () => {
  up = await openLine({ targetUrl: backend.supabaseUrl });
  down = await openLine({ targetUrl: backend.powersyncUrl });
  supabase = createClient(up.url, backend.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { error } = await supabase.auth.signInWithPassword({
    email: demoPeople.zurich.email,
    password: demoPeople.zurich.password,
  });
  if (error) throw error;
  counter = await openCounter(counterSchema);
  watch = await watchSyncLight(counter.db);
  papers = new Map();
  const connector = createConnector({
    supabase,
    powersyncUrl: down.url,
    counterId: alpina.counters.zurichA,
    onProblem: (problem) => watch.report(problem),
    onRefused: keepRefusal,
  });
  void counter.db.connect(connector, { retryDelayMs: 50, crudUploadThrottleMs: 10 });
  uploader = startDocumentUploader({
    db: counter.db,
    supabase,
    readDocument: (id) => Promise.resolve(papers.get(id) ?? new Uint8Array()),
    retryMs: [20, 200],
  });
  await until(({ kind }) => kind === 'in-step');
});

afterEach(async () => {
  uploader.stop();
  await watch.stop();
  await counter.close();
  await up.close();
  await down.close();
});

function until(wanted: (light: SyncLightWatch['current']) => boolean): Promise<void> {
  if (wanted(watch.current)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = watch.subscribe((light) => {
      if (!wanted(light)) return;
      stop();
      resolve();
    });
  });
}

async function insertCustomer(lastName: string): Promise<string> {
  const id = crypto.randomUUID();
  await counter.db.execute(
    `INSERT INTO customers (id, company_id, kind, first_name, last_name, country, language, created_at)
     VALUES (?, ?, 'person', 'Rosa', ?, 'CH', 'de', ?)`,
    [id, alpina.id, lastName, now()],
  );
  return id;
}

async function onServer(id: string): Promise<unknown[]> {
  return (await server.query<{ last_name: string }>('select last_name from customers where id = $1', [id]))
    .rows;
}

describe('a counter', () => {
  it('receives its company and nothing of another', async () => {
    expect(await counter.db.getAll('SELECT name FROM companies')).toEqual([{ name: alpina.name }]);
    const customers = await counter.db.get<{ n: number }>('SELECT count(*) AS n FROM customers');
    const own = await server.query<{ n: string }>(
      'select count(*) as n from customers where company_id = $1',
      [alpina.id],
    );
    expect(customers.n).toBe(Number(own.rows[0]?.n));
  });

  it('works without a line, says since when, and catches up: once, whatever answer was lost', async () => {
    await Promise.all([up.cut(), down.cut()]);
    await until(({ kind }) => kind === 'offline');
    const id = await insertCustomer('Offline');
    await until((light) => light.kind === 'offline' && light.waiting === 1);
    expect(await onServer(id)).toEqual([]);
    const lost = up.loseNextAnswerTo('apply_changes');
    await Promise.all([up.restore(), down.restore()]);
    await lost;
    await until(({ kind }) => kind === 'in-step');
    expect(await onServer(id)).toEqual([{ last_name: 'Offline' }]);
    expect(await counter.db.getAll('SELECT last_name FROM customers WHERE id = ?', [id])).toHaveLength(1);
  });

  it('keeps what the server refuses in sight, and does not stop for it', async () => {
    const refused = crypto.randomUUID();
    await counter.db.execute(
      "INSERT INTO customers (id, company_id, kind, last_name, created_at) VALUES (?, ?, 'person', '', ?)",
      [refused, alpina.id, now()],
    );
    const accepted = await insertCustomer('After');
    await until((light) => light.kind === 'in-step' && light.refused === 1);
    expect(await onServer(accepted)).toHaveLength(1);
    const [kept] = await untilRows<{ payload: string; code: string }>(
      'SELECT code, payload FROM refused_changes WHERE settled_at IS NULL',
    );
    expect(kept?.code).toBe('rule_broken');
    expect(kept?.payload).toContain(refused);
    // The optimistic row is gone, the refusal of the answer has given way to the one that synced.
    expect(await counter.db.getAll('SELECT 1 FROM customers WHERE id = ?', [refused])).toEqual([]);
  });

  it('is not stopped by a text that Postgres can never read, and keeps it in sight as it was', async () => {
    const unreadable = crypto.randomUUID();
    await counter.db.execute(
      "INSERT INTO customers (id, company_id, kind, last_name, created_at) VALUES (?, ?, 'person', ?, ?)",
      [unreadable, alpina.id, 'Null\u0000zeichen', now()],
    );
    const accepted = await insertCustomer('After the unreadable');
    await untilRows(`SELECT 1 FROM refused_changes WHERE payload LIKE '%${unreadable}%'`);
    await until((light) => light.kind === 'in-step');
    expect(await onServer(accepted)).toHaveLength(1);
    const kept = await counter.db.get<{ code: string; payload: string }>(
      'SELECT code, payload FROM refused_changes WHERE payload LIKE ?',
      [`%${unreadable}%`],
    );
    expect(kept.code).toBe('bad_value');
    const [operation] = JSON.parse(kept.payload) as { op: string; data: { text: string } }[];
    expect(operation?.op).toBe('UNREADABLE');
    expect(JSON.parse(operation?.data.text ?? '')).toMatchObject([
      { op: 'PUT', table: 'customers', id: unreadable, data: { last_name: 'Null\u0000zeichen' } },
    ]);
  });

  it('brings its papers to Storage, with the hash that was made, once', async () => {
    const id = crypto.randomUUID();
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${id}`);
    const sha256 = await sha256Of(bytes);
    const path = `${alpina.id}/${id}.pdf`;
    papers.set(id, bytes);
    const lost = up.loseNextAnswerTo('/storage/v1/object/');
    await counter.db.writeTransaction(async (tx) => {
      await tx.execute(
        `INSERT INTO documents (id, company_id, counter_id, kind, language, bucket, path, mime, sha256, size_bytes, made_at, created_at)
         VALUES (?, ?, ?, 'contract', 'de', 'contract-pdfs', ?, 'application/pdf', ?, ?, ?, ?)`,
        [id, alpina.id, alpina.counters.zurichA, path, sha256, bytes.length, now(), now()],
      );
      await tx.execute(
        `INSERT INTO document_uploads (id, bucket, path, sha256, mime, attempts, created_at)
         VALUES (?, 'contract-pdfs', ?, ?, 'application/pdf', 0, ?)`,
        [id, path, sha256, now()],
      );
    });
    await lost;
    await untilRows('SELECT 1 FROM document_uploads WHERE done_at IS NOT NULL');
    await until(({ kind }) => kind === 'in-step');
    const { data } = await supabase.storage.from('contract-pdfs').download(path);
    expect(await sha256Of(new Uint8Array((await data?.arrayBuffer()) ?? new ArrayBuffer()))).toBe(sha256);
    const { rows } = await server.query(
      'select stored_at is not null as stored from documents where id = $1',
      [id],
    );
    expect(rows).toEqual([{ stored: true }]);
  });
});

async function untilRows<Row>(sql: string): Promise<Row[]> {
  for await (const { array } of counter.db.watch(sql)) {
    if (array.length > 0) return array as Row[];
  }
  return [];
}
