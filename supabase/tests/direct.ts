import type pg from 'pg';
import type { DemoSignIn } from '../seeds/demo-people.ts';

/** What became of a statement: how many rows it met, or the SQLSTATE that refused it. */
export type Direct = number | string;

/**
 * Runs statements as PostgREST does for somebody with a token, in one transaction that is thrown away: a hosted project
 * answers for every table by REST, so that whoever has a token may try more than a counter ever sends.
 */
export async function directly(
  sql: pg.Pool,
  who: DemoSignIn,
  statements: readonly (readonly [text: string, ...values: unknown[]])[],
  claims: Readonly<Record<string, unknown>> = {},
): Promise<Direct[]> {
  const client = await sql.connect();
  const met: Direct[] = [];
  try {
    await client.query('begin');
    await client.query(
      `select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`,
      [
        JSON.stringify({
          sub: who.id,
          role: 'authenticated',
          company_id: who.companyId,
          user_role: who.role,
          ...claims,
        }),
      ],
    );
    for (const [text, ...values] of statements) {
      await client.query('savepoint before');
      try {
        met.push((await client.query(text, values)).rowCount ?? 0);
      } catch (error) {
        await client.query('rollback to before');
        met.push((error as pg.DatabaseError).code ?? 'unknown');
      }
    }
    return met;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
