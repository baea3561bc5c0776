import type pg from 'pg';

/** A row to be written: every row of one call has the same columns. */
export type NewRow = Readonly<Record<string, unknown>>;

/** Inserts many rows in one statement; Postgres turns the JSON into the types of the columns. */
export async function insertRows(
  client: pg.ClientBase,
  table: string,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => quoted(column))
    .join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
