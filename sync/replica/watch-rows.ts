import type { CommonPowerSyncDatabase, CompilableQuery, CompiledQuery } from '@powersync/common';
import { keptRowsOf, nameInSchema, onTablesChanged } from './kept-rows.ts';

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

/** The rows that the query gave when it was last watched, if they still hold. */
export function rowsKept<Row>(
  db: CommonPowerSyncDatabase,
  query: CompilableQuery<Row>,
): readonly Row[] | undefined {
  // The same text with the same parameters gives rows of the same shape.
  return keptRowsOf(db).get(nameOf(query.compile())) as readonly Row[] | undefined;
}

/**
 * The rows of a query, now and whenever a table that it reads has changed; at once where they are kept. As PowerSync's own watch, but
 * the rows are asked for right away, where PowerSync's asks SQLite twice before what the query reads: a screen with six queries
 * felt that. A change is heard from the beginning on, also while the first rows are on their way.
 */
export function watchRows<Row>(
  db: CommonPowerSyncDatabase,
  query: CompilableQuery<Row>,
  watch: RowsWatch<Row>,
): void {
  new Watch(db, query, watch).start();
}

class Watch<Row> {
  readonly #db: CommonPowerSyncDatabase;
  readonly #query: CompilableQuery<Row>;
  readonly #watch: RowsWatch<Row>;
  readonly #text: CompiledQuery;
  readonly #name: string;
  /** Undefined until it is known: until then every change may concern the query. */
  #tables: ReadonlySet<string> | undefined;
  #learnt = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #isOld = false;

  constructor(db: CommonPowerSyncDatabase, query: CompilableQuery<Row>, watch: RowsWatch<Row>) {
    this.#db = db;
    this.#query = query;
    this.#watch = watch;
    this.#text = query.compile();
    this.#name = nameOf(this.#text);
  }

  start(): void {
    const { signal, onRows, tables } = this.#watch;
    if (signal.aborted) return;
    const stop = onTablesChanged(this.#db, (changed) => this.#changed(changed));
    signal.addEventListener('abort', () => {
      stop();
      clearTimeout(this.#timer);
    });
    const kept = keptRowsOf(this.#db).get(this.#name) as readonly Row[] | undefined;
    if (tables) this.#tables = new Set(tables);
    else this.#learnt = this.#learn();
    if (kept) onRows(kept);
    else void this.#read();
  }

  #changed(changed: readonly string[]): void {
    const tables = this.#tables;
    if (tables && !changed.some((table) => tables.has(table))) return;
    this.#isOld = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isReading) void this.#read();
    }, throttleMs);
  }

  async #read(): Promise<void> {
    const { signal, onRows } = this.#watch;
    this.#isReading = true;
    this.#isOld = false;
    const since = keptRowsOf(this.#db).moment;
    try {
      const rows = await this.#query.execute();
      if (signal.aborted) return;
      onRows(rows);
      void this.#keep(rows, since);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isReading = false;
    }
    // What changed while it was read, and whose time is already up.
    if (this.#isOld && this.#timer === undefined && !signal.aborted) await this.#read();
  }

  async #keep(rows: readonly Row[], since: number): Promise<void> {
    await this.#learnt;
    // Nobody looks any more, perhaps because the window was locked: then nothing is kept.
    if (this.#watch.signal.aborted) return;
    if (this.#tables) keptRowsOf(this.#db).keep(this.#name, rows, this.#tables, since);
  }

  async #learn(): Promise<void> {
    try {
      this.#tables = await tablesOf(this.#db, this.#text);
    } catch (error) {
      // Who hears of no change must at least know it.
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!this.#watch.signal.aborted) this.#watch.onError(error);
  }
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
