import type pg from 'pg';
import type { ModelCounter } from './model-counter.ts';

type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The columns that replicas receive, with their base types, by table. */
export async function readColumns(sql: pg.Pool): Promise<Columns> {
  const { rows } = await sql.query<{ table_name: string; column_name: string; type: string }>(
    `select c.table_name, c.column_name, c.udt_name as type
     from information_schema.columns c join private.synced_tables s on s.name = c.table_name
     where c.table_schema = 'public' and c.column_name <> 'whole_payload'`,
  );
  const columns = new Map<string, Map<string, string>>();
  for (const { table_name, column_name, type } of rows) {
    const table = columns.get(table_name) ?? new Map<string, string>();
    columns.set(table_name, table.set(column_name, type));
  }
  return columns;
}

/**
 * Compares rows of a table in a replica with those in Postgres, column by column. Returns what differs, in words.
 * @param ids the rows to look at; all of the company when not given
 */
export async function differencesOf(
  sql: pg.Pool,
  columns: Columns,
  counter: ModelCounter,
  table: string,
  companyId: string,
  ids?: readonly string[],
): Promise<string[]> {
  const types = columns.get(table);
  if (!types) throw new Error(`no table ${table}`);
  const owner = table === 'companies' ? 'id' : 'company_id';
  const theirs = await sql.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from public.${table} t where ${owner} = $1 ${ids ? 'and id = any ($2)' : ''}`,
    ids ? [companyId, ids] : [companyId],
  );
  const own = await counter.db.getAll<Record<string, unknown>>(
    ids ? `SELECT * FROM ${table} WHERE id IN (SELECT value FROM json_each(?))` : `SELECT * FROM ${table}`,
    ids ? [JSON.stringify(ids)] : [],
  );
  const where = `${counter.desk.prefix}: ${table}`;
  const here = new Map(own.map((row) => [String(row['id']), row]));
  const found: string[] = [];
  for (const { row } of theirs.rows) {
    const id = String(row['id']);
    const mine = here.get(id);
    here.delete(id);
    if (!mine) found.push(`${where} ${id} is missing in the replica`);
    else {
      for (const [name, type] of types) {
        const [a, b] = [plain(row[name], type), plain(mine[name], type)];
        if (a !== b) found.push(`${where} ${id} ${name}: ${b} in the replica, ${a} in Postgres`);
      }
    }
  }
  for (const id of here.keys()) found.push(`${where} ${id} is in the replica only`);
  return found;
}

function plain(value: unknown, type: string): string {
  if (value === null || value === undefined) return 'null';
  if (type === 'timestamptz') return String(Date.parse(typeof value === 'string' ? value : ''));
  if (type === 'bool') return String(Number(value));
  if (type === 'jsonb') return sorted(typeof value === 'string' ? (JSON.parse(value) as unknown) : value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** JSON with its keys in order, so that equal values are equal texts. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
