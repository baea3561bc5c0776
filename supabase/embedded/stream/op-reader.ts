import Database from 'better-sqlite3';
import { JSONBig } from '@powersync/service-jsonbig';
import type { ParameterLookupSource, SqliteRow } from './sync-rules.ts';

export interface BucketState {
  readonly id: number;
  readonly checksum: number;
  readonly count: number;
  readonly lastOp: number;
}

export interface Operation {
  readonly op_id: number;
  readonly op: 'PUT' | 'REMOVE' | 'MOVE' | 'CLEAR';
  readonly type: string | null;
  readonly row: string | null;
  readonly subkey: string | null;
  readonly checksum: number;
  readonly data: string | null;
  readonly superseded_by: number | null;
}

/** Looks at the log as last committed, never at a transaction in progress. */
export interface OpReader {
  /** The last operation there is, and the state of the named buckets at that point. */
  checkpoint(buckets: readonly string[]): {
    readonly lastOp: number;
    readonly buckets: ReadonlyMap<string, BucketState>;
  };
  /** Up to `limit` operations of a bucket after one and up to another, in order. */
  operations(bucket: number, after: number, upTo: number, limit: number): Operation[];
  readonly lookups: ParameterLookupSource;
  close(): void;
}

export function openOpReader(path: string): OpReader {
  const db = new Database(path, { readonly: true });
  const lastOp = db.prepare<[], { last_op: number }>('select last_op from position');
  const states = db.prepare<
    [string],
    { id: number; name: string; checksum: number; count: number; last_op: number }
  >('select id, name, checksum, count, last_op from buckets where name in (select value from json_each(?))');
  const operations = db.prepare<[number, number, number, number], Operation>(
    `select op_id, op, type, row, subkey, checksum, data, superseded_by from ops
     where bucket = ? and op_id > ? and op_id <= ? order by op_id limit ?`,
  );
  const found = db.prepare<[string], { rows: string }>('select rows from lookups where lookup = ?');
  const checkpoint = db.transaction((names: readonly string[]) => ({
    lastOp: lastOp.get()?.last_op ?? 0,
    buckets: new Map(
      states
        .all(JSON.stringify(names))
        .map(({ id, name, checksum, count, last_op }) => [name, { id, checksum, count, lastOp: last_op }]),
    ),
  }));
  return {
    checkpoint: (names) => checkpoint(names),
    operations: (bucket, after, upTo, limit) => operations.all(bucket, after, upTo, limit),
    lookups: {
      getParameterSets: (lookups) =>
        Promise.resolve(
          lookups.map((lookup) => ({
            lookup,
            rows: found
              .all(lookup.serializedRepresentation)
              .flatMap(({ rows }) => asRows(JSONBig.parse(rows))),
          })),
        ),
    },
    close: () => db.close(),
  };
}

function asRows(parsed: unknown): SqliteRow[] {
  return parsed as SqliteRow[];
}
