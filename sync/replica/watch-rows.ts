import type { CommonPowerSyncDatabase, CompilableQuery } from '@powersync/common';

export interface RowsWatch<Row> {
  readonly onRows: (rows: readonly Row[]) => void;
  readonly onError: (error: unknown) => void;
  /** Ends the watch: nothing is called back any more. */
  readonly signal: AbortSignal;
  /** Named when the query hides what it reads, as full-text search does. */
  readonly tables?: readonly string[];
}

/** Changes that come close together are read once. A frame. */
const throttleMs = 16;

/** What each text of a query reads. Asking SQLite takes two round trips to the host; no text changes its mind. */
const tablesOfDatabase = new WeakMap<CommonPowerSyncDatabase, Map<string, Promise<ReadonlySet<string>>>>();

/**
 * The rows of a query, now and whenever a table that it reads has changed. As PowerSync's own watch, but the rows are asked for at
 * once, not after SQLite was asked twice what the query reads (a screen with six queries felt that); and a change is heard from
 * before the first reading on, where PowerSync's hears none between the first rows and its own listening.
 */
export function watchRows<Row>(
  db: CommonPowerSyncDatabase,
  query: CompilableQuery<Row>,
  { onRows, onError, signal, tables }: RowsWatch<Row>,
): void {
  let asked = 0;
  let shown = 0;
  const fail = (error: unknown): void => {
    if (!signal.aborted) onError(error);
  };
  const read = async (): Promise<void> => {
    const turn = ++asked;
    try {
      const rows = await query.execute();
      // What was asked for earlier and comes later is older.
      if (signal.aborted || turn < shown) return;
      shown = turn;
      onRows(rows);
    } catch (error) {
      fail(error);
    }
  };
  const readTables = tables ? Promise.resolve(new Set(tables)) : tablesOf(db, query);
  // Who hears of no change must at least know it.
  readTables.catch(fail);
  const concerns = async (changed: readonly string[]): Promise<boolean> => {
    const ours = await readTables.catch(() => new Set<string>());
    return changed.some((table) => ours.has(nameOf(table)));
  };
  db.onChange(
    {
      onChange: async ({ changedTables }) => {
        if (await concerns(changedTables)) await read();
      },
    },
    { tables: [...db.schema.tables.map(({ name }) => name), 'ps_crud'], throttleMs, signal },
  );
  void read();
}

function tablesOf<Row>(
  db: CommonPowerSyncDatabase,
  query: CompilableQuery<Row>,
): Promise<ReadonlySet<string>> {
  const { sql, parameters } = query.compile();
  const known = tablesOfDatabase.get(db) ?? new Map<string, Promise<ReadonlySet<string>>>();
  tablesOfDatabase.set(db, known);
  const asked =
    known.get(sql) ?? db.resolveTables(sql, [...parameters]).then((names) => new Set(names.map(nameOf)));
  known.set(sql, asked);
  // What could not be asked once, as without a host, is asked again.
  asked.catch(() => known.delete(sql));
  return asked;
}

/** As in the schema: SQLite names the table under the view. */
function nameOf(table: string): string {
  return table.replace(/^ps_data(_local)?__/, '');
}
