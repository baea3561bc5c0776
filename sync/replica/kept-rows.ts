import type { CommonPowerSyncDatabase } from '@powersync/common';
import { RemoteAdapter } from './remote-adapter.ts';

/** All results together, the least recently used leave first: some megabytes of a page. */
const rowsAtMost = 20_000;

interface Kept {
  readonly found: unknown;
  /** As how many rows it counts. */
  readonly weight: number;
  readonly tables: ReadonlySet<string>;
}

/**
 * What was read and still holds, rows of a query or what was made of several, so that a screen one comes back to is there at once. What reads a table is dropped in the
 * moment in which the host says that the table has changed; and the host says so before it answers the write. As long as a write
 * of this page is under way nothing that is kept is given out: nobody sees rows from before their own write, answered or not.
 */
export class KeptRows {
  readonly #isWriting: () => boolean;
  readonly #kept = new Map<string, Kept>();
  /** Which change last touched each table, counted from the first. */
  readonly #changes = new Map<string, number>();
  #change = 0;
  #size = 0;

  constructor(isWriting: () => boolean = () => false) {
    this.#isWriting = isWriting;
  }

  /** What is read now sees every change up to here. */
  get moment(): number {
    return this.#change;
  }

  /** Undefined where nothing is kept, or what was kept may no longer hold. */
  get(name: string): unknown {
    const kept = this.#kept.get(name);
    if (!kept || this.#isWriting()) return undefined;
    // A Map keeps the order of insertion: what was used last goes to its end.
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.found;
  }

  /**
   * @param weight as how many rows it counts
   * @param since the {@link moment} in which it was asked for: what has changed meanwhile is not kept
   */
  keep(name: string, found: unknown, weight: number, tables: ReadonlySet<string>, since: number): void {
    this.#drop(name);
    for (const table of tables) if ((this.#changes.get(table) ?? 0) > since) return;
    if (weight > rowsAtMost) return;
    this.#kept.set(name, { found, weight, tables });
    this.#size += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= rowsAtMost) return;
      this.#drop(oldest);
    }
  }

  /** Somebody else may look next: nothing stays in the page. */
  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  changed(tables: readonly string[]): void {
    this.#change++;
    for (const table of tables) this.#changes.set(table, this.#change);
    for (const [name, kept] of this.#kept) {
      if (tables.some((table) => kept.tables.has(table))) this.#drop(name);
    }
  }

  #drop(name: string): void {
    const kept = this.#kept.get(name);
    if (!kept) return;
    this.#kept.delete(name);
    this.#size -= kept.weight;
  }
}

const ofDatabase = new WeakMap<CommonPowerSyncDatabase, KeptRows>();

/** What is kept of a database. */
export function keptRowsOf(db: CommonPowerSyncDatabase): KeptRows {
  const known = ofDatabase.get(db);
  if (known) return known;
  const kept = new KeptRows(() => db.database instanceof RemoteAdapter && db.database.isWriting);
  ofDatabase.set(db, kept);
  onTablesChanged(db, (tables) => kept.changed(tables));
  return kept;
}

/** Calls back in the moment in which the host tells of a change, with the names of the schema. Returns how to stop. */
export function onTablesChanged(
  db: CommonPowerSyncDatabase,
  listener: (tables: readonly string[]) => void,
): () => void {
  return db.database.registerListener({
    tablesUpdated: ({ tables }) => listener(tables.map(nameInSchema)),
  });
}

/** SQLite names the table under the view. */
export function nameInSchema(table: string): string {
  return table.replace(/^ps_data(_local)?__/, '');
}
