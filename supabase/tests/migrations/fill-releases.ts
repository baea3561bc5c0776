import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Operation } from '../person.ts';
import { type Sender, sendAsCounter } from '../as-counter.ts';

/** The id that first-release.sql gives a row (pg_temp.row_id). */
export function rowId(kind: string, company: number, n = 0): string {
  const hex = createHash('md5').update(`${kind}/${company}/${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const sender: Sender = {
  companyId: rowId('company', 1),
  userId: rowId('user', 1, 1),
  counterId: rowId('counter', 1, 1),
  clientId: 'kasse-1',
};

const customer: Operation = {
  op: 'PUT',
  table: 'customers',
  id: rowId('customer', 1, 90),
  data: { company_id: sender.companyId, last_name: 'Vom Schalter' },
};
/** What a counter of that release sent, and what became of it. */
export const sent = {
  applied: [customer],
  refused: [
    { ...customer, id: rowId('customer', 1, 91), data: { company_id: sender.companyId, last_name: '' } },
  ],
} as const;

/** Fills the books of the first release: first-release.sql, and two transactions of a counter. */
export async function fillFirstRelease(sql: pg.Client): Promise<void> {
  await runFile(sql, 'first-release.sql');
  for (const [n, ops] of [sent.applied, sent.refused].entries()) {
    const { outcome } = await sendAsCounter(sql, sender, n + 1, ops);
    if (outcome !== Object.keys(sent)[n]) throw new Error(`transaction ${n + 1} was ${outcome}`);
  }
}

/** Fills what the second release brought. */
export async function fillSecondRelease(sql: pg.Client): Promise<void> {
  await runFile(sql, 'second-release.sql');
}

async function runFile(sql: pg.Client, name: string): Promise<void> {
  await sql.query(readFileSync(join(import.meta.dirname, name), 'utf8'));
}
