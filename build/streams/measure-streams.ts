import type pg from 'pg';
import { createEvaluator } from '#supabase/embedded/stream/evaluate.ts';
import type { OpLog } from '#supabase/embedded/stream/op-log.ts';
import type { StreamRules } from '#supabase/embedded/stream/rules.ts';
import { readSourceTables } from '#supabase/embedded/stream/source-tables.ts';
import type { SqliteRow } from '#supabase/embedded/stream/sync-rules.ts';
import { type WireRow, rawText, readTypes } from '#supabase/embedded/stream/values.ts';
import { wantedBuckets } from '#supabase/embedded/stream/wanted-buckets.ts';
import { JSONBig } from '@powersync/service-jsonbig';
import type { FilledTenant } from './fill-tenant.ts';

export interface StreamSize {
  readonly stream: string;
  readonly priority: number;
  readonly buckets: number;
  readonly rows: number;
  /** Of the rows as JSON, as they are sent; before the transport compresses them. */
  readonly bytes: number;
}

const rowsAtOnce = 2_000;

/** Puts every row of the company through the vendor's rules, and adds up what its counter would receive, by stream. */
export async function measureStreams(
  client: pg.Client,
  rules: StreamRules,
  { companyId, sessionId, counterId }: FilledTenant,
): Promise<StreamSize[]> {
  const config = rules.hydrate(1);
  const buckets = new Map<string, { rows: number; bytes: number }>();
  const lookups = new Map<string, SqliteRow[]>();
  const log = counting(buckets, lookups);
  const evaluator = createEvaluator(config, await readTypes(client, rules.digits), log);
  await client.query('begin');
  for (const table of await readSourceTables(client, rules.tables, 'powersync')) {
    await client.query({
      text: `declare rows no scroll cursor for select * from ${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}
        where ${table.name === 'companies' ? 'id' : 'company_id'} = '${companyId}'`,
    });
    for (;;) {
      const { rows } = await client.query<WireRow>({ text: `fetch ${rowsAtOnce} from rows`, types: rawText });
      for (const row of rows) evaluator.upsert(table, row, null);
      if (rows.length < rowsAtOnce) break;
    }
    await client.query('close rows');
  }
  await client.query('commit');

  const subscriptions = [{ stream: 'branch', parameters: { counter_id: counterId } }];
  const claims = { sub: 'somebody', company_id: companyId, session_id: sessionId };
  const wanted = wantedBuckets(config, rules, claims, { streams: { include_defaults: true, subscriptions } });
  const received = await wanted.buckets(
    {
      getParameterSets: (asked) =>
        Promise.resolve(
          asked.map((lookup) => ({ lookup, rows: lookups.get(lookup.serializedRepresentation) ?? [] })),
        ),
    },
    0,
  );
  const sizes = new Map<string, StreamSize>();
  for (const { name, priority, subscriptions: reasons } of received) {
    const [reason] = reasons;
    const stream =
      reason && 'default' in reason
        ? (wanted.streams[reason.default]?.name ?? '')
        : (subscriptions[0]?.stream ?? '');
    const { rows = 0, bytes = 0 } = buckets.get(name) ?? {};
    const before = sizes.get(stream) ?? { stream, priority, buckets: 0, rows: 0, bytes: 0 };
    sizes.set(stream, {
      ...before,
      buckets: before.buckets + 1,
      rows: before.rows + rows,
      bytes: before.bytes + bytes,
    });
  }
  return [...sizes.values()];
}

/** A log that keeps nothing but sums. */
function counting(
  buckets: Map<string, { rows: number; bytes: number }>,
  lookups: Map<string, SqliteRow[]>,
): OpLog {
  const nothing = (): undefined => undefined;
  return {
    position: nothing,
    begin: nothing,
    place(_source, placed, indexed) {
      for (const { bucket, data } of placed) {
        const sum = buckets.get(bucket) ?? { rows: 0, bytes: 0 };
        sum.rows += 1;
        sum.bytes += Buffer.byteLength(data);
        buckets.set(bucket, sum);
      }
      for (const { lookup, rows } of indexed ?? [])
        lookups.set(lookup, [...(lookups.get(lookup) ?? []), ...(JSONBig.parse(rows) as SqliteRow[])]);
    },
    clearTable: nothing,
    remember: nothing,
    recall: nothing,
    commit: () => false,
    rollback: nothing,
    lookupChanges: () => 0,
    markComplete: nothing,
    close: nothing,
  };
}
