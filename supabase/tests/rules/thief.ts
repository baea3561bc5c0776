import type pg from 'pg';
import { type AccessTable, tableAccess } from '#supabase/access/matrix.ts';

/** A mark that only rows of the other company bear: what is answered to the thief must never hold it. */
export const secret = `GEHEIM-${crypto.randomUUID()}`;

/** Marks rows of a company that are otherwise like those of any other. */
export async function markSecrets(sql: pg.Pool, companyId: string): Promise<void> {
  await sql.query('update customers set note = $2 where company_id = $1', [companyId, secret]);
  await sql.query('update companies set website = $2 where id = $1', [companyId, secret]);
  await sql.query('update vehicles set parking_place = $2 where company_id = $1', [companyId, secret]);
  await sql.query('update users set display_name = $2 where company_id = $1', [companyId, secret]);
}

/** A hash of every table as a company has it, and of its files: the same before and after means that nothing was written. */
export async function fingerprint(sql: pg.Pool, companyId: string): Promise<Record<string, string>> {
  const tables = Object.keys(tableAccess) as AccessTable[];
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t.id), '')) as hash
       from public.${table} t where ${table === 'companies' ? 'id' : 'company_id'} = $1`,
  );
  const { rows } = await sql.query<{ name: string; hash: string }>(
    `${parts.join(' union all ')}
     union all select 'files', md5(coalesce(string_agg(o::text, '|' order by o.id), ''))
       from storage.objects o where o.name like $1::text || '%'`,
    [companyId],
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

export interface SecurityEvent {
  readonly code: string;
  readonly kind: string;
  readonly user_id: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What was noted of a company, the oldest first. */
export async function eventsOf(sql: pg.Pool, companyId: string, code?: string): Promise<SecurityEvent[]> {
  const { rows } = await sql.query<SecurityEvent>(
    `select code, kind, user_id, details from private.security_events
     where company_id = $1 and code = coalesce($2, code) order by occurred_at, id`,
    [companyId, code ?? null],
  );
  return rows;
}

/** Lets the thief be noted again: within an hour only the first few of a kind are. */
export async function forgetEvents(sql: pg.Pool): Promise<void> {
  await sql.query('delete from private.security_events');
}
