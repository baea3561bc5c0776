import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
  chmodSync,
  appendFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { startBackend } from './backend.ts';
import { freePort } from './ports.ts';
import { removeDataFolder } from './remove-data-folder.ts';
import { startTestBackend, tokenOf } from './testing.ts';

const repository = join(import.meta.dirname, '..', '..');
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

interface Command {
  readonly child: ChildProcess;
  readonly output: string[];
  readonly exit: Promise<number | null>;
  /** Resolves when it listens. */
  readonly listening: Promise<unknown>;
}

function command(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Command {
  const child = spawn(process.execPath, [join(repository, 'supabase', 'embedded', 'main.ts'), ...args], {
    env: { ...process.env, NODE_ENV: 'development', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const listening = Promise.withResolvers<unknown>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (text) => {
      output.push(text);
      if (text.startsWith('Addresses and keys')) listening.resolve(undefined);
    });
  }
  const exit = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  cleanUp.push(async () => {
    child.kill('SIGTERM');
    await exit;
  });
  return { child, output, exit, listening: Promise.race([listening.promise, exit]) };
}

function postgresOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // An ended process that nobody has collected yet (in a container often never) has no command line.
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

describe('the command', () => {
  test('says where it listens, keeps its data and its ports, and leaves nothing running', async () => {
    const folder = dataFolder();
    const first = command(['--data', folder]);
    await first.listening;
    expect(first.output[0]).toMatch(/development/);
    expect(first.output.join('\n')).toContain(demoPeople.owner.email);
    const told = readFileSync(join(folder, 'backend.json'), 'utf8');
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const postgres = postgresOf(folder);
    const { supabaseUrl, anonKey, databaseUrl } = JSON.parse(told) as Record<
      'supabaseUrl' | 'anonKey' | 'databaseUrl',
      string
    >;
    await withDatabase(databaseUrl, (client) =>
      client.query("update public.companies set phone = '+41440000000'"),
    );
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(existsSync(join(folder, 'backend.json'))).toBe(false);
    expect(isAlive(postgres)).toBe(false);

    const second = command(['--data', folder]);
    await second.listening;
    const again = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as Record<string, string>;
    expect(again).toMatchObject({ supabaseUrl, anonKey, databaseUrl });
    const phones = await withDatabase(databaseUrl, (client) =>
      client.query('select distinct phone from public.companies'),
    );
    expect(phones.rows).toEqual([{ phone: '+41440000000' }]);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
  });

  test('refuses production, a second start on the same folder and a taken port, in one sentence', async () => {
    const folder = dataFolder();
    const inProduction = command(['--data', folder], { NODE_ENV: 'production' });
    expect(await inProduction.exit).toBe(1);
    expect(inProduction.output).toEqual([expect.stringMatching(/does not run in production/)]);
    expect(await command(['--data', folder], { SCHALTER_PRODUCTION: '1' }).exit).toBe(1);

    const running = command(['--data', folder]);
    await running.listening;
    const twice = command(['--data', folder]);
    expect(await twice.exit).toBe(1);
    expect(twice.output.at(-1)).toBe(
      `Another backend is already running on ${folder}. Stop it first, or choose another folder with --data.`,
    );
    expect(existsSync(join(folder, 'backend.json'))).toBe(true);

    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => void other.listen(port, '127.0.0.1', () => resolve()));
    cleanUp.push(() => other.close());
    const blocked = command(['--data', dataFolder(), '--gateway-port', String(port)]);
    expect(await blocked.exit).toBe(1);
    expect(blocked.output.at(-1)).toBe(
      `Port ${port} on 127.0.0.1 is used by another program. Stop that program, or choose another port with --gateway-port.`,
    );
  });

  test('killed with SIGKILL: Postgres ends too, and the next start finds everything', async () => {
    const folder = dataFolder();
    const killed = command(['--data', folder]);
    await killed.listening;
    const postgres = postgresOf(folder);
    killed.child.kill('SIGKILL');
    await killed.exit;
    const next = command(['--data', folder]);
    await next.listening;
    expect(postgresOf(folder)).not.toBe(postgres);
    expect(isAlive(postgres)).toBe(false);
    const { databaseUrl } = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const { rows } = await withDatabase(databaseUrl, (client) =>
      client.query('select count(*)::int as n from public.vehicles'),
    );
    expect(rows).toEqual([{ n: 36 }]);
  });

  test('survives a postmaster.pid that names somebody else', async () => {
    const folder = dataFolder();
    const backend = await startTestBackend({ dataFolder: folder, seed: 'none' });
    const pidFile = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
    await backend.stopKeepingData();
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.ppid)));
    const again = await startBackend({ dataFolder: folder, syncToDisk: false });
    await again.stop();
    expect(isAlive(process.ppid)).toBe(true);
  });
});

describe('migrations', () => {
  async function started(folder: string, migrationsFolder: string): Promise<void> {
    const backend = await startBackend({ dataFolder: folder, migrationsFolder, syncToDisk: false });
    await backend.stop();
  }

  test('are applied once; a new one later; an edited, a missing and a broken one are reported by name', async () => {
    const folder = dataFolder();
    const migrations = join(folder, 'migrations');
    cpSync(join(repository, 'supabase', 'migrations'), migrations, { recursive: true });
    await started(folder, migrations);
    const extra = join(migrations, '29990101000000_extra.sql');
    writeFileSync(extra, 'create table public.extra (id uuid primary key);');
    await started(folder, migrations);
    await started(folder, migrations);
    appendFileSync(extra, '\n-- edited');
    await expect(started(folder, migrations)).rejects.toMatchObject({
      code: 'migration_changed',
      message: expect.stringContaining('29990101000000_extra.sql'),
    });
    writeFileSync(extra, 'create table public.extra (id uuid primary key);');
    const broken = join(migrations, '29990102000000_broken.sql');
    writeFileSync(broken, 'create table public.half (id uuid);\n\nselekt 1;');
    await expect(started(folder, migrations)).rejects.toMatchObject({
      code: 'migration_failed',
      message: expect.stringMatching(/29990102000000_broken\.sql, line 3: .*syntax error/),
    });
    writeFileSync(broken, 'create table public.half (id uuid);');
    await started(folder, migrations);
  });
});

test('the people of a test backend can sign in', async () => {
  const backend = await startTestBackend();
  cleanUp.push(() => backend.stop());
  for (const who of Object.values(demoPeople)) expect(await tokenOf(backend, who)).toMatch(/^ey/);
});

async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
