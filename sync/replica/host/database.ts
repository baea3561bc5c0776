import { Connection } from './connection.ts';
import { LeasePool } from './lease-pool.ts';

export interface DatabaseOptions {
  readonly path: string;
  readonly extensionPath: string;
  readonly readers: number;
  /** Told which tables a committed change touched. */
  readonly onChanged: (tables: readonly string[]) => void;
}

/**
 * The open file: one writer, which holds the sync state, and some readers, which see the last commit. One thread carries out every
 * statement, so a second reader is opened only once somebody holds the first for longer than a statement: each has a cache and the
 * schema of its own.
 */
export class Database {
  readonly writer: Connection;
  readonly #writers: LeasePool;
  readonly #reading: LeasePool;
  readonly #onChanged: (tables: readonly string[]) => void;
  #schemaChanges = 0;

  constructor({ path, extensionPath, readers, onChanged }: DatabaseOptions) {
    this.#onChanged = onChanged;
    this.writer = new Connection({ path, extensionPath, write: true });
    this.#writers = new LeasePool({ open: () => this.writer, atMost: 1 });
    this.#reading = new LeasePool({
      open: () => new Connection({ path, extensionPath, write: false }),
      atMost: readers,
    });
  }

  pool(write: boolean): LeasePool {
    return write ? this.#writers : this.#reading;
  }

  /** Takes a connection back: rolls back what was left open, tells what was committed, and lends it to the next. */
  giveBack(connection: Connection): void {
    try {
      connection.rollBack();
      this.tellCommitted(connection);
    } finally {
      this.pool(connection.write).release(connection);
    }
  }

  /**
   * Tells what the connection has committed. To be called before a statement is answered that may have committed: whoever has the
   * answer to their write must have heard of the change, or they could take rows for true that were read before it.
   */
  tellCommitted(connection: Connection): void {
    if (connection.write && !connection.inTransaction) this.#tellChanges(connection);
  }

  #tellChanges(writer: Connection): void {
    if (writer.schemaChanges !== this.#schemaChanges) {
      this.#schemaChanges = writer.schemaChanges;
      this.forgetPrepared();
    }
    const tables = writer.takeChangedTables();
    if (tables.length > 0) this.#onChanged(tables);
  }

  forgetPrepared(): void {
    this.writer.forgetPrepared();
    for (const reader of this.#reading.open) reader.forgetPrepared();
  }

  /** The last connection to close folds the write-ahead log into the file. */
  close(): void {
    this.#reading.close();
    this.writer.close();
  }
}
