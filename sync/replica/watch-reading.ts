import type { CommonPowerSyncDatabase } from '@powersync/common';
import { keptRowsOf, onTablesChanged } from './kept-rows.ts';

/** A question to the replica, and what its answer depends on. */
export interface Reading<Found> {
  /** The same name, the same answer, as long as none of its tables changes. */
  readonly name: string;
  readonly read: () => Promise<Found>;
  /** Called once, when a watch begins. Until it is known every change may concern the reading. */
  readonly tables: () => ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** As how many rows the answer counts among what is kept. Where it is Infinity nothing is kept. */
  readonly weightOf: (found: Found) => number;
}

export interface ReadingWatch<Found> {
  readonly onFound: (found: Found) => void;
  readonly onError: (error: unknown) => void;
  /** Ends the watch: nothing is called back any more. */
  readonly signal: AbortSignal;
  /** Changes that come within so many milliseconds are read once: a frame where nothing is said. */
  readonly throttleMs?: number;
}

const frameMs = 16;

/** What the reading of this name found when it was last watched, if it still holds; else undefined. */
export function foundKept(db: CommonPowerSyncDatabase, name: string): unknown {
  return keptRowsOf(db).get(name);
}

/**
 * What a reading finds, now and whenever a table that it reads has changed; at once where that is kept. A change is heard from the
 * beginning on, also while the first answer is on its way.
 */
export function watchReading<Found>(
  db: CommonPowerSyncDatabase,
  reading: Reading<Found>,
  watch: ReadingWatch<Found>,
): void {
  new Watch(db, reading, watch).start();
}

class Watch<Found> {
  readonly #db: CommonPowerSyncDatabase;
  readonly #reading: Reading<Found>;
  readonly #watch: ReadingWatch<Found>;
  #tables: ReadonlySet<string> | undefined;
  #learnt = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #isOld = false;

  constructor(db: CommonPowerSyncDatabase, reading: Reading<Found>, watch: ReadingWatch<Found>) {
    this.#db = db;
    this.#reading = reading;
    this.#watch = watch;
  }

  start(): void {
    const { signal, onFound } = this.#watch;
    if (signal.aborted) return;
    const stop = onTablesChanged(this.#db, (changed) => this.#changed(changed));
    signal.addEventListener('abort', () => {
      stop();
      clearTimeout(this.#timer);
    });
    const kept = foundKept(this.#db, this.#reading.name) as Found | undefined;
    const tables = this.#reading.tables();
    if (tables instanceof Promise) this.#learnt = this.#learn(tables);
    else this.#tables = tables;
    if (kept === undefined) void this.#read();
    else onFound(kept);
  }

  #changed(changed: readonly string[]): void {
    const tables = this.#tables;
    if (tables && !changed.some((table) => tables.has(table))) return;
    this.#isOld = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isReading) void this.#read();
    }, this.#watch.throttleMs ?? frameMs);
  }

  async #read(): Promise<void> {
    const { signal, onFound } = this.#watch;
    this.#isReading = true;
    this.#isOld = false;
    const since = keptRowsOf(this.#db).moment;
    try {
      const found = await this.#reading.read();
      if (signal.aborted) return;
      onFound(found);
      void this.#keep(found, since);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isReading = false;
    }
    // What changed while it was read, and whose time is already up.
    if (this.#isOld && this.#timer === undefined && !signal.aborted) await this.#read();
  }

  async #keep(found: Found, since: number): Promise<void> {
    await this.#learnt;
    // Nobody looks any more, perhaps because the window was locked: then nothing is kept.
    if (this.#watch.signal.aborted || !this.#tables) return;
    const { name, weightOf } = this.#reading;
    keptRowsOf(this.#db).keep(name, found, weightOf(found), this.#tables, since);
  }

  async #learn(tables: Promise<ReadonlySet<string>>): Promise<void> {
    try {
      this.#tables = await tables;
    } catch (error) {
      // Who hears of no change must at least know it.
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!this.#watch.signal.aborted) this.#watch.onError(error);
  }
}
