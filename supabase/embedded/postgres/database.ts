import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { host } from '../ports.ts';
import { applyMigrations, readMigrations } from './migrate.ts';
import { superuser } from './process.ts';

export interface Connection {
  readonly port: number;
  readonly password: string;
}

/** The roles that may log in; all have the one password of the data folder. */
export type LoginRole =
  | 'supabase_admin'
  | 'postgres'
  | 'authenticator'
  | 'supabase_auth_admin'
  | 'powersync_role';

export function connectionConfig({ port, password }: Connection, role: LoginRole): pg.ClientConfig {
  return { host, port, user: role, password, database: 'postgres', application_name: 'schalter-embedded' };
}

export function databaseUrl({ port, password }: Connection, role: LoginRole = 'postgres'): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${host}:${port}/postgres`;
}

/** Runs something over one connection of its own. */
export async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database up to date: what a Supabase project has by itself (once, in one transaction), then the
 * migrations as `postgres`.
 */
export async function prepareDatabase(connection: Connection, migrationsFolder: string): Promise<string[]> {
  await withClient(connectionConfig(connection, superuser), async (client) => {
    const { rowCount } = await client.query("select from pg_namespace where nspname = 'supabase_migrations'");
    if (rowCount === 0) await createPlatform(client, connection.password);
  });
  return await withClient(connectionConfig(connection, 'postgres'), (client) =>
    applyMigrations(client, readMigrations(migrationsFolder)),
  );
}

async function createPlatform(client: pg.Client, password: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', 'platform');
  await client.query('begin');
  for (const file of readdirSync(folder).toSorted()) {
    if (file.endsWith('.sql')) await client.query(readFileSync(join(folder, file), 'utf8'));
  }
  for (const role of ['postgres', 'authenticator', 'supabase_auth_admin', 'powersync_role']) {
    await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  }
  await client.query('commit');
}
