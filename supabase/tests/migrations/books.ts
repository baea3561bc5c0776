import type pg from 'pg';

/** Every row of every table of ours and of Storage, as JSON by its table and key; large objects and the ledger aside. */
export interface Books {
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, Column>>;
}

export interface Column {
  /** What rows that were there before the column have in it, as JSON: its default, or null. */
  readonly given: unknown;
  readonly isComputed: boolean;
  readonly isJson: boolean;
}

const schemas = ['public', 'private', 'auth', 'storage'];

export async function readBooks(sql: pg.Client): Promise<Books> {
  const columns = await readColumns(sql);
  const tables = new Map<string, Map<string, Record<string, unknown>>>();
  for (const table of columns.keys()) {
    const keys = await keyColumns(sql, table);
    const { rows } = await sql.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t`,
    );
    const byKey = new Map(rows.map(({ row }) => [JSON.stringify(keys.map((key) => row[key])), row]));
    if (byKey.size !== rows.length) throw new Error(`${table}: its key does not tell its rows apart`);
    tables.set(table, byKey);
  }
  return { tables, columns };
}

async function readColumns(sql: pg.Client): Promise<Map<string, Map<string, Column>>> {
  // Where Postgres keeps what it gives to the rows before the column, that counts: the default may have been changed since.
  const { rows } = await sql.query<{
    table: string;
    name: string;
    isKept: boolean;
    kept: unknown;
    default: string | null;
    isComputed: boolean;
    isJson: boolean;
  }>(
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as name, a.atthasmissing as "isKept",
       to_jsonb(a.attmissingval) -> 0 as kept, pg_get_expr(d.adbin, d.adrelid) as default, a.attgenerated <> '' as "isComputed",
       a.atttypid = 'jsonb'::regtype as "isJson"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition order by 1, a.attnum`,
    [schemas],
  );
  const columns = new Map<string, Map<string, Column>>();
  for (const { table, name, isKept, kept, default: expression, isComputed, isJson } of rows) {
    const given = isKept ? kept : isComputed || expression === null ? null : await valueOf(sql, expression);
    columns.set(
      table,
      (columns.get(table) ?? new Map<string, Column>()).set(name, { given, isComputed, isJson }),
    );
  }
  return columns;
}

async function valueOf(sql: pg.Client, expression: string): Promise<unknown> {
  // A sequence counts on when it is asked.
  if (expression.startsWith('nextval(')) return null;
  const { rows } = await sql.query<{ value: unknown }>(`select to_jsonb(${expression}) as value`);
  return rows[0]?.value;
}

async function keyColumns(sql: pg.Client, table: string): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary order by a.attnum`,
    [table],
  );
  if (rows.length === 0) throw new Error(`${table} has no primary key`);
  return rows.map(({ name }) => name);
}

/**
 * What of the books before is not in those after: a row, a column, a value; and what stands in a new column that is not its
 * default. In words: `public.contracts ["…"] plate: "ZH 1" before, "" after`.
 */
export function differences(before: Books, after: Books): string[] {
  return [...before.tables].flatMap(([table, rows]) => {
    const now = after.tables.get(table);
    if (!now) return rows.size === 0 ? [] : [`${table} is gone, with ${rows.size} rows`];
    const old = before.columns.get(table) ?? new Map<string, Column>();
    const added = [...(after.columns.get(table) ?? [])].filter(
      ([name, { isComputed }]) => !old.has(name) && !isComputed,
    );
    return [...rows].flatMap(([key, row]) => {
      const kept = now.get(key);
      if (!kept) return [`${table} ${key} is gone`];
      return [
        ...[...old.keys()].flatMap((name) => told(`${table} ${key} ${name}`, row[name], kept[name])),
        ...added.flatMap(([name, { given }]) =>
          told(`${table} ${key} ${name} (new)`, given ?? null, kept[name]),
        ),
      ];
    });
  });
}

function told(place: string, before: unknown, after: unknown): string[] {
  const [a, b] = [JSON.stringify(before), JSON.stringify(after)];
  return a === b ? [] : [`${place}: ${a?.slice(0, 80)} before, ${b?.slice(0, 80)} after`];
}
