import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { readMigrations } from '#supabase/embedded/postgres/migrate.ts';

/** One thing a project needs. `missing` says in a line what to do; null when it is there. */
export interface Finding {
  readonly need: string;
  readonly missing: string | null;
}

interface Need {
  readonly need: string;
  /** One row, one boolean `there`. */
  readonly question: string;
  readonly values?: readonly unknown[];
  readonly missing: string;
}

const repository = join(import.meta.dirname, '..', '..');

/**
 * Asks a database for everything that the product needs of a project, and names what is missing. Reads only. What a database
 * cannot know (whether Auth calls the hook, its key kind, the PowerSync instance) is in supabase/config.toml and the runbook.
 */
export async function checkProject(client: pg.ClientBase): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { need, question, values, missing } of [...needs(), ...migrationNeeds()]) {
    // A question about what is not there at all fails: then it is missing, too.
    const there = await client.query<{ there: boolean }>(question, [...(values ?? [])]).then(
      ({ rows }) => rows[0]?.there === true,
      () => false,
    );
    findings.push({ need, missing: there ? null : missing });
  }
  return findings;
}

function needs(): readonly Need[] {
  const roles = [
    'anon',
    'authenticated',
    'service_role',
    'authenticator',
    'supabase_auth_admin',
    'supabase_storage_admin',
  ];
  const buckets = ['contract-pdfs', 'contract-photos'];
  return [
    {
      need: 'Postgres 15 or newer',
      question: `select current_setting('server_version_num')::integer >= 150000 as there`,
      missing: 'upgrade Postgres',
    },
    {
      need: 'wal_level logical',
      question: `select current_setting('wal_level') = 'logical' as there`,
      missing: 'set wal_level = logical and restart: PowerSync reads the log',
    },
    ...roles.map((role) => ({
      need: `role ${role}`,
      question: 'select exists (select from pg_roles where rolname = $1) as there',
      values: [role],
      missing: 'this is not a Supabase database',
    })),
    {
      need: 'role for PowerSync',
      question: `select exists (select from pg_roles r where r.rolname = 'powersync_role' and r.rolreplication and r.rolcanlogin
        and has_table_privilege(r.oid, 'public.contracts', 'select')
        and has_schema_privilege(r.oid, 'private', 'usage') and has_table_privilege(r.oid, 'private.stream_passes', 'select')) as there`,
      missing:
        'create role powersync_role with replication bypassrls login password …; grant select on all tables in schema public, and on private.stream_passes with usage on schema private, to it',
    },
    ...['pgcrypto', 'btree_gist', 'pg_stat_statements'].map((extension) => ({
      need: `extension ${extension}`,
      question: 'select exists (select from pg_extension where extname = $1) as there',
      values: [extension],
      missing: `create extension ${extension} with schema extensions`,
    })),
    {
      need: 'access token hook',
      question: `select has_function_privilege('supabase_auth_admin', 'public.custom_access_token_hook(jsonb)', 'execute') as there`,
      missing: 'push the migrations, then choose public.custom_access_token_hook under Auth → Hooks',
    },
    {
      need: 'publication powersync',
      question: `select exists (select from pg_publication where pubname = 'powersync') and not exists (
        select from private.synced_tables where name not in (select tablename from pg_publication_tables where pubname = 'powersync')) as there`,
      missing: 'push the migrations: they make it, and add every synced table',
    },
    ...buckets.map((bucket) => ({
      need: `bucket ${bucket}`,
      question: 'select exists (select from storage.buckets where id = $1 and not public) as there',
      values: [bucket],
      missing: 'push the migrations; if it is there, make it private',
    })),
    {
      need: 'policies of Storage',
      question: `select count(*) = 2 as there from pg_policies where schemaname = 'storage' and tablename = 'objects'
        and policyname in ('the company reads its files', 'staff add files of their company')`,
      missing: 'push the migrations',
    },
    {
      need: 'row level security on every table',
      question: `select count(*) > 0 and bool_and(relrowsecurity) as there from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
      missing: 'somebody added a table by hand: enable row level security on it, or remove it',
    },
    {
      need: 'keys of the counters',
      question: `select not exists (select from public.counters where is_active and device_id is not null and public_key is null) as there`,
      missing: 'a counter in use signs nothing: update it, it tells its key by itself at the next start',
    },
    {
      need: 'partitions of the next month',
      question: `select count(*) = 0 as there from private.partitioned_tables t
        where to_regclass(format('private.%s_%s', t.name, to_char(now() + interval '1 month', 'YYYY_MM'))) is null`,
      missing: 'select private.make_partitions(); and look why the nightly jobs did not',
    },
    {
      need: 'signatures verified',
      question: `select not exists (select from private.links_to_verify where received_at < now() - interval '1 hour') as there`,
      missing:
        'the edge function verify-signatures is not called: deploy it, and schedule it every five minutes',
    },
    {
      need: 'pg_cron',
      question: `select exists (select from pg_extension where extname = 'pg_cron') as there`,
      missing: 'enable pg_cron; without it something else must run `select private.run_jobs()` every night',
    },
    {
      need: 'nightly jobs',
      question: `select exists (select from cron.job where jobname = 'schalter-jobs' and active) as there`,
      missing: 'select private.schedule_jobs()',
    },
  ];
}

/** Every migration of this version, unmodified. */
function migrationNeeds(): readonly Need[] {
  const versions = readMigrations(join(repository, 'supabase', 'migrations')).map(({ version }) => version);
  return [
    {
      need: `${versions.length} migrations`,
      question: `select not exists (select from unnest($1::text[]) v where v not in
        (select version from supabase_migrations.schema_migrations)) as there`,
      values: [versions],
      missing: 'npx supabase db push',
    },
  ];
}

/** What no database says by itself and the configuration has to: whether this file still sets it. */
export function checkConfiguration(path = join(repository, 'supabase', 'config.toml')): readonly Finding[] {
  const text = readFileSync(path, 'utf8');
  const wanted = ['[auth.hook.custom_access_token]', 'enable_signup = false', 'jwt_expiry = 3600'];
  return wanted.map((line) => ({
    need: `config.toml: ${line}`,
    missing: text.includes(line) ? null : 'bring the line back',
  }));
}
