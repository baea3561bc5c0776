import { join } from 'node:path';
import type pg from 'pg';
import { connectionConfig, prepareDatabase, withClient } from '#supabase/embedded/postgres/database.ts';
import { superuser } from '#supabase/embedded/postgres/process.ts';
import { withThrowAwayPostgres } from '#supabase/embedded/postgres/throw-away.ts';

/** Runs something against a new Postgres with every migration applied, and throws it away. */
export async function withMigratedDatabase<T>(
  work: (client: pg.Client, connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  return await withThrowAwayPostgres(async (connection) => {
    await prepareDatabase(connection, join(import.meta.dirname, '..', '..', 'supabase', 'migrations'));
    const config = connectionConfig(connection, superuser);
    return await withClient(config, (client) => work(client, config));
  });
}
