import { createHash } from 'node:crypto';
import pg from 'pg';
import { createClient } from '@supabase/supabase-js';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import type { EmbeddedBackend } from '#supabase/embedded/backend.ts';
import { wholeAudit } from '../support/read-audit.ts';

/** What must be the same before and after: rows of every table, every chain, every stored paper by its hash. */
export interface Evidence {
  readonly rows: Readonly<Record<string, number>>;
  readonly links: number;
  readonly papers: number;
  /** What did not hold; empty when all does. */
  readonly broken: readonly string[];
}

/** Counts every row, follows every chain, and reads every stored paper back through Storage. */
export async function gatherEvidence(backend: EmbeddedBackend): Promise<Evidence> {
  const client = new pg.Client({ connectionString: backend.databaseUrl });
  await client.connect();
  const broken: string[] = [];
  try {
    const tables = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
       where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'auth'::regnamespace, 'storage'::regnamespace)
         and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    const rows: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const counted = await client.query<{ count: string }>(`select count(*) from ${name}`);
      rows[name] = Number(counted.rows[0]?.count);
    }
    let links = 0;
    const companies = await client.query<{ id: string }>('select id from public.companies order by id');
    for (const { id } of companies.rows) {
      const verified = verifyChain(await wholeAudit(client, id));
      if (verified.ok) links += verified.value.links;
      else broken.push(`chain of company ${id}: ${verified.refusal.code}`);
    }
    const storage = createClient(backend.supabaseUrl, backend.serviceRoleKey, {
      auth: { persistSession: false },
    }).storage;
    const papers = await client.query<{ bucket: string; path: string; sha256: string }>(
      'select bucket, path, sha256 from public.documents where stored_at is not null',
    );
    for (const { bucket, path, sha256 } of papers.rows) {
      const { data, error } = await storage.from(bucket).download(path);
      const found = error ? error.message : hashOf(new Uint8Array(await data.arrayBuffer()));
      if (found !== sha256) broken.push(`paper ${path}: ${found}`);
    }
    return { rows, links, papers: papers.rows.length, broken };
  } finally {
    await client.end();
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
