import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { withMigratedDatabase } from '#build/generate/migrated-database.ts';
import { readStreamRules } from '#supabase/embedded/stream/rules.ts';
import { type SqliteRow, syncRules } from '#supabase/embedded/stream/sync-rules.ts';

import { syncedTables } from '../schema/synced-tables.generated.ts';

const file = join(import.meta.dirname, 'sync-streams.yaml');
const rules = readStreamRules(file);
const hydrated = rules.hydrate(1);
const ours = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';
const branch = '33333333-3333-4333-8333-333333333333';
/** Whoever asks for anything by id asks for this, and every row below bears it in every column of that kind. */
const wanted = 'wanted';
const passes = [
  { session_id: 'our session', company_id: ours, user_id: 'u' },
  { session_id: 'their session', company_id: theirs, user_id: 'v' },
];

/** Every column of every published table of people's rows, with those that a comment keeps on the server. */
let published: ReadonlyMap<
  string,
  { readonly columns: readonly string[]; readonly secret: readonly string[] }
>;

beforeAll(async () => {
  await withMigratedDatabase(async (client) => {
    const { rows } = await client.query<{ name: string; columns: string[]; secret: string[] | null }>(`
      select c.relname as name, array_agg(a.attname::text) as columns,
        array_agg(a.attname::text) filter (where col_description(c.oid, a.attnum) like '@server-only%') as secret
      from pg_publication_tables p
      join pg_class c on c.relname = p.tablename and c.relnamespace = p.schemaname::regnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where p.pubname = 'powersync' and p.schemaname = 'public' group by 1`);
    published = new Map(rows.map(({ name, columns, secret }) => [name, { columns, secret: secret ?? [] }]));
  });
});

/** What decides where a row goes, in every combination that occurs. */
const variants: Readonly<Record<string, readonly SqliteRow[]>> = {
  damages: [{ repaired_at: null }, { repaired_at: '2026-01-01' }],
  refused_changes: [{ settled_at: null }, { settled_at: '2026-01-01' }],
  bank_entries: [{ is_recent: 1 }, { is_recent: 0 }],
  saved_views: [{ user_id: 'somebody' }],
  messages: [{ status: 'queued' }, { status: 'failed' }, { status: 'sent' }],
};
const shelves: readonly SqliteRow[] = [{ shelf: 'open' }, { shelf: branch }, { shelf: 'archive' }];

/** Rows of a table with something in every column. */
function rowsOf(table: string, company: string | null): SqliteRow[] {
  const columns = published.get(table)?.columns ?? [];
  const row: SqliteRow = {};
  for (const column of columns) row[column] = wanted;
  if (table === 'counters') row['branch_id'] = branch;
  row[table === 'companies' ? 'id' : 'company_id'] = company;
  return (variants[table] ?? (columns.includes('shelf') ? shelves : [{}])).map((variant) => ({
    ...row,
    ...variant,
  }));
}

const source = (schema: string, name: string) => ({ connectionTag: 'default', schema, name });
const evaluate = (table: string, record: SqliteRow) =>
  hydrated.evaluateRow({ sourceTable: source('public', table), record });

/** What both companies have, as far as the streams look it up. */
function lookups(): Map<string, SqliteRow[]> {
  const index = new Map<string, SqliteRow[]>();
  const add = (schema: string, name: string, row: SqliteRow): void => {
    for (const { lookup, bucketParameters } of hydrated.evaluateParameterRow(source(schema, name), row)) {
      const key = lookup.serializedRepresentation;
      index.set(key, [...(index.get(key) ?? []), ...bucketParameters]);
    }
  };
  for (const pass of passes) add('private', 'stream_passes', pass);
  for (const table of published.keys()) for (const row of rowsOf(table, ours)) add('public', table, row);
  return index;
}

const parameters = {
  company_id: ours,
  counter_id: wanted,
  customer_id: wanted,
  vehicle_id: wanted,
  contract_id: wanted,
  invoice_id: wanted,
  number: wanted,
};

/** The buckets that a token leads to; asking for `streams` by name, with every parameter there is. */
async function bucketsOf(
  claims: Readonly<Record<string, unknown>>,
  streams: readonly string[] = [],
): Promise<string[]> {
  const { querier, errors } = hydrated.getBucketParameterQuerier({
    globalParameters: new syncRules.RequestParameters(
      new syncRules.BaseJwtPayload({ sub: 'somebody', ...claims }),
      parameters,
    ),
    hasDefaultStreams: true,
    streams: Object.fromEntries(
      streams.map((name, index) => [name, [{ opaque_id: index, parameters, priorityOverride: null }]]),
    ),
  });
  expect(errors).toEqual([]);
  // Nothing is decided by the token alone.
  expect(querier.staticBuckets).toEqual([]);
  const index = lookups();
  const found = await querier.queryDynamicBucketDescriptions({
    getParameterSets: (asked) =>
      Promise.resolve(
        asked.map((lookup) => ({ lookup, rows: index.get(lookup.serializedRepresentation) ?? [] })),
      ),
  });
  return syncRules.mergeBuckets(found).map(({ bucket }) => bucket);
}

const all = rules.streams.map(({ name }) => name);
const us = { company_id: ours, session_id: 'our session' };

describe('the streams', () => {
  test('read every table that is published and that counters know, and no other but the passes', () => {
    const people = rules.tables.filter(({ schema }) => schema === 'public').map(({ name }) => name);
    expect(people.toSorted()).toEqual([...published.keys()].toSorted());
    expect(people.toSorted()).toEqual(Object.keys(syncedTables).toSorted());
    expect(rules.tables.filter(({ schema }) => schema !== 'public')).toEqual([
      { schema: 'private', name: 'stream_passes' },
    ]);
  });

  test('begin with the same pass, every one of them and every query', () => {
    const yaml = readFileSync(file, 'utf8').replace(/^\s*#.*$/gm, '');
    const begins = [...yaml.matchAll(/tenant: (SELECT .*\n\s+WHERE .*)$/gm)].map(([, text]) => text);
    expect(begins).toHaveLength(all.length);
    expect(new Set(begins).size).toBe(1);
    const queries = yaml.match(/^\s+(?:query: |- )SELECT/gm) ?? [];
    expect(yaml.match(/WHERE (?:company_id|id) IN tenant\b/g)).toHaveLength(queries.length);
  });

  test.each(Object.entries(syncedTables))(
    'send of %s exactly the columns that counters know',
    (name, table) => {
      const known = ['id', ...table.columns.map((column) => column.name)].toSorted();
      let sent = 0;
      for (const row of rowsOf(name, ours)) {
        for (const { table: type, data } of evaluate(name, row)) {
          sent += 1;
          expect(type).toBe(name);
          // The service sends null as it is; here everything has a value, but what decides where it goes.
          expect(Object.keys(data).toSorted()).toEqual(known);
        }
      }
      expect(sent).toBeGreaterThan(0);
      for (const column of published.get(name)?.secret ?? []) expect(known).not.toContain(column);
    },
  );

  test.each(Object.keys(syncedTables))(
    'give %s to its own company alone, whatever is asked for',
    async (name) => {
      const own = await bucketsOf(us, all);
      const others = [
        ...(await bucketsOf({ company_id: theirs, session_id: 'their session' }, all)),
        ...(await bucketsOf({ company_id: ours, session_id: 'their session' }, all)),
        ...(await bucketsOf({ company_id: theirs, session_id: 'our session' }, all)),
        ...(await bucketsOf({ company_id: ours }, all)),
        ...(await bucketsOf({ session_id: 'our session' }, all)),
      ];
      for (const row of rowsOf(name, ours)) {
        const placed = evaluate(name, row).map(({ bucket }) => bucket);
        // Somebody can ask for every bucket it lies in.
        for (const bucket of placed) {
          expect(own).toContain(bucket);
          expect(others).not.toContain(bucket);
        }
      }
      expect(rowsOf(name, null).flatMap((row) => evaluate(name, row))).toEqual([]);
    },
  );

  test('send what is open to every counter, what was closed to those of its branch, and the archive to nobody: each once', async () => {
    const everybody = await bucketsOf(us);
    const atTheBranch = await bucketsOf(us, ['branch']);
    // Drawers are their branch's from the start.
    const never = new Set(['cash_sessions', 'cash_movements']);
    let seen = 0;
    for (const [table, { columns }] of published) {
      if (!columns.includes('shelf')) continue;
      seen += 1;
      const [open, closed, archived] = rowsOf(table, ours).map((row) =>
        evaluate(table, row).map(({ bucket }) => bucket),
      );
      const among = (buckets: readonly string[] | undefined, received: readonly string[]): number =>
        (buckets ?? []).filter((bucket) => received.includes(bucket)).length;
      const openTo = never.has(table) ? 0 : 1;
      expect([table, among(open, everybody), among(open, atTheBranch)]).toEqual([table, openTo, openTo]);
      expect([table, among(closed, everybody), among(closed, atTheBranch)]).toEqual([table, 0, 1]);
      expect([table, among(archived, atTheBranch)]).toEqual([table, 0]);
      // It is not copied into what somebody may ask for as long as everybody has it.
      expect([table, open?.length]).toEqual([table, openTo]);
    }
    expect(seen).toBe(16);
  });

  test('bring a rental and a bill whole, from the archive', async () => {
    const added = async (stream: string): Promise<string[]> => {
      const before = new Set(await bucketsOf(us));
      const buckets = (await bucketsOf(us, [stream])).filter((bucket) => !before.has(bucket));
      return [...published.keys()].filter((table) =>
        rowsOf(table, ours).some(
          (row) =>
            row['shelf'] === 'archive' && evaluate(table, row).some(({ bucket }) => buckets.includes(bucket)),
        ),
      );
    };
    expect((await added('rental')).toSorted()).toEqual(
      'amendments conflicts contract_drivers contract_lines contracts deposits documents fines handovers invoice_lines invoices payments photos reminders'.split(
        ' ',
      ),
    );
    expect((await added('bill')).toSorted()).toEqual(
      'documents invoice_lines invoices payments reminders'.split(' '),
    );
  });

  test('give nothing to a token without a company, a session or a pass', async () => {
    expect(await bucketsOf({}, all)).toEqual([]);
    expect(await bucketsOf({ company_id: ours, session_id: 'a session that ended' }, all)).toEqual([]);
    expect((await bucketsOf(us)).length).toBe(8);
  });

  test('give the view of a list to the person whose it is, and to no colleague', async () => {
    const [mine] = rowsOf('saved_views', ours);
    const [bucket] = evaluate('saved_views', mine ?? {}).map((placed) => placed.bucket);
    expect(await bucketsOf(us)).toContain(bucket);
    expect(await bucketsOf({ ...us, sub: 'a colleague' }, all)).not.toContain(bucket);
  });

  test('keep something on the server at all', () => {
    expect([...published.values()].flatMap(({ secret }) => secret)).toEqual(['whole_payload']);
  });
});
