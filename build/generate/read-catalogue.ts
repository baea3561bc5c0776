import type pg from 'pg';

export interface Column {
  readonly name: string;
  /** The domain or base type: `rappen`, `timestamptz`, `contract_status`. */
  readonly type: string;
  readonly baseType: string;
  readonly nullable: boolean;
  /** The server writes it: people may add rows to the table, but not this column. */
  readonly serverOwned: boolean;
  /** The labels when the type is an enum. */
  readonly labels: readonly string[] | null;
}

export interface SyncedTable {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  /**
   * Columns of each plain index, and of unique ones whose comment starts with `@replica`; without the tenant, because a
   * replica holds one tenant only.
   */
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

/** Reads the tables of the publication `powersync`. Columns and indexes whose comment starts with `@server-only` stay behind. */
export async function readCatalogue(client: pg.Client): Promise<readonly SyncedTable[]> {
  const columns = await client.query<Column & { table: string; comment: string }>(`
    select c.relname as "table", coalesce(obj_description(c.oid), '') as comment, a.attname as name,
      t.typname as type,
      coalesce(b.typname, t.typname) as "baseType",
      not a.attnotnull as nullable,
      has_any_column_privilege('authenticated', c.oid, 'insert')
        and not has_column_privilege('authenticated', c.oid, a.attnum, 'insert') as "serverOwned",
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
    from pg_publication_tables p
    join pg_class c on c.relname = p.tablename and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type b on b.oid = nullif(t.typbasetype, 0)
    where p.pubname = 'powersync'
      and coalesce(col_description(c.oid, a.attnum), '') not like '@server-only%'
    order by c.relname, a.attnum`);
  const indexes = await client.query<{ table: string; name: string; columns: string[] }>(`
    select c.relname as "table", i.relname as name,
      array_agg(a.attname::text order by k.position) as columns
    from pg_index x
    join pg_class c on c.oid = x.indrelid and c.relnamespace = 'public'::regnamespace
    join pg_class i on i.oid = x.indexrelid
    cross join unnest(x.indkey::smallint[]) with ordinality as k (attnum, position)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where (not x.indisunique or obj_description(x.indexrelid) like '@replica%') and a.attname <> 'company_id'
      and coalesce(obj_description(x.indexrelid), '') not like '@server-only%'
    group by 1, 2 order by 1, 2`);
  return [...new Set(columns.rows.map((row) => row.table))].map((name) => {
    const own = columns.rows.filter((row) => row.table === name);
    return {
      name,
      comment: own[0]?.comment ?? '',
      columns: own.map(({ table: _table, comment: _comment, ...column }) => column),
      indexes: indexes.rows.filter((row) => row.table === name),
    };
  });
}
