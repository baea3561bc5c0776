import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Lsn } from './lsn.ts';

/** One row as it lies in one bucket. */
export interface Placed {
  readonly bucket: string;
  readonly type: string;
  readonly id: string;
  /** The row as JSON text. */
  readonly data: string;
}

/** Where a table row stands in the parameter index: lookup → the rows it answers with, as JSON. */
export interface Indexed {
  readonly lookup: string;
  readonly rows: string;
}

export interface Position {
  readonly version: number;
  readonly hash: string;
  readonly lsn: Lsn;
  /** False while the first snapshot is being taken: such a log is thrown away at the next start. */
  readonly complete: boolean;
}

/**
 * The operations of every bucket, in order, with what is needed to continue after a restart. One writer: all changes
 * between `begin` and `commit` become visible to readers and durable together, the position included.
 */
export interface OpLog {
  position(): Position | undefined;
  begin(): void;
  /**
   * `source` names the table row for ever: what it was in before and is not in now, is removed. `indexed` is null for rows of
   * tables that nothing is looked up in.
   */
  place(source: string, placed: readonly Placed[], indexed: readonly Indexed[] | null): void;
  /** Removes every row of a table. `prefix` is the part of `source` before the key. */
  clearTable(prefix: string): void;
  /** Whole rows that Postgres may later send without their large values. */
  remember(source: string, row: string | undefined): void;
  recall(source: string): string | undefined;
  /** Makes the changes and the new position durable. Returns false when there was nothing but the position. */
  commit(lsn: Lsn): boolean;
  rollback(): void;
  /** Counts the commits that changed what is looked up: as long as it stays the same, so do everybody's buckets. */
  lookupChanges(): number;
  markComplete(): void;
  close(): void;
}

const schema = `
  create table if not exists position (
    one integer primary key check (one = 1), version integer not null, hash text not null, lsn integer not null,
    complete integer not null, last_op integer not null
  );
  create table if not exists buckets (
    id integer primary key, name text not null unique, count integer not null, checksum integer not null,
    last_op integer not null
  );
  create table if not exists ops (
    op_id integer primary key, bucket integer not null, op text not null, type text, row text, subkey text,
    checksum integer not null, data text, superseded_by integer
  );
  create index if not exists ops_by_bucket on ops (bucket, op_id);
  create table if not exists present (
    source text not null, bucket integer not null, type text not null, row text not null, op_id integer not null,
    primary key (source, bucket, type, row)
  ) without rowid;
  create table if not exists lookups (
    source text not null, lookup text not null, rows text not null, primary key (source, lookup)
  ) without rowid;
  create index if not exists lookups_by_lookup on lookups (lookup);
  create table if not exists whole_rows (source text primary key, row text not null) without rowid;
`;

interface Bucket {
  readonly id: number;
  count: number;
  checksum: number;
  lastOp: number;
  changed: boolean;
}

/** Opens (or creates) the log. A log of other streams, or one without a complete snapshot, is emptied. */
export function openOpLog(path: string, hash: string, keep: boolean): OpLog {
  const db = new Database(path);
  db.pragma('journal_mode = wal');
  // Survives a killed process. After a power cut the log may be a little behind the slot; that is noticed at start.
  db.pragma('synchronous = normal');
  db.exec(schema);
  const stored = readPosition(db);
  if (!keep || !stored?.complete || stored.hash !== hash) empty(db, hash);
  compact(db);
  return writer(db);
}

export function readStoredPosition(path: string): Position | undefined {
  const db = new Database(path);
  db.exec(schema);
  const position = readPosition(db);
  db.close();
  return position;
}

function readPosition(db: Database.Database): Position | undefined {
  const row = db
    .prepare<[], { version: bigint; hash: string; lsn: bigint; complete: bigint }>(
      'select version, hash, lsn, complete from position',
    )
    .safeIntegers()
    .get();
  return (
    row && {
      version: Number(row.version),
      hash: row.hash,
      lsn: row.lsn,
      complete: row.complete === 1n,
    }
  );
}

function empty(db: Database.Database, hash: string): void {
  db.transaction(() => {
    // The version is in every bucket name. Taken from the clock, so that counters which knew an earlier data folder
    // never mistake one of its buckets for one of these.
    const before = readPosition(db)?.version ?? 0;
    const version = Math.max(before + 1, Math.floor(Date.now() / 1000));
    for (const table of ['position', 'buckets', 'ops', 'present', 'lookups', 'whole_rows'])
      db.exec(`delete from ${table}`);
    db.prepare('insert into position values (1, ?, ?, 0, 0, 0)').run(version, hash);
  })();
}

/**
 * Operations at the beginning of a bucket that no longer say anything (moved, removed) become one CLEAR with the sum
 * of their checksums: a new counter does not read years of history.
 */
function compact(db: Database.Database): void {
  db.transaction(() => {
    const buckets = db.prepare<[], { id: number; count: number }>('select id, count from buckets').all();
    const firstRow = db.prepare<[number], { op_id: number }>(
      "select op_id from ops where bucket = ? and op = 'PUT' order by op_id limit 1",
    );
    const before = db.prepare<[number, number], { count: number; sum: number; last: number }>(
      'select count(*) as count, coalesce(sum(checksum), 0) as sum, max(op_id) as last from ops where bucket = ? and op_id < ?',
    );
    for (const { id } of buckets) {
      const { count, sum, last } = before.get(id, firstRow.get(id)?.op_id ?? Number.MAX_SAFE_INTEGER) ?? {
        count: 0,
        sum: 0,
        last: 0,
      };
      if (count < 2) continue;
      db.prepare('delete from ops where bucket = ? and op_id < ?').run(id, last);
      db.prepare(
        "update ops set op = 'CLEAR', type = null, row = null, subkey = null, data = null, checksum = ?, superseded_by = null where op_id = ?",
      ).run(sum % 2 ** 32, last);
      db.prepare('update buckets set count = count - ? where id = ?').run(count - 1, id);
    }
  })();
}

function writer(db: Database.Database): OpLog {
  const statements = {
    op: db.prepare('insert into ops values (?, ?, ?, ?, ?, ?, ?, ?, null)'),
    move: db.prepare(
      "update ops set op = 'MOVE', type = null, row = null, subkey = null, data = null, superseded_by = ? where op_id = ?",
    ),
    presentOf: db.prepare<[string], { bucket: number; type: string; row: string; op_id: number }>(
      'select bucket, type, row, op_id from present where source = ?',
    ),
    putPresent: db.prepare('insert or replace into present values (?, ?, ?, ?, ?)'),
    dropPresent: db.prepare('delete from present where source = ? and bucket = ? and type = ? and row = ?'),
    sources: db.prepare<[string, string], { source: string }>(
      'select distinct source from present where source >= ? and source < ?',
    ),
    newBucket: db.prepare('insert into buckets (name, count, checksum, last_op) values (?, 0, 0, 0)'),
    saveBucket: db.prepare('update buckets set count = ?, checksum = ?, last_op = ? where id = ?'),
    savePosition: db.prepare('update position set lsn = ?, last_op = ?'),
    dropLookups: db.prepare('delete from lookups where source = ?'),
    putLookup: db.prepare('insert into lookups values (?, ?, ?)'),
    dropWhole: db.prepare('delete from whole_rows where source = ?'),
    putWhole: db.prepare('insert or replace into whole_rows values (?, ?)'),
    whole: db.prepare<[string], { row: string }>('select row from whole_rows where source = ?'),
  };
  const buckets = new Map<string, Bucket>();
  const names = new Map<number, string>();
  let lastOp = 0;
  let hasLookups = false;
  let lookupsTouched = false;
  let lookupChanges = 0;
  let open = false;
  let changed = false;

  const load = (): void => {
    buckets.clear();
    for (const row of db
      .prepare<[], { id: number; name: string; count: number; checksum: number; last_op: number }>(
        'select * from buckets',
      )
      .all()) {
      buckets.set(row.name, {
        id: row.id,
        count: row.count,
        checksum: row.checksum,
        lastOp: row.last_op,
        changed: false,
      });
      names.set(row.id, row.name);
    }
    lastOp = db.prepare<[], { last_op: number }>('select last_op from position').get()?.last_op ?? 0;
    hasLookups = db.prepare('select 1 from lookups limit 1').get() !== undefined;
  };
  load();

  const bucketNamed = (name: string): Bucket => {
    const known = buckets.get(name);
    if (known) return known;
    const id = Number(statements.newBucket.run(name).lastInsertRowid);
    const made: Bucket = { id, count: 0, checksum: 0, lastOp: 0, changed: true };
    buckets.set(name, made);
    names.set(id, name);
    return made;
  };
  const write = (
    bucket: Bucket,
    op: 'PUT' | 'REMOVE',
    type: string,
    row: string,
    source: string,
    data: string | null,
  ): number => {
    lastOp += 1;
    // Keeps rows of two tables apart that come out under one name and id. Short, because it travels with every row.
    const subkey = source.endsWith(`/${row}`) ? source.slice(0, -row.length - 1) : source;
    const checksum = crc32(data ?? '', crc32(`${op}\0${type}\0${row}\0${subkey}`));
    statements.op.run(lastOp, bucket.id, op, type, row, subkey, checksum, data);
    bucket.count += 1;
    bucket.checksum = (bucket.checksum + checksum) % 2 ** 32;
    bucket.lastOp = lastOp;
    bucket.changed = true;
    changed = true;
    return lastOp;
  };
  const place: OpLog['place'] = (source, placed, indexed) => {
    const gone = new Map(
      statements.presentOf.all(source).map((row) => [`${row.bucket}\0${row.type}\0${row.row}`, row]),
    );
    for (const { bucket: name, type, id, data } of placed) {
      const bucket = bucketNamed(name);
      const key = `${bucket.id}\0${type}\0${id}`;
      const before = gone.get(key);
      gone.delete(key);
      const op = write(bucket, 'PUT', type, id, source, data);
      if (before) statements.move.run(op, before.op_id);
      statements.putPresent.run(source, bucket.id, type, id, op);
    }
    for (const { bucket: id, type, row, op_id: before } of gone.values()) {
      const op = write(bucketNamed(names.get(id) ?? ''), 'REMOVE', type, row, source, null);
      statements.move.run(op, before);
      statements.dropPresent.run(source, id, type, row);
    }
    if (indexed !== null && (hasLookups || indexed.length > 0)) {
      hasLookups = true;
      lookupsTouched = statements.dropLookups.run(source).changes > 0 || indexed.length > 0 || lookupsTouched;
      changed ||= lookupsTouched;
      for (const { lookup, rows } of indexed) statements.putLookup.run(source, lookup, rows);
    }
  };
  return {
    position: () => readPosition(db),
    begin() {
      if (open) return;
      db.exec('begin');
      open = true;
      changed = false;
    },
    place,
    clearTable(prefix) {
      for (const { source } of statements.sources.all(prefix, `${prefix}\u{10ffff}`)) {
        place(source, [], []);
        statements.dropWhole.run(source);
      }
    },
    remember(source, row) {
      if (row === undefined) statements.dropWhole.run(source);
      else statements.putWhole.run(source, row);
    },
    recall: (source) => statements.whole.get(source)?.row,
    commit(lsn) {
      for (const bucket of buckets.values()) {
        if (!bucket.changed) continue;
        statements.saveBucket.run(bucket.count, bucket.checksum, bucket.lastOp, bucket.id);
        bucket.changed = false;
      }
      statements.savePosition.run(lsn, lastOp);
      if (open) db.exec('commit');
      open = false;
      if (lookupsTouched) lookupChanges += 1;
      lookupsTouched = false;
      const told = changed;
      changed = false;
      return told;
    },
    rollback() {
      if (!open) return;
      db.exec('rollback');
      open = false;
      changed = false;
      lookupsTouched = false;
      load();
    },
    lookupChanges: () => lookupChanges,
    markComplete: () => void db.prepare('update position set complete = 1').run(),
    close() {
      if (open) db.exec('rollback');
      db.close();
    },
  };
}
