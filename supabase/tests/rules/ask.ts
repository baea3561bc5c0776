import pg from 'pg';
import type { AccessTable } from '#supabase/access/matrix.ts';
import type { DemoSignIn } from '#supabase/seeds/demo-people.ts';
import type { Row } from './rows.ts';

/** How many rows a statement met; or the SQLSTATE that refused it, with the code of a rule or the name of a constraint. */
export type Answer = { readonly met: number } | { readonly state: string; readonly code: string };

/** Within one transaction of somebody, which is thrown away. What is refused takes only itself back. */
export interface Turn {
  ask(text: string, values?: readonly unknown[]): Promise<Answer>;
  add(table: AccessTable, row: Row): Promise<Answer>;
  change(table: AccessTable, id: string, change: Row): Promise<Answer>;
  /** Looked up as the server, past every policy, in the same transaction. */
  look<Found extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Found[]>;
}

/** Works as somebody with a token; null is nobody: no token at all. Nothing of it stays. */
export async function asPerson<T>(
  sql: pg.Pool,
  who: DemoSignIn | null,
  work: (turn: Turn) => Promise<T>,
  moreClaims: Row = {},
): Promise<T> {
  const client = await sql.connect();
  const role = who === null ? 'anon' : 'authenticated';
  const claims =
    who === null
      ? { role }
      : { sub: who.id, role, company_id: who.companyId, user_role: who.role, ...moreClaims };
  const answerTo: Turn['ask'] = async (text, values = []) => {
    await client.query('savepoint before');
    try {
      const { rowCount } = await client.query(text, [...values]);
      return { met: rowCount ?? 0 };
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      await client.query('rollback to before');
      const code = error.code === 'RF000' ? error.detail : error.constraint;
      return { state: error.code ?? 'unknown', code: code ?? '' };
    }
  };
  try {
    await client.query(
      `begin; select set_config('request.jwt.claims', ${client.escapeLiteral(JSON.stringify(claims))}, true); set local role ${role}`,
    );
    return await work({
      ask: answerTo,
      add: (table, row) => answerTo(...insertOf(table, row)),
      change: (table, id, change) => answerTo(...updateOf(table, id, change)),
      async look<Found extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
        await client.query('reset role');
        const { rows } = await client.query<Found>(text, [...values]);
        await client.query(`set local role ${role}`);
        return rows;
      },
    });
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Asks one thing as somebody. */
export async function ask(
  sql: pg.Pool,
  who: DemoSignIn | null,
  text: string,
  values: readonly unknown[] = [],
): Promise<Answer> {
  return await asPerson(sql, who, (turn) => turn.ask(text, values));
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
