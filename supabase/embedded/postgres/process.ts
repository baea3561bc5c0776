import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { host } from '../ports.ts';
import { StartupError } from '../startup-error.ts';
import { watchdog } from '../watchdog.ts';
import type { Installation } from './binaries.ts';

export const superuser = 'supabase_admin';

export interface PostgresProcess {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly installation: Installation;
  readonly port: number;
  readonly password: string;
  /** False only for tests whose data is thrown away: survives a killed process, not a power cut. */
  readonly syncToDisk: boolean;
}

/** Creates the cluster if it is not there yet. Returns true when it was created now. */
export async function createCluster({
  installation,
  password,
  syncToDisk,
}: PostgresOptions): Promise<boolean> {
  const { cluster, account, initdb } = installation;
  const marker = join(cluster, 'schalter-created');
  const owner = createHash('sha256').update(password).digest('hex');
  // Written last: a first start that was killed in initdb is begun again.
  if (existsSync(marker)) {
    const made = readFileSync(marker, 'utf8');
    // Empty in folders made before the marker said whose they are.
    if (made === '') writeFileSync(marker, owner);
    if (made === '' || made === owner) return false;
    if (!installation.isApart) {
      throw new StartupError(
        'postgres_failed',
        `The secrets.json beside ${cluster} is not the one its database was made with. Bring it back, or start with a fresh data folder (--data).`,
      );
    }
    // Left over from a data folder of the same name that was deleted.
    renameSync(cluster, `${cluster}.old-${Date.now()}`);
  }
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = join(dirname(cluster), `.password-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(cluster, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await promisify(execFile)(
      initdb,
      [
        `--pgdata=${cluster}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(syncToDisk ? [] : ['--no-sync']),
      ],
      { ...asAccount(installation), cwd: cluster, env: environment() },
    );
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new StartupError(
      'postgres_failed',
      `Postgres could not create its data in ${cluster}: ${output.trim()}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(marker, owner);
  return true;
}

/** Starts the server and resolves when it accepts connections. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresProcess> {
  const { installation, port, syncToDisk } = options;
  await endOrphan(installation.cluster);
  const settings = {
    listen_addresses: host,
    unix_socket_directories: '',
    wal_level: 'logical',
    max_wal_senders: '10',
    max_replication_slots: '10',
    max_connections: '100',
    shared_preload_libraries: 'pg_stat_statements',
    jit: 'off',
    fsync: syncToDisk ? 'on' : 'off',
    // A statement or a DETAIL line may hold somebody's name: neither goes to a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'UTC',
  };
  const child = spawn(
    installation.postgres,
    [
      '-D',
      installation.cluster,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...asAccount(installation),
      cwd: installation.cluster,
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own process group, so that Ctrl+C in the terminal reaches us alone and we stop it in order.
      detached: true,
    },
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const pid = await ready(child, port);
  const guard = watchdog(pid, 'INT');
  return {
    port,
    pid,
    exited: exited.then(() => guard.dismiss()),
    async stop() {
      child.kill('SIGINT');
      const impatient = setTimeout(() => child.kill('SIGQUIT'), 10_000);
      await exited;
      clearTimeout(impatient);
      guard.dismiss();
    },
  };
}

function ready(child: ChildProcess, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text: string) => {
      output = (output + text).slice(-4_000);
      if (output.includes('database system is ready to accept connections') && child.pid !== undefined)
        resolve(child.pid);
    });
    const failed = (): void => {
      if (output.includes('Address already in use')) {
        reject(
          new StartupError('port_in_use', `Port ${port} was taken while Postgres was starting. Start again.`),
        );
      } else {
        reject(
          new StartupError('postgres_failed', `Postgres did not start: ${output.trim() || 'no output'}`),
        );
      }
    };
    child.once('exit', failed);
    child.once('error', failed);
  });
}

/**
 * After a hard kill postmaster.pid names a process that is dying, gone, or (its number reused) somebody else's. We
 * hold the folder's lock, so a server that really runs on this cluster is our orphan.
 */
async function endOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (Number.isSafeInteger(pid) && pid > 1 && (await commandOf(pid)).includes(cluster)) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; existsSync(pidFile) && (await commandOf(pid)).includes(cluster); waited += 25) {
      if (waited >= 10_000) process.kill(pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  rmSync(pidFile, { force: true });
}

async function commandOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

function asAccount({ account }: Installation): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };
}
