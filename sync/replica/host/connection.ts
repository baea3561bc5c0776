import { existsSync, statSync } from 'node:fs';

import Database from 'better-sqlite3';

import { type Rows, type SqlParameter, maxMessageBytes, maxRows, sizeOfValues } from '../messages.ts';
import { ReplicaError } from '../replica-error.ts';
import { refuseForbidden } from './guard-sql.ts';
import { type Bindable, fromSqlite, mayBeRounded, toSqlite } from './normalise-values.ts';

export interface ConnectionOptions {
  readonly path: string;
  readonly extensionPath: string;
  readonly write: boolean;
}

interface Prepared {
  readonly statement: Database.Statement;
  readonly columnNames: string[];
  /** `?1` is a name to better-sqlite3, which wants an object for names. */
  readonly numbered: boolean;
  /** Leaves its mark on the schema, so that what was prepared before may be wrong. */
  readonly changesSchema: boolean;
}

const preparedAtMost = 200;
/** A replica of so many bytes has had its first sync, or most of it. */
const filledFrom = 32 * 1024 * 1024;
const schemaWords = /^\W*(create|drop|alter)\b|powersync_(replace_schema|init|clear)/i;

/** One SQLite connection to the replica's file, for one lease at a time. */
export class Connection {
  readonly write: boolean;
  readonly db: Database.Database;
  #prepared = new Map<string, Prepared>();
  #changes: Database.Statement | undefined;
  #schemaIsOld = false;
  /** Grows with every statement that may have changed the schema. */
  schemaChanges = 0;

  constructor(options: ConnectionOptions) {
    this.write = options.write;
    this.db = new Database(options.path, { readonly: !options.write });
    try {
      loadExtension(this.db, options.extensionPath);
      this.db.pragma('cell_size_check = ON');
      this.db.pragma('temp_store = MEMORY');
      this.db.pragma(`cache_size = -${cacheKib(options)}`);
      if (options.write) configureWriter(this.db);
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  get inTransaction(): boolean {
    return this.db.inTransaction;
  }

  /** Runs one statement sent by a page. Throws SqliteError, or ReplicaError for what is refused or too big. */
  run(sql: string, params: readonly SqlParameter[]): Rows {
    const prepared = this.#prepare(sql);
    if (prepared.changesSchema) this.schemaChanges++;
    const rows = this.#execute(prepared, params);
    if (prepared.changesSchema) this.forgetPrepared();
    return rows;
  }

  /** Runs one statement for each set of parameters. Returns the sum of the affected rows, and no rows. */
  runBatch(sql: string, sets: readonly (readonly SqlParameter[])[]): Rows {
    const prepared = this.#prepare(sql);
    let rowsAffected = 0;
    let insertId = 0;
    for (const set of sets) {
      const rows = this.#execute(prepared, set);
      rowsAffected += rows.rowsAffected;
      insertId = rows.insertId;
    }
    return { columnNames: [], rawRows: [], rowsAffected, insertId };
  }

  /** The tables that committed changes touched since the last call. Of the writer only. */
  takeChangedTables(): string[] {
    const [json] = this.db.prepare("SELECT powersync_update_hooks('get')").pluck().all();
    return JSON.parse(json as string) as string[];
  }

  rollBack(): void {
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }

  /**
   * To be called when the schema changed: a prepared `SELECT *` still has its old columns, and so has one that is prepared
   * anew, until a statement has met the new schema.
   */
  forgetPrepared(): void {
    this.#prepared.clear();
    this.#schemaIsOld = true;
  }

  close(): void {
    this.#prepared.clear();
    this.db.close();
  }

  #prepare(sql: string): Prepared {
    if (this.#schemaIsOld && !this.db.inTransaction) {
      this.db.prepare('SELECT 1 FROM sqlite_master').get();
      this.#schemaIsOld = false;
    }
    const known = this.#prepared.get(sql);
    if (known) {
      // A Map keeps the order of insertion: what was used last goes to its end.
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    refuseForbidden(sql);
    const statement = this.db.prepare(sql);
    const prepared = {
      statement,
      columnNames: statement.reader ? statement.columns().map(({ name }) => name) : [],
      numbered: /\?\d/.test(sql),
      changesSchema: schemaWords.test(sql),
    };
    if (statement.reader) statement.raw();
    // An EXPLAIN is wrong after a change of the schema, and nobody explains twice.
    if (!/^\W*explain/i.test(sql)) this.#remember(sql, prepared);
    return prepared;
  }

  #remember(sql: string, prepared: Prepared): void {
    if (this.#prepared.size >= preparedAtMost) {
      const [oldest] = this.#prepared.keys();
      if (oldest !== undefined) this.#prepared.delete(oldest);
    }
    this.#prepared.set(sql, prepared);
  }

  #execute(prepared: Prepared, params: readonly SqlParameter[]): Rows {
    const { statement, columnNames } = prepared;
    const values = params.map(toSqlite);
    const bound = prepared.numbered ? [byNumber(values)] : values;
    if (!statement.reader) {
      const { changes, lastInsertRowid } = statement.run(...bound);
      return { columnNames, rawRows: [], rowsAffected: changes, insertId: Number(lastInsertRowid) };
    }
    if (statement.readonly) {
      const { rawRows, rounded } = read(statement.safeIntegers(false), bound);
      const exact = rounded ? read(statement.safeIntegers(true), bound).rawRows : rawRows;
      return { columnNames, rawRows: exact, rowsAffected: 0, insertId: 0 };
    }
    // RETURNING, or a function that writes: to be run once only, so exact from the start.
    const { rawRows } = read(statement.safeIntegers(true), bound);
    this.#changes ??= this.db.prepare('SELECT changes(), last_insert_rowid()').raw();
    const [rowsAffected = 0, insertId = 0] = this.#changes.get() as number[];
    return { columnNames, rawRows, rowsAffected, insertId };
  }
}

/**
 * In KiB. A first sync goes through the writer, and goes the quicker the more of the indexes it finds in its cache. Once the replica is
 * there the operating system's cache lies below, and a counter is not alone on its PC. Of readers, 16 MB over 145,000 contracts were no
 * quicker than 4; what 2 cost beside 4 was not taken apart: with them search and saving were within the noise of the bench.
 */
function cacheKib({ path, write }: ConnectionOptions): number {
  const isFilled = existsSync(path) && statSync(path).size > filledFrom;
  return write && !isFilled ? 16_000 : 2_000;
}

/** Loads the PowerSync core into a connection. Its entry point has to be named. */
export function loadExtension(db: Database.Database, extensionPath: string): void {
  // The type declarations lag behind: better-sqlite3 13 takes the entry point as a second argument.
  (db as unknown as { loadExtension(path: string, entryPoint: string): void }).loadExtension(
    extensionPath,
    'sqlite3_powersync_init',
  );
}

function configureWriter(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // A contract that was signed is on the disk, whatever happens to the power.
  db.pragma('synchronous = FULL');
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
  }
  db.pragma('journal_size_limit = 67108864');
  db.pragma('recursive_triggers = ON');
  db.exec("BEGIN; SELECT powersync_init(); COMMIT; SELECT powersync_update_hooks('install')");
}

function byNumber(values: readonly Bindable[]): Record<string, Bindable> {
  return Object.fromEntries(values.map((value, index) => [String(index + 1), value]));
}

function read(statement: Database.Statement, bound: readonly unknown[]) {
  const rawRows: Rows['rawRows'] = [];
  let rounded = false;
  let size = 0;
  for (const raw of statement.iterate(...bound)) {
    const row = raw as unknown[];
    size += sizeOfValues(row);
    if (rawRows.length >= maxRows) {
      throw new ReplicaError('too-many-rows', `the statement returns more than ${maxRows} rows`);
    }
    if (size > maxMessageBytes) {
      throw new ReplicaError('too-large', `the statement returns more than ${maxMessageBytes} bytes`);
    }
    rounded ||= row.some(mayBeRounded);
    rawRows.push(fromSqlite(row));
  }
  return { rawRows, rounded };
}
