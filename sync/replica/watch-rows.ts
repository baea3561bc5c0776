import type { CommonPowerSyncDatabase, CompilableQuery, CompiledQuery } from '@powersync/common';
import { nameInSchema } from './kept-rows.ts';
import { foundKept, watchReading } from './watch-reading.ts';

export interface RowsWatch<Row> {
  readonly onRows: (rows: readonly Row[]) => void;
  readonly onError: (error: unknown) => void;
  /** Ends the watch: nothing is called back any more. */
  readonly signal: AbortSignal;
  /** Named when the query hides what it reads, as full-text search does. */
  readonly tables?: readonly string[];
}

/** What each text of a query reads. Asking SQLite takes two round trips to the host; no text changes its mind. */
const tablesOfDatabase = new WeakMap<CommonPowerSyncDatabase, Map<string, Promise<ReadonlySet<string>>>>();

/** The rows that the query gave when it was last watched, if they still hold. */
export function rowsKept<Row>(
  db: CommonPowerSyncDatabase,
  query: CompilableQuery<Row>,
): readonly Row[] | undefined {
  // The same text with the same parameters gives rows of the same shape.
  return foundKept(db, nameOf(query.compile())) as readonly Row[] | undefined;
}

/**
 * The rows of a query, now and whenever a table that it reads has changed; at once where they are kept. As PowerSync's own watch, but
 * the rows are asked for right away, where PowerSync's asks SQLite twice before what the query reads: a screen with six queries
 * felt that.
 */
export function watchRows<Row>(
  db: CommonPowerSyncDatabase,
  query: CompilableQuery<Row>,
  { onRows, onError, signal, tables }: RowsWatch<Row>,
): void {
  const text = query.compile();
  watchReading<readonly Row[]>(
    db,
    {
      name: nameOf(text),
      read: () => query.execute(),
      tables: () => (tables ? new Set(tables) : tablesOf(db, text)),
      weightOf: (rows) => rows.length,
    },
    { onFound: onRows, onError, signal },
  );
}

function tablesOf(
  db: CommonPowerSyncDatabase,
  { sql, parameters }: CompiledQuery,
): Promise<ReadonlySet<string>> {
  const known = tablesOfDatabase.get(db) ?? new Map<string, Promise<ReadonlySet<string>>>();
  tablesOfDatabase.set(db, known);
  const asked =
    known.get(sql) ??
    db.resolveTables(sql, [...parameters]).then((names) => new Set(names.map(nameInSchema)));
  known.set(sql, asked);
  // What could not be asked once, as without a host, is asked again.
  asked.catch(() => known.delete(sql));
  return asked;
}

function nameOf({ sql, parameters }: CompiledQuery): string {
  return JSON.stringify([sql, parameters]);
}
