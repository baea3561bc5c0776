import type { Selectable } from 'kysely';
import type { SyncedRows } from '#sync/schema/rows.generated.ts';
import type { Rows } from './counter.ts';

/** The row with this id. Throws when it is not in the replica: callers follow references that the server guarantees. */
export async function rowById<Table extends keyof SyncedRows>(
  rows: Rows,
  table: Table,
  id: string,
): Promise<Selectable<SyncedRows[Table]>> {
  // Kysely types a query for one table, not for a choice of them; `id` is in all.
  const row = await rows
    .selectFrom(table as 'companies')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Error(`${table} has no row ${id}`);
  return row as unknown as Selectable<SyncedRows[Table]>;
}
