import Database from 'better-sqlite3';
import type { Lsn } from './lsn.ts';

/**
 * A counter that has uploaded asks for a number, and keeps its own rows until it sees the number again: then what it
 * wrote has come back through the stream. In a file of its own, because it is written in the middle of replication.
 */
export interface WriteCheckpoints {
  /** `lsn` lies after everything the counter has uploaded. */
  create(user: string, client: string, lsn: Lsn): string;
  /** The newest number whose position has been replicated. */
  reached(user: string, client: string, lsn: Lsn): string | undefined;
  close(): void;
}

export function openWriteCheckpoints(path: string): WriteCheckpoints {
  const db = new Database(path);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = normal');
  db.exec(`
    create table if not exists checkpoints (
      id integer primary key autoincrement, user text not null, client text not null, lsn integer not null
    );
    create index if not exists checkpoints_by_client on checkpoints (user, client, id);
  `);
  const insert = db.prepare('insert into checkpoints (user, client, lsn) values (?, ?, ?)');
  const newest = db.prepare<[string, string, bigint], { id: number }>(
    'select id from checkpoints where user = ? and client = ? and lsn <= ? order by id desc limit 1',
  );
  const prune = db.prepare('delete from checkpoints where user = ? and client = ? and id < ?');
  return {
    create: (user, client, lsn) => insert.run(user, client, lsn).lastInsertRowid.toString(),
    reached(user, client, lsn) {
      const row = newest.get(user, client, lsn);
      if (!row) return undefined;
      prune.run(user, client, row.id);
      return String(row.id);
    },
    close: () => db.close(),
  };
}
