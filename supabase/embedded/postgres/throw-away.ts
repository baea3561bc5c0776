import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.ts';
import { findInstallation } from './binaries.ts';
import type { Connection } from './database.ts';
import { createCluster, startPostgres } from './process.ts';

/** Runs something with a new Postgres that holds nothing yet, and throws it away. */
export async function withThrowAwayPostgres<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
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
      return await work(connection);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(options.installation.cluster, { recursive: true, force: true });
  }
}
