import type pg from 'pg';
import { StartupError } from '../startup-error.ts';
import type { SourceTable } from './evaluate.ts';
import type { TableName } from './rules.ts';

/** Looks the tables up in the catalogue: their columns, and the primary key that names their rows. */
export async function readSourceTables(
  client: pg.Client,
  names: readonly TableName[],
  publication: string,
): Promise<SourceTable[]> {
  const { rows } = await client.query<{
    schema: string;
    name: string;
    published: boolean;
    columns: [string, number][];
    key: string[];
  }>(
    `select n.nspname as schema, c.relname as name,
       exists (select from pg_publication_tables p where p.pubname = $2 and p.schemaname = n.nspname and p.tablename = c.relname) as published,
       (select json_agg(json_build_array(a.attname, a.atttypid::int4) order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as k(attnum, n)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary order by k.n) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where format('%s.%s', n.nspname, c.relname) = any($1) and c.relkind in ('r', 'p')`,
    [names.map(({ schema, name }) => `${schema}.${name}`), publication],
  );
  return names.map(({ schema, name }) => {
    const row = rows.find((candidate) => candidate.schema === schema && candidate.name === name);
    const problem = !row
      ? 'there is no such table'
      : !row.published
        ? `it is not in the publication ${publication}`
        : row.key.length === 0
          ? 'it has no primary key'
          : undefined;
    if (!row || problem !== undefined) {
      throw new StartupError(
        'streams_invalid',
        `The sync streams read ${schema}.${name}, but ${problem ?? 'it cannot be read'}.`,
      );
    }
    return { schema, name, key: row.key, columns: new Map(row.columns) };
  });
}
