import type pg from 'pg';
import type { Operation, Outcome } from './person.ts';

/** Who sends, from where. */
export interface Sender {
  readonly companyId: string;
  readonly userId: string;
  readonly counterId: string;
  readonly clientId: string;
}

/** Calls apply_changes as a counter does, without the gateway: with the role and the claims that a token would give. */
export async function sendAsCounter(
  sql: pg.ClientBase,
  sender: Sender,
  txId: number,
  ops: readonly Operation[],
): Promise<Outcome> {
  await sql.query('begin');
  try {
    const outcome = await sendAndHold(sql, sender, txId, ops);
    await sql.query('commit');
    return outcome;
  } catch (error) {
    await sql.query('rollback');
    throw error;
  }
}

/** The same within a transaction of the caller, who says when the call is done. */
export async function sendAndHold(
  sql: pg.ClientBase,
  { companyId, userId, counterId, clientId }: Sender,
  txId: number,
  ops: readonly Operation[],
): Promise<Outcome> {
  await sql.query(`select set_config('request.jwt.claims', $1, true)`, [
    JSON.stringify({ sub: userId, company_id: companyId, role: 'authenticated' }),
  ]);
  await sql.query('set local role authenticated');
  const { rows } = await sql.query<{ outcomes: Outcome[] }>(
    'select public.apply_changes(client_id => $1, counter_id => $2, transactions => $3) as outcomes',
    [clientId, counterId, JSON.stringify([{ tx_id: txId, ops }])],
  );
  const [outcome] = rows[0]?.outcomes ?? [];
  if (!outcome) throw new Error('no outcome');
  return outcome;
}
