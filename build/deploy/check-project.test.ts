import pg from 'pg';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findInstallation } from '#supabase/embedded/postgres/binaries.ts';
import { connectionConfig, withClient } from '#supabase/embedded/postgres/database.ts';
import { createCluster, startPostgres, superuser } from '#supabase/embedded/postgres/process.ts';
import { freePort } from '#supabase/embedded/ports.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { checkConfiguration, checkProject } from './check-project.ts';

const missingIn = (findings: Awaited<ReturnType<typeof checkProject>>): string[] =>
  findings.filter(({ missing }) => missing !== null).map(({ need }) => need);

test('a project with everything lacks only what the embedded Postgres cannot have', async () => {
  const backend = await startTestBackend();
  const client = new pg.Client({ connectionString: backend.databaseUrl });
  await client.connect();
  try {
    expect(missingIn(await checkProject(client))).toEqual(['pg_cron', 'nightly jobs']);

    // And each thing that somebody takes away is named.
    await client.query('begin');
    await client.query('drop publication powersync');
    await client.query(`update storage.buckets set public = true where id = 'contract-photos'`);
    await client.query('create table public.by_hand (id uuid)');
    await client.query(
      'revoke execute on function public.custom_access_token_hook(jsonb) from supabase_auth_admin',
    );
    await client.query(`delete from supabase_migrations.schema_migrations where version = '20261120102000'`);
    await client.query(
      `update counters set device_id = gen_random_uuid() where id = (select id from counters order by id limit 1)`,
    );
    // A question that fails would end this transaction; every answer counts by itself in a deploy.
    await client.query('create schema cron; create table cron.job (jobname text, active boolean)');
    const missing = missingIn(await checkProject(client));
    await client.query('rollback');
    expect(missing.map((need) => need.replace(/\d+/, 'n'))).toEqual([
      'access token hook',
      'publication powersync',
      'bucket contract-photos',
      'row level security on every table',
      'keys of the counters',
      'pg_cron',
      'nightly jobs',
      'n migrations',
    ]);
  } finally {
    await client.end();
    await backend.stop();
  }
});

test('of a bare Postgres, each missing thing is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-bare-'));
  const connection = { port: await freePort(), password: 'thrown-away' };
  const options = {
    ...connection,
    installation: findInstallation(join(folder, 'postgres', 'cluster')),
    syncToDisk: false,
  };
  try {
    await createCluster(options);
    const postgres = await startPostgres(options);
    let findings: Awaited<ReturnType<typeof checkProject>>;
    try {
      findings = await withClient(connectionConfig(connection, superuser), checkProject);
    } finally {
      await postgres.stop();
    }
    expect(findings.filter(({ missing }) => missing === null).map(({ need }) => need)).toEqual([
      'Postgres 15 or newer',
      'wal_level logical',
    ]);
    expect(missingIn(findings).length).toBe(findings.length - 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(options.installation.cluster, { recursive: true, force: true });
  }
});

test('the configuration sets what no database knows', () => {
  expect(missingIn(checkConfiguration())).toEqual([]);
});
