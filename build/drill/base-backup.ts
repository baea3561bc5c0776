import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';

/** Where the cluster of an embedded backend's data folder lies: in it, or where Postgres' own account can reach it. */
export function clusterOf(dataFolder: string): string {
  const elsewhere = join(dataFolder, 'postgres-is-in.txt');
  return existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8') : join(dataFolder, 'postgres');
}

/** What another server must not find: the process that ran, and slots that only that one held. */
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_stat_tmp']);

/**
 * A base backup of a running Postgres, as pg_basebackup makes one (which the npm package does not carry): its files while it
 * goes on working, then the log that makes them whole.
 * @param superuser a connection string of a superuser
 */
export async function takeBaseBackup(
  superuser: pg.ClientConfig,
  cluster: string,
  backup: string,
): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await client.query(`select pg_backup_start('drill', true)`);
    cpSync(cluster, backup, {
      recursive: true,
      // Files come and go while it works; what is missing or torn the log brings back.
      filter: (path) => existsSync(path) && !leftOut.has(basename(path)) && basename(path) !== 'pg_wal',
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    writeFileSync(join(backup, 'backup_label'), rows[0]?.labelfile ?? '');
    cpSync(join(cluster, 'pg_wal'), join(backup, 'pg_wal'), { recursive: true });
  } finally {
    await client.end();
  }
}

/** Puts a base backup where a cluster was. Postgres makes it whole when it starts. */
export function putBack(backup: string, cluster: string): void {
  rmSync(cluster, { recursive: true, force: true });
  cpSync(backup, cluster, { recursive: true });
  for (const empty of ['pg_replslot', 'pg_stat_tmp']) mkdirSync(join(cluster, empty), { recursive: true });
  // Postgres starts on nothing that others can read.
  chmodSync(cluster, 0o700);
}

/** Gives files to the account that Postgres runs as; copies made by root are root's. */
export function giveTo(account: { readonly uid: number; readonly gid: number }, path: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(path, account.uid, account.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(account, join(path, name));
}
