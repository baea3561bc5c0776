/**
 * `npm run drill`: a restore drill against the embedded backend. Makes a company with a past and a counter that works, takes a
 * backup while it does, destroys everything, restores it, and proves that it is the same. Exit code 1 when it is not.
 *
 * On a hosted project Supabase keeps the backups: supabase/runbooks/restore-drill.md says how the same is proved there.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import pg from 'pg';
import { connectionConfig } from '#supabase/embedded/postgres/database.ts';
import { superuser } from '#supabase/embedded/postgres/process.ts';
import { startTestBackend, tokenOf } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { generateContracts } from '#supabase/seeds/generate.ts';
import { CounterPc, until } from '../demo/counter-process.ts';
import { rent, someCustomer } from '../demo/rent.ts';
import { clusterOf, giveTo, putBack, takeBaseBackup } from './base-backup.ts';
import { gatherEvidence } from './evidence.ts';

const past = 20_000;
/** What may be lost in time and in rows (supabase/runbooks/restore-drill.md): two hours, fifteen minutes. */
const recoveryTime = 2 * 3_600_000;

const work = mkdtempSync(join(tmpdir(), 'schalter-drill-'));
try {
  process.exitCode = await drill();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function drill(): Promise<number> {
  let backend = await startTestBackend({ syncToDisk: true });
  const { dataFolder } = backend;
  try {
    const pool = new pg.Pool({ connectionString: backend.databaseUrl });
    await workAtACounter(backend, pool);
    await generateContracts(pool, { companyId: alpina.id, count: past, seed: 1 });
    await pool.end();
    const before = await gatherEvidence(backend);
    say(`before: ${total(before.rows)} rows, ${before.links} links, ${before.papers} papers`);

    const backup = join(work, 'backup');
    const cluster = clusterOf(dataFolder);
    const account = statSync(cluster);
    const began = performance.now();
    await takeBaseBackup(superuserOf(dataFolder), cluster, join(backup, 'postgres'));
    for (const part of ['storage', 'secrets.json'])
      cpSync(join(dataFolder, part), join(backup, part), { recursive: true });
    say(`backup taken while it ran: ${seconds(began)}`);

    await backend.stopKeepingData();
    for (const lost of [
      cluster,
      join(dataFolder, 'storage'),
      join(dataFolder, 'stream'),
      join(dataFolder, 'secrets.json'),
    ])
      rmSync(lost, { recursive: true, force: true });
    say('destroyed: the database, the files, the keys');

    const lost = performance.now();
    putBack(join(backup, 'postgres'), cluster);
    giveTo(account, cluster);
    for (const part of ['storage', 'secrets.json'])
      cpSync(join(backup, part), join(dataFolder, part), { recursive: true });
    backend = await startTestBackend({ dataFolder, syncToDisk: true });
    await tokenOf(backend, demoPeople.zurich);
    const took = performance.now() - lost;
    const after = await gatherEvidence(backend);
    say(`after:  ${total(after.rows)} rows, ${after.links} links, ${after.papers} papers`);
    // Signing in again is a session more, by design.
    const same = isDeepStrictEqual(withoutSessions(after.rows), withoutSessions(before.rows));
    const broken = [...before.broken, ...after.broken];
    for (const what of broken) say(`broken: ${what}`);
    for (const table of same ? [] : differing(before.rows, after.rows)) say(`differs: ${table}`);
    const good =
      same && broken.length === 0 && before.links > 0 && before.papers > 0 && after.papers === before.papers;
    say(
      `restored until somebody can sign in: ${(took / 1000).toFixed(1)} s (at most ${recoveryTime / 3_600_000} h)`,
    );
    say(good ? 'Everything is there, and proved.' : 'The drill failed.');
    return good && took < recoveryTime ? 0 : 1;
  } finally {
    await backend.stop();
  }
}

/** A contract is signed, its paper made and stored, as on any day. */
async function workAtACounter(
  backend: Awaited<ReturnType<typeof startTestBackend>>,
  pool: pg.Pool,
): Promise<void> {
  const pc = await CounterPc.setUp(join(work, 'counter'), backend);
  try {
    await pc.switchOn();
    await pc.signIn(demoPeople.zurich, alpina.counters.zurichA);
    const customer = await someCustomer(pc.counter, 1);
    await rent(pc.counter, { customerId: customer.id, days: 2 });
    await until('the paper is stored', async () => {
      const { rowCount } = await pool.query('select from documents where stored_at is not null');
      return (rowCount ?? 0) > 0;
    });
  } finally {
    await pc.switchOff();
  }
}

function superuserOf(dataFolder: string): pg.ClientConfig {
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as {
    databasePassword: string;
  };
  const ports = JSON.parse(readFileSync(join(dataFolder, 'last-ports.json'), 'utf8')) as { postgres: number };
  return connectionConfig({ port: ports.postgres, password: secrets.databasePassword }, superuser);
}

function withoutSessions(rows: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(rows).filter(([name]) => !['auth.sessions', 'auth.refresh_tokens'].includes(name)),
  );
}

function differing(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${before[name] ?? 'none'} before, ${after[name] ?? 'none'} after`);
}

function total(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  console.log(line);
}
