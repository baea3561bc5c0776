import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withMigratedDatabase } from '#build/generate/migrated-database.ts';
import type { Operation } from '../person.ts';
import { sendAsCounter } from '../as-counter.ts';
import { type Books, differences, readBooks } from './books.ts';
import { readWholeCatalogue } from './catalogue.ts';
import { changedValues } from './changed-values.ts';
import { fillFirstRelease, fillSecondRelease, rowId, sender, sent } from './fill-releases.ts';
import { nextSteps } from './next-steps.ts';
import { type OldDatabase, migrations, openOldDatabase } from './old-database.ts';

/** The last migration of the first release: none before it ever met data. */
const firstRelease = '20261120090700';
/** What came with the second meets data from here on. */
const secondRelease = '20261120105100';
const later = migrations.filter(({ version }) => version > firstRelease);

let old: OldDatabase;
let first: Books;
let second: Books;
let going = 0;
/** What each migration did to the rows that were there, in words. Nothing of those that were not reached. */
const found = new Map<string, readonly string[]>();

beforeAll(async () => {
  old = await openOldDatabase(firstRelease);
  await fillFirstRelease(old.sql);
  first = await readBooks(old.sql);
  let before = first;
  for (const { version } of later) {
    await old.migrateTo(version);
    const after = await readBooks(old.sql);
    found.set(version, differences(before, after));
    before = after;
    if (version === secondRelease) {
      await fillSecondRelease(old.sql);
      second = before = await readBooks(old.sql);
    }
  }
});

afterAll(() => old?.close());

describe('the books', () => {
  test('hold something of everything that was there', () => {
    const empty = (books: Books): string[] =>
      [...books.tables].filter(([, rows]) => rows.size === 0).map(([table]) => table);
    // What Auth keeps of sessions is no business of a migration.
    const ofAuth = ['auth.identities', 'auth.refresh_tokens', 'auth.sessions'];
    expect(empty(first)).toEqual(ofAuth);
    // Only a migration that renames a column writes there.
    expect(empty(second)).toEqual([...ofAuth, 'private.schema_changes']);
  });

  test('hold every status, kind and method of the first release', async () => {
    const missing = await old.sql.query<{ table: string; column: string; labels: string[] }>(
      `select c.relname as table, a.attname as column, array_agg(e.enumlabel::text) as labels
       from pg_enum e join pg_attribute a on a.atttypid = e.enumtypid join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 group by 1, 2`,
    );
    const unused = missing.rows.flatMap(({ table, column, labels }) => {
      const rows = first.tables.get(`public.${table}`);
      if (!rows || !first.columns.get(`public.${table}`)?.has(column)) return [];
      const used = new Set([...rows.values()].map((row) => row[column]));
      return labels.filter((label) => !used.has(label)).map((label) => `${table}.${column} ${label}`);
    });
    // These came with later releases, or no rule of the first one let them be.
    const unknownThen =
      /^conflicts\.kind (?!double_check_out|odometer_back)|^documents\.kind (?!contract|invoice)|^\w+\.vat_kind (?!standard|none)/;
    expect(unused.filter((one) => !unknownThen.test(one))).toEqual([]);
  });
});

test.each(later)('$file keeps every row and value that was there', ({ version, sql }) => {
  // What it adds itself it may fill, also row by row in a function: no value was there before.
  const fills = (line: string): boolean => {
    const column = / (\w+) \(new\): /.exec(line)?.[1];
    return (
      column !== undefined && new RegExp(`\\bupdate\\b[^;]*\\bset\\b[^;]*\\b${column}\\b`, 'i').test(sql)
    );
  };
  const onPurpose = (line: string): boolean =>
    changedValues.some(
      ({ migration, place }) =>
        migration === version && line.replace(/ \[.*?\] /, ' ').startsWith(`${place}:`),
    );
  expect(found.get(version)?.filter((line) => !fills(line) && !onPurpose(line))).toEqual([]);
});

test('a migrated database has the schema of a new one, and what migrations bring', async () => {
  const migrated = await readWholeCatalogue(old.sql);
  const books = await readBooks(old.sql);
  await withMigratedDatabase(async (sql) => {
    const fresh = await readWholeCatalogue(sql);
    expect(migrated.filter((line) => !fresh.includes(line))).toEqual([]);
    expect(fresh.filter((line) => !migrated.includes(line))).toEqual([]);
    for (const [table, rows] of (await readBooks(sql)).tables)
      for (const key of rows.keys()) expect(books.tables.get(table)?.has(key), `${table} ${key}`).toBe(true);
  });
});

test('every constraint holds for the rows that were there before it', async () => {
  const { rows } = await old.sql.query<{ what: string }>(
    `select format(case when conrelid <> 0 then 'alter table %s validate constraint %I' else 'alter domain %s validate constraint %I' end,
       case when conrelid <> 0 then conrelid::regclass::text else contypid::regtype::text end, conname) as what
     from pg_constraint where contype in ('c', 'f') and conparentid = 0
       and connamespace in ('public'::regnamespace, 'private'::regnamespace)`,
  );
  expect(rows.length).toBeGreaterThan(200);
  for (const { what } of rows) await old.sql.query(what);
  const { rows: left } = await old.sql.query('select conname from pg_constraint where not convalidated');
  expect(left).toEqual([]);
});

/** The rows of the first release as a replica holds them: JSON is text there, and some columns stay on the server. */
async function rowsToSend(companyId: string): Promise<Operation[]> {
  const { rows } = await old.sql.query<{ name: string }>(
    'select name from private.synced_tables order by name',
  );
  return rows.flatMap(({ name }) => {
    const columns = first.columns.get(`public.${name}`);
    const sentColumns = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([column]) => column !== 'id' && column !== 'whole_payload')
          .map(([column, value]) => [
            column,
            columns?.get(column)?.isJson === true && value !== null ? JSON.stringify(value) : value,
          ]),
      );
    return [...(first.tables.get(`public.${name}`)?.values() ?? [])]
      .filter((row) => row[name === 'companies' ? 'id' : 'company_id'] === companyId)
      .map((row) => ({ op: 'PUT', table: name, id: String(row['id']), data: sentColumns(row) }));
  });
}

test.each([1, 2, 3])('company %s sends every old row again, and nothing changes', async (company) => {
  const before = await readBooks(old.sql);
  const companyId = rowId('company', company);
  const ops = await rowsToSend(companyId);
  expect(ops.length).toBeGreaterThan(140);
  const from = {
    companyId,
    userId: rowId('user', company, 1),
    counterId: rowId('counter', company, 1),
    clientId: 'again',
  };
  expect(await sendAsCounter(old.sql, from, company, ops)).toEqual({ tx_id: company, outcome: 'applied' });
  expect(differences(before, await readBooks(old.sql))).toEqual([]);
});

test('what was answered to a counter before is answered again', async () => {
  expect(await sendAsCounter(old.sql, sender, 1, sent.applied)).toEqual({ tx_id: 1, outcome: 'already' });
  expect(await sendAsCounter(old.sql, sender, 2, sent.refused)).toMatchObject({
    outcome: 'refused',
    code: 'rule_broken',
  });
});

test.each(nextSteps)('goes on where it stopped: %s', async (_name, ops) => {
  const { rows } = await old.sql.query<{ id: string }>(
    'select id from conflicts where company_id = $1 and settled_at is null limit 1',
    [sender.companyId],
  );
  const known = ops.map((op) => (op.table === 'conflicts' ? { ...op, id: String(rows[0]?.id) } : op));
  const txId = 100 + (going += 1);
  expect(await sendAsCounter(old.sql, sender, txId, known)).toEqual({ tx_id: txId, outcome: 'applied' });
});
