import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { withMigratedDatabase } from '#build/generate/migrated-database.ts';
import { readStreamRules } from '#supabase/embedded/stream/rules.ts';
import { type SqliteRow, syncRules } from '#supabase/embedded/stream/sync-rules.ts';

import { syncedTables } from '../schema/synced-tables.generated.ts';

const rules = readStreamRules(join(import.meta.dirname, 'sync-streams.yaml'));
const hydrated = rules.hydrate(1);
const ours = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';
/** Every column of every published table, with those that a comment keeps on the server. */
let published: ReadonlyMap<
  string,
  { readonly columns: readonly string[]; readonly secret: readonly string[] }
>;
let statuses: readonly string[];

beforeAll(async () => {
  await withMigratedDatabase(async (client) => {
    const { rows } = await client.query<{ name: string; columns: string[]; secret: string[] | null }>(`
      select c.relname as name, array_agg(a.attname::text) as columns,
        array_agg(a.attname::text) filter (where col_description(c.oid, a.attnum) like '@server-only%') as secret
      from pg_publication_tables p
      join pg_class c on c.relname = p.tablename and c.relnamespace = p.schemaname::regnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where p.pubname = 'powersync' group by 1`);
    published = new Map(rows.map(({ name, columns, secret }) => [name, { columns, secret: secret ?? [] }]));
    const labels = await client.query<{ label: string }>(
      `select unnest(enum_range(null::public.contract_status))::text as label`,
    );
    statuses = labels.rows.map(({ label }) => label);
  });
});

/** Rows of a table with something in every column: one, or one for each status of a contract. */
function rowsOf(table: string, company: string | null): SqliteRow[] {
  const columns = published.get(table)?.columns ?? [];
  const row: SqliteRow = {};
  for (const column of columns) row[column] = `value of ${column}`;
  row[table === 'companies' ? 'id' : 'company_id'] = company;
  return table === 'contracts' ? statuses.map((status) => ({ ...row, status })) : [row];
}

const evaluate = (table: string, record: SqliteRow) =>
  hydrated.evaluateRow({ sourceTable: { connectionTag: 'default', schema: 'public', name: table }, record });

const bucketsOf = (claims: Readonly<Record<string, unknown>>, asked: Readonly<Record<string, unknown>>) => {
  const token = new syncRules.BaseJwtPayload({ sub: 'somebody', ...claims });
  const { querier, errors } = hydrated.getBucketParameterQuerier({
    globalParameters: new syncRules.RequestParameters(token, asked),
    hasDefaultStreams: true,
    streams: {},
  });
  expect(errors).toEqual([]);
  expect(querier.hasDynamicBuckets).toBe(false);
  return querier.staticBuckets.map(({ bucket }) => bucket);
};

describe('the streams', () => {
  test('read every table that is published and that counters know, and no other', () => {
    expect(rules.tables.toSorted()).toEqual([...published.keys()].toSorted());
    expect(rules.tables.toSorted()).toEqual(Object.keys(syncedTables).toSorted());
  });

  test.each(Object.entries(syncedTables))(
    'send of %s exactly the columns that counters know',
    (name, table) => {
      const known = ['id', ...table.columns.map((column) => column.name)].toSorted();
      for (const row of rowsOf(name, ours)) {
        const sent = evaluate(name, row);
        // One bucket each: a row that came twice would be counted twice.
        expect(sent).toHaveLength(1);
        expect(sent[0]?.table).toBe(name);
        // The service sends null as it is; here everything has a value.
        expect(Object.keys(sent[0]?.data ?? {}).toSorted()).toEqual(known);
      }
      for (const column of published.get(name)?.secret ?? []) expect(known).not.toContain(column);
    },
  );

  test.each(Object.keys(syncedTables))('give %s to its own company alone', (name) => {
    const own = bucketsOf({ company_id: ours }, { company_id: theirs });
    const others = bucketsOf({ company_id: theirs }, {});
    for (const { bucket } of rowsOf(name, ours).flatMap((row) => evaluate(name, row))) {
      expect(own).toContain(bucket);
      expect(others).not.toContain(bucket);
    }
    expect(rowsOf(name, null).flatMap((row) => evaluate(name, row))).toEqual([]);
  });

  test('give nothing to a token without a company', () => {
    expect(bucketsOf({}, { company_id: ours })).toEqual([]);
  });

  test('keep something on the server at all', () => {
    expect([...published.values()].flatMap(({ secret }) => secret)).toEqual(['whole_payload']);
  });
});
