import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { demoId } from '#supabase/seeds/demo-id.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import type { EmbeddedBackend } from '../backend.ts';
import { removeDataFolder } from '../remove-data-folder.ts';
import { startTestBackend, tokenOf } from '../testing.ts';
import { StreamClient, withBranchesOf } from './testing-client.ts';
import { inPostgres, received } from './testing-rows.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const work of cleanUp.splice(0).toReversed()) await work();
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-backend-'));
  chmodSync(folder, 0o711);
  cleanUp.push(() => removeDataFolder(folder));
  return folder;
}

/** The backend as the command starts it, in a process that can be killed. */
async function start(
  folder: string,
): Promise<{ child: ChildProcess; backend: Omit<EmbeddedBackend, 'stop'> }> {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const child = spawn(process.execPath, [main, '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  cleanUp.push(async () => {
    if (child.kill('SIGTERM')) await exit;
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('Addresses')) break;
  child.stdout.resume();
  const backend = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as Omit<
    EmbeddedBackend,
    'stop'
  >;
  return { child, backend };
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Writes without pause until the database goes away. */
async function writeUntilGone(url: string, round: number): Promise<number> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  let written = 0;
  try {
    for (;;) {
      await client.query(
        `insert into public.customers (id, company_id, last_name) select gen_random_uuid(), $1, $2 from generate_series(1, 20)`,
        [alpina.id, `Runde ${round}`],
      );
      await client.query('update public.vehicles set parking_place = $2 where id = $1', [
        demoId('vehicle/ZH 218401'),
        `R${round}-${written}`,
      ]);
      written += 1;
    }
  } catch {
    return written;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('killed at any moment, again and again: no row is missing, none comes twice, and nothing is sent anew', async () => {
  const folder = dataFolder();
  let running = await start(folder);
  const counter = new StreamClient({
    url: running.backend.powersyncUrl,
    token: '',
    streams: withBranchesOf(Object.values(alpina.counters)),
  });
  for (let round = 0; round < 4; round += 1) {
    const token = await tokenOf({ ...running.backend, stop: () => Promise.resolve() }, demoPeople.zurich);
    await counter.connect(token);
    const writing = writeUntilGone(running.backend.databaseUrl, round);
    // Kill it in the middle of the flow, at another moment each time.
    await counter.until(() => {
      const place = counter.rows('vehicles').get(demoId('vehicle/ZH 218401'))?.['parking_place'];
      const [seenRound, written] = String(place).slice(1).split('-').map(Number);
      return seenRound === round && (written ?? 0) >= round * 7 + 3;
    });
    await kill(running.child);
    await counter.disconnect();
    expect(await writing).toBeGreaterThan(round * 7);
    running = await start(folder);
  }
  const token = await tokenOf({ ...running.backend, stop: () => Promise.resolve() }, demoPeople.zurich);
  await counter.connect(token);
  await counter.catchUp(token);
  const database = new pg.Pool({ connectionString: running.backend.databaseUrl });
  expect(received(counter)).toEqual(await inPostgres(database, alpina.id));
  // The buckets kept their names over all kills: a new snapshot would have given them others.
  const names = counter.lines.flatMap((line) =>
    'checkpoint' in line ? line.checkpoint.buckets.map(({ bucket }) => bucket) : [],
  );
  // Eight streams that everybody gets, the shelves of two branches, and the chains of three counters.
  expect(new Set(names).size).toBe(13);
  await counter.disconnect();
  await database.end();
}, 120_000);

test('changed streams give new buckets, with what the new file says', async () => {
  const folder = dataFolder();
  const streamsFile = join(folder, 'streams.yaml');
  copyFileSync(
    join(import.meta.dirname, '..', '..', '..', 'sync', 'streams', 'sync-streams.yaml'),
    streamsFile,
  );
  const before = await startTestBackend({ dataFolder: folder, streamsFile });
  const counter = new StreamClient({
    url: before.powersyncUrl,
    token: await tokenOf(before, demoPeople.zurich),
  });
  await counter.connect();
  await counter.catchUp();
  expect(counter.rows('rates').size).toBe(18);
  await counter.disconnect();
  await before.stopKeepingData();

  const yaml = readFileSync(streamsFile, 'utf8').replace(
    'SELECT * FROM rates WHERE',
    'SELECT id, company_id, name FROM rates WHERE minimum_days = 1 AND',
  );
  writeFileSync(streamsFile, yaml);
  const after = await startTestBackend({ dataFolder: folder, streamsFile });
  const token = await tokenOf(after, demoPeople.zurich);
  await counter.connect(token);
  await counter.catchUp(token);
  const rates = [...counter.rows('rates').values()];
  expect(rates).toHaveLength(6);
  expect(Object.keys(rates[0] ?? {})).toEqual(['id', 'company_id', 'name']);
  expect(counter.rows('customers').size).toBe(60);
  await counter.disconnect();
  const slots = await query(after.databaseUrl, 'select count(*)::int as n from pg_replication_slots');
  expect(slots).toEqual([{ n: 1 }]);
  await after.stop();
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

test('damaged state is built anew', async () => {
  const folder = dataFolder();
  await (await startTestBackend({ dataFolder: folder })).stopKeepingData();
  const state = join(folder, 'stream', 'operations.sqlite');
  const bytes = readFileSync(state);
  writeFileSync(state, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0x5a)]));
  const events: string[] = [];
  const again = await startTestBackend({ dataFolder: folder, log: ({ event }) => void events.push(event) });
  const counter = new StreamClient({
    url: again.powersyncUrl,
    token: await tokenOf(again, demoPeople.zurich),
  });
  await counter.connect();
  await counter.catchUp();
  expect(counter.rows('vehicles').size).toBe(30);
  expect(events).toContain('stream_state_damaged');
  await counter.disconnect();
  await again.stop();
});

test('state that fell behind its slot, as after a power cut, is noticed and built anew', async () => {
  const folder = dataFolder();
  const first = await startTestBackend({ dataFolder: folder });
  const token = await tokenOf(first, demoPeople.zurich);
  const counter = new StreamClient({ url: first.powersyncUrl, token });
  await counter.connect();
  await counter.catchUp();
  await counter.disconnect();
  await first.stopKeepingData();
  const state = join(folder, 'stream', 'operations.sqlite');
  copyFileSync(state, join(folder, 'old.sqlite'));

  const second = await startTestBackend({ dataFolder: folder });
  await query(
    second.databaseUrl,
    `insert into public.customers (id, company_id, last_name) values (gen_random_uuid(), '${alpina.id}', 'Verloren')`,
  );
  await counter.connect(await tokenOf(second, demoPeople.zurich));
  await counter.catchUp(await tokenOf(second, demoPeople.zurich));
  await counter.disconnect();
  await second.stopKeepingData();
  copyFileSync(join(folder, 'old.sqlite'), state);

  const third = await startTestBackend({ dataFolder: folder });
  const late = new StreamClient({ url: third.powersyncUrl, token: await tokenOf(third, demoPeople.zurich) });
  await late.connect();
  await late.catchUp();
  expect([...late.rows('customers').values()].map((row) => row['last_name'])).toContain('Verloren');
  await late.disconnect();
  await third.stop();
});
