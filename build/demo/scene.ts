import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Counter } from '#renderer/app/counter/counter.ts';
import type { EmbeddedBackend } from '#supabase/embedded/backend.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { CounterPc } from './counter-process.ts';

export interface Paper {
  readonly id: string;
  readonly kind: string;
  readonly sha256: string;
}

/** What the steps share: the server, three counter PCs, and the contract that A signs without a line. */
export interface Scene {
  readonly backend: EmbeddedBackend;
  /** Counts rows in Postgres itself: `contracts where id = $1`. */
  readonly count: (from: string, values: readonly unknown[]) => Promise<number>;
  readonly setUp: (name: string) => Promise<CounterPc>;
  /** Zürich, Chur, and one of another company. */
  readonly a: CounterPc;
  readonly b: CounterPc;
  readonly other: CounterPc;
  /** Where the papers go for people to look at. */
  readonly output: string;
  readonly rented: { contractId: string; number: string; papers: readonly Paper[] };
}

/** @param cleanUp what to end afterwards, in reverse order; filled as things are started */
export async function openScene(
  folder: string,
  output: string,
  cleanUp: (() => Promise<unknown>)[],
): Promise<Scene> {
  const backend = await startTestBackend();
  cleanUp.push(() => backend.stop());
  const sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 4 });
  cleanUp.push(() => sql.end());
  const setUp = async (name: string): Promise<CounterPc> => {
    const pc = await CounterPc.setUp(join(folder, name), backend);
    cleanUp.push(() => pc.switchOff());
    return pc;
  };
  return {
    backend,
    count: async (from, values) =>
      (await sql.query<{ n: number }>(`select count(*)::int as n from ${from}`, [...values])).rows[0]?.n ??
      -1,
    setUp,
    a: await setUp('a'),
    b: await setUp('b'),
    other: await setUp('other'),
    output,
    rented: { contractId: '', number: '', papers: [] },
  };
}

/** How many local transactions wait, as the light says. */
export function waiting({ app }: CounterPc): number {
  const light = app.light?.current;
  if (light?.kind === 'waiting') return light.count;
  return light && 'waiting' in light ? light.waiting : 0;
}

/** How many rows of a company a replica holds. */
export async function allRows(
  counter: Counter,
  table: 'customers' | 'vehicles' | 'contracts',
  companyId: string,
): Promise<number> {
  return (await counter.rows.selectFrom(table).select('id').where('company_id', '=', companyId).execute())
    .length;
}

export async function contractNumber(counter: Counter, id: string): Promise<string | null> {
  const row = await counter.rows
    .selectFrom('contracts')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.number ?? null;
}

export async function readPapers(counter: Counter, contractId: string): Promise<readonly Paper[]> {
  return await counter.rows
    .selectFrom('documents')
    .select(['id', 'kind', 'sha256'])
    .where('contract_id', '=', contractId)
    .orderBy('kind')
    .execute();
}

export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
