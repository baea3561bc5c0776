import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { findInstallation } from '#supabase/embedded/postgres/binaries.ts';
import { connectionConfig, prepareDatabase, withClient } from '#supabase/embedded/postgres/database.ts';
import { createCluster, startPostgres, superuser } from '#supabase/embedded/postgres/process.ts';
import { freePort } from '#supabase/embedded/ports.ts';

/** Runs something against a new Postgres with every migration applied, and throws it away. */
export async function withMigratedDatabase<T>(
  work: (client: pg.Client, connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-schema-'));
  const connection = { port: await freePort(), password: 'thrown-away' };
  const options = {
    ...connection,
    installation: findInstallation(join(folder, 'postgres', 'cluster')),
    syncToDisk: false,
  };
  try {
    await createCluster(options);
    const postgres = await startPostgres(options);
    try {
      await prepareDatabase(connection, join(import.meta.dirname, '..', '..', 'supabase', 'migrations'));
      const config = connectionConfig(connection, superuser);
      return await withClient(config, (client) => work(client, config));
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(options.installation.cluster, { recursive: true, force: true });
  }
}
