import { parseSeriesNumber } from '#shared/numbering/series-number.ts';
import { must } from '#shared/result/result.ts';
import { alpina } from '../../seeds/demo-people.ts';
import { conflictsMissing } from './check-conflicts.ts';
import { moneyWrong } from './check-money.ts';
import type { LocalTransaction, ModelCounter } from './model-counter.ts';
import { differencesOf, readColumns, sorted } from './same-rows.ts';
import type { Scene, Slot } from './scene.ts';

/** A local transaction and what became of it. */
export interface Settled extends LocalTransaction {
  readonly outcome: 'applied' | 'refused';
  readonly code: string | null;
  readonly appliedAt: number;
}

/** Why the server may refuse a transaction with a signature in it. Any other reason would lose a contract that was signed. */
const refusedSignatures = new Set([
  'not_allowed', // demoted, or another branch's reservation
  'implausible_time', // a clock that was never set
  'contract_frozen', // the reservation was handed over at another counter
  'illegal_step', // the same, and it is back already
  'row_missing', // the reservation itself was refused
  'missing_reference',
  'already_exists', // handed over twice: two check-outs of one contract
]);

/** Everything that must hold when all lines are up and all is quiet. Returns what does not, in words. */
export async function checkHistory(
  scene: Scene,
  slot: Slot,
  counters: readonly ModelCounter[],
  stepStarts: readonly number[],
): Promise<string[]> {
  const wrong: string[] = [];
  const local = counters.flatMap(({ journal }) => journal);
  const settled = await settle(scene, local, wrong);
  await rowsThere(scene, settled, wrong);
  await signaturesKept(scene, settled, wrong);
  numbersFollow(counters, wrong);
  wrong.push(...(await moneyWrong(scene, settled)));
  wrong.push(...(await conflictsMissing(scene, slot, settled, stepStarts)));
  await replicasAgree(scene, counters, settled, wrong);
  return wrong;
}

/** Applied once, or refused once with its payload: never both, never neither, never twice. */
async function settle(scene: Scene, local: readonly LocalTransaction[], wrong: string[]): Promise<Settled[]> {
  const clients = [...new Set(local.map(({ clientId }) => clientId))];
  const { rows } = await scene.sql.query<{
    client_id: string;
    tx_id: string;
    outcome: 'applied' | 'refused';
    code: string | null;
    applied_at: Date;
    clerk_id: string;
  }>(
    'select client_id, tx_id, outcome, code, applied_at, clerk_id from private.applied_transactions where client_id = any ($1)',
    [clients],
  );
  const refused = await scene.sql.query<{ client_id: string; tx_id: string; payload: unknown }>(
    'select client_id, tx_id, coalesce(whole_payload, payload) as payload from public.refused_changes where client_id = any ($1)',
    [clients],
  );
  const settled: Settled[] = [];
  for (const one of local) {
    const mine = (row: { readonly client_id: string; readonly tx_id: string }): boolean =>
      row.client_id === one.clientId && Number(row.tx_id) === one.txId;
    const outcomes = rows.filter(mine);
    const kept = refused.rows.filter(mine);
    const [outcome] = outcomes;
    const name = `transaction ${one.txId} of ${one.clientId} (${one.ops.map(({ table }) => table).join(' ')})`;
    if (!outcome || outcomes.length !== 1) {
      wrong.push(`${name} has ${outcomes.length} outcomes`);
      continue;
    }
    if (kept.length !== (outcome.outcome === 'refused' ? 1 : 0))
      wrong.push(`${name} is ${outcome.outcome} and stands ${kept.length} times in refused_changes`);
    if (kept[0] && sorted(kept[0].payload) !== sorted(one.ops))
      wrong.push(`${name} was refused, but its payload is not what was sent`);
    const clerk = one.ops.flatMap(({ data }) =>
      typeof data?.['clerk_id'] === 'string' ? [data['clerk_id']] : [],
    )[0];
    if (clerk !== undefined && outcome.clerk_id !== clerk) wrong.push(`${name} does not say who acted`);
    settled.push({
      ...one,
      outcome: outcome.outcome,
      code: outcome.code,
      appliedAt: outcome.applied_at.getTime(),
    });
  }
  return settled;
}

/** Whole or not at all: every row of an applied transaction is there, and none of a refused one. */
async function rowsThere(scene: Scene, settled: readonly Settled[], wrong: string[]): Promise<void> {
  const tables = new Map<string, Map<string, boolean>>();
  for (const { ops, outcome } of settled) {
    for (const { op, table, id } of ops) {
      if (op === 'PUT')
        tables.set(table, (tables.get(table) ?? new Map<string, boolean>()).set(id, outcome === 'applied'));
    }
  }
  for (const [table, ids] of tables) {
    const { rows } = await scene.sql.query<{ id: string }>(
      `select id from public.${table} where id = any ($1)`,
      [[...ids.keys()]],
    );
    const there = new Set(rows.map(({ id }) => id));
    for (const [id, applied] of ids) {
      if (applied && !there.has(id)) wrong.push(`${table} ${id} was applied and is not there`);
      if (!applied && there.has(id)) wrong.push(`${table} ${id} was refused and is there`);
    }
  }
}

async function signaturesKept(scene: Scene, settled: readonly Settled[], wrong: string[]): Promise<void> {
  for (const { ops, outcome, code } of settled) {
    const signing = ops.find(
      ({ table, data }) => table === 'contracts' && typeof data?.['signed_at'] === 'string',
    );
    if (!signing) continue;
    if (outcome === 'refused') {
      if (!refusedSignatures.has(code ?? ''))
        wrong.push(`the signed contract ${signing.id} was refused: ${code}`);
      continue;
    }
    const { rows } = await scene.sql.query<{ signed_at: Date | null; number: string | null; total: string }>(
      'select signed_at, number, total from public.contracts where id = $1',
      [signing.id],
    );
    const agreed: Record<string, unknown> = Object.assign(
      {},
      ...ops.filter(({ id }) => id === signing.id).map(({ data }) => data ?? {}),
    ) as Record<string, unknown>;
    const [row] = rows;
    if (
      row?.signed_at?.toISOString() !== agreed['signed_at'] ||
      row?.number !== agreed['number'] ||
      Number(row?.total) !== agreed['total']
    )
      wrong.push(`the signed contract ${signing.id} is not as it was signed`);
  }
}

/** A counter numbers its contracts and its bills one after the other: none twice, none left out, whatever was killed in between. */
function numbersFollow(counters: readonly ModelCounter[], wrong: string[]): void {
  for (const { journal, desk } of counters) {
    const given = journal
      .flatMap(({ ops }) => ops)
      .filter(({ table }) => table === 'contracts' || table === 'invoices')
      .flatMap(({ data }) =>
        typeof data?.['number'] === 'string' ? [parseSeriesNumber(data['number'])] : [],
      )
      .map(must);
    for (const kind of ['contract', 'invoice'] as const) {
      const running = given.filter((number) => number.kind === kind).map((number) => number.running);
      running.forEach((number, n) => {
        const before = running[n - 1];
        if (before !== undefined && number !== before + 1)
          wrong.push(`${desk.prefix}: ${kind} ${number} follows ${before}`);
      });
    }
  }
}

/** What the history touched, and what the server made of it, is the same everywhere. */
async function replicasAgree(
  scene: Scene,
  counters: readonly ModelCounter[],
  settled: readonly Settled[],
  wrong: string[],
): Promise<void> {
  const touched = new Map<string, Set<string>>();
  for (const { table, id } of settled.flatMap(({ ops }) => ops))
    touched.set(table, (touched.get(table) ?? new Set()).add(id));
  const ids = [...touched.values()].flatMap((set) => [...set]);
  const made = await scene.sql.query<{ id: string }>(
    `select id from public.conflicts where contract_id = any ($1) or other_contract_id = any ($1) or customer_id = any ($1)
       or other_customer_id = any ($1) or invoice_id = any ($1)`,
    [ids],
  );
  touched.set('conflicts', new Set(made.rows.map(({ id }) => id)));
  const columns = await readColumns(scene.sql);
  for (const counter of counters) {
    if ((await counter.waiting()) > 0) wrong.push(`${counter.desk.prefix}: something waits still`);
    for (const [table, set] of touched)
      wrong.push(...(await differencesOf(scene.sql, columns, counter, table, alpina.id, [...set])));
  }
}

/** Every row of every table, in every replica: at the end of a run. */
export async function checkWholeReplicas(scene: Scene): Promise<string[]> {
  const columns = await readColumns(scene.sql);
  const wrong: string[] = [];
  for (const counter of scene.counters) {
    for (const table of columns.keys())
      wrong.push(...(await differencesOf(scene.sql, columns, counter, table, alpina.id)));
  }
  return wrong;
}
