import pg from 'pg';
import type { AccessTable } from '#supabase/access/matrix.ts';
import type { DemoSignIn } from '#supabase/seeds/demo-people.ts';
import type { Row } from './rows.ts';

/** How many rows a statement met, or the SQLSTATE and the code (of a rule) that refused it. */
export type Answer = { readonly met: number } | { readonly state: string; readonly code: string };

/** Asks as somebody, in a transaction of its own that is thrown away. Null is nobody: no token at all. */
export async function ask(
  sql: pg.Pool,
  who: DemoSignIn | null,
  text: string,
  values: readonly unknown[] = [],
): Promise<Answer> {
  const client = await sql.connect();
  try {
    const role = who === null ? 'anon' : 'authenticated';
    const claims =
      who === null
        ? { role }
        : { sub: who.id, role, company_id: who.companyId, user_role: who.role, aud: 'authenticated' };
    await client.query(
      `begin; select set_config('request.jwt.claims', ${client.escapeLiteral(JSON.stringify(claims))}, true); set local role ${role}`,
    );
    const { rowCount } = await client.query(text, [...values]);
    return { met: rowCount ?? 0 };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { state: error.code ?? 'unknown', code: error.detail ?? '' };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const quoted = (row: Row): string =>
  Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');

/** The statement that adds a row, with its values. */
export function insertOf(table: AccessTable, row: Row): readonly [string, readonly unknown[]] {
  const names = quoted(row);
  return [
    `insert into public.${table} (${names}) select ${names} from json_populate_record(null::public.${table}, $1)`,
    [JSON.stringify(row)],
  ];
}

/** The statement that changes a row, with its values. */
export function updateOf(table: AccessTable, id: string, change: Row): readonly [string, readonly unknown[]] {
  const names = quoted(change);
  return [
    `update public.${table} t set (${names}) = (select ${names} from json_populate_record(null::public.${table}, $2))
     where t.id = $1`,
    [id, JSON.stringify(change)],
  ];
}
