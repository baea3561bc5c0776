import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StartupError } from '../startup-error.ts';

export interface Migration {
  readonly version: string;
  readonly name: string;
  readonly file: string;
  readonly sql: string;
}

/** `20261120090000_companies.sql` in order of their versions, as the Supabase CLI reads them. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .map((file) => ({ file, match: /^(\d+)_(.+)\.sql$/.exec(file) }))
    .flatMap(({ file, match }) =>
      match?.[1] !== undefined && match[2] !== undefined
        ? [{ version: match[1], name: match[2], file, sql: readFileSync(join(folder, file), 'utf8') }]
        : [],
    )
    .toSorted((a, b) => (a.version < b.version ? -1 : a.version > b.version ? 1 : 0));
}

/**
 * Applies what is not applied yet, each in a transaction of its own together with its line in the ledger.
 * @returns the versions applied now
 * @throws StartupError `migration_changed`, `migration_missing`, `migration_failed`
 */
export async function applyMigrations(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<string[]> {
  const { rows } = await client.query<{ version: string; name: string; statements: string[] }>(
    'select version, name, statements from supabase_migrations.schema_migrations order by version',
  );
  const applied = new Map(rows.map((row) => [row.version, row]));
  for (const row of rows) {
    if (migrations.some(({ version }) => version === row.version)) continue;
    throw new StartupError(
      'migration_missing',
      `Migration ${row.version}_${row.name} was applied to this database but its file is gone. ` +
        'Bring the file back, or start with a fresh data folder (--data).',
    );
  }
  const done: string[] = [];
  for (const migration of migrations) {
    const earlier = applied.get(migration.version);
    if (earlier) refuseIfEdited(migration, earlier.statements);
    else {
      await applyOne(client, migration);
      done.push(migration.version);
    }
  }
  return done;
}

function refuseIfEdited(migration: Migration, statements: readonly string[]): void {
  if (statements.length === 1 && statements[0] === migration.sql) return;
  throw new StartupError(
    'migration_changed',
    `${migration.file} was edited after it had been applied to this database. ` +
      'Undo the edit and write a new migration, or start with a fresh data folder (--data).',
  );
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query(
      'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
      [migration.version, migration.name, [migration.sql]],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new StartupError(
      'migration_failed',
      `${migration.file}${place(migration.sql, error)}: ${String(error)}`,
    );
  }
}

function place(sql: string, error: unknown): string {
  if (typeof error !== 'object' || error === null || !('position' in error)) return '';
  const position = Number(error.position);
  return Number.isFinite(position) ? `, line ${sql.slice(0, position).split('\n').length}` : '';
}
