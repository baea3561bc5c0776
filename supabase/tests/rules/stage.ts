import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { type TestBackend, startTestBackend } from '#supabase/embedded/testing.ts';
import { type Places, fillPlaces } from './places.ts';

export interface Stage {
  readonly backend: TestBackend;
  /** As the server itself; `asPerson` takes it to work as somebody. */
  readonly sql: pg.Pool;
  readonly places: Places;
}

/** A backend for the tests of a file, with the demo and one row of every table in three branches. Call it at the top. */
export function useStage(connections = 1): () => Stage {
  let stage: Stage | undefined;
  beforeAll(async () => {
    const backend = await startTestBackend();
    const sql = new pg.Pool({
      connectionString: backend.databaseUrl,
      max: connections,
      connectionTimeoutMillis: 10_000,
    });
    stage = { backend, sql, places: await fillPlaces(sql) };
  });
  afterAll(async () => {
    await stage?.sql.end();
    await stage?.backend.stop();
  });
  return () => {
    if (!stage) throw new Error('the backend did not start');
    return stage;
  };
}
