import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectionConfig, prepareDatabase } from '../../embedded/postgres/database.ts';
import { type Migration, applyMigrations, readMigrations } from '../../embedded/postgres/migrate.ts';
import { superuser } from '../../embedded/postgres/process.ts';
import { withThrowAwayPostgres } from '../../embedded/postgres/throw-away.ts';

const folder = join(import.meta.dirname, '..', '..', 'migrations');
export const migrations: readonly Migration[] = readMigrations(folder);

/** A database that stopped at some migration, and can be brought on from there. */
export interface OldDatabase {
  /** As nobody who works with it: sees and fills everything. */
  readonly sql: pg.Client;
  /** Applies the migrations up to this one, as a release does: each in a transaction of its own, as `postgres`. */
  migrateTo(version: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database on which only the migrations up to this version ran. */
export async function openOldDatabase(version: string): Promise<OldDatabase> {
  const opened = Promise.withResolvers<Omit<OldDatabase, 'close'>>();
  const done = Promise.withResolvers<undefined>();
  const running = withThrowAwayPostgres(async (connection) => {
    const first = mkdtempSync(join(tmpdir(), 'schalter-migrations-'));
    for (const { file } of upTo(version)) cpSync(join(folder, file), join(first, file));
    await prepareDatabase(connection, first).finally(() => rmSync(first, { recursive: true, force: true }));
    const sql = new pg.Client(connectionConfig(connection, superuser));
    const releasing = new pg.Client(connectionConfig(connection, 'postgres'));
    await Promise.all([sql.connect(), releasing.connect()]);
    opened.resolve({
      sql,
      migrateTo: async (wanted) => void (await applyMigrations(releasing, upTo(wanted))),
    });
    await done.promise;
    await Promise.all([sql.end(), releasing.end()]);
  });
  running.catch(opened.reject);
  return {
    ...(await opened.promise),
    async close() {
      done.resolve(undefined);
      await running;
    },
  };
}

function upTo(version: string): Migration[] {
  return migrations.filter((migration) => migration.version <= version);
}
