import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

import Database from 'better-sqlite3';

import { isDamage } from './explain-error.ts';
import { type ReadRow, readRows } from './read-damaged-rows.ts';

/** One entry of the upload queue, as PowerSync wrote it. */
export interface SavedEntry {
  readonly id: number;
  /** The JSON text, unchanged: what is sent again must be what would have been sent. */
  readonly data: string;
}

export interface SavedTransaction {
  readonly txId: number | null;
  readonly entries: readonly SavedEntry[];
}

/** What a damaged replica could still give. */
export interface Salvaged {
  readonly clientId: string | null;
  readonly nextTx: number | null;
  /** Null when the upload queue could not be read at all, which says nothing about what it held. */
  readonly transactions: readonly SavedTransaction[] | null;
  /** Transactions with an unreadable entry within or beside them: perhaps not whole, so not to be sent. */
  readonly incomplete: readonly SavedTransaction[];
  /** At most so many entries of the upload queue could not be read. */
  readonly unreadable: number;
  readonly localTables: readonly { readonly table: string; readonly rows: readonly LocalRow[] }[];
}

export interface LocalRow {
  readonly id: string;
  readonly data: string | null;
}

/** Reads a damaged file (and its write-ahead log, which lies beside it) without changing it: works on a copy. */
export function salvage(path: string): Salvaged {
  const folder = mkdtempSync(join(dirname(path), 'reading-'));
  try {
    const copy = join(folder, basename(path));
    for (const end of ['', '-wal']) {
      if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    }
    return withDatabase(copy, readAll) ?? nothing;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nothing: Salvaged = {
  clientId: null,
  nextTx: null,
  transactions: null,
  incomplete: [],
  unreadable: 0,
  localTables: [],
};

function withDatabase<T>(copy: string, read: (db: Database.Database) => T): T | undefined {
  for (const repair of [undefined, rewriteHeader]) {
    try {
      repair?.(copy);
      const db = new Database(copy);
      try {
        db.prepare('SELECT count(*) FROM sqlite_master').get();
        return read(db);
      } finally {
        db.close();
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return undefined;
}

function readAll(db: Database.Database): Salvaged {
  const queue = readRows(db, 'ps_crud', ['id', 'tx_id', 'data']);
  const entries = queue?.rows.map(({ values: [id, txId, data] }) => ({
    txId: typeof txId === 'number' ? txId : null,
    entry: { id: Number(id), data: String(data) },
  }));
  const all = entries ? group(entries) : null;
  const lost = new Set(queue?.unreadable);
  return {
    clientId: textOf(readRows(db, 'ps_kv', ['key', 'value'])?.rows, 'client_id'),
    nextTx: numberOf(readRows(db, 'ps_tx', ['next_tx'])?.rows[0]),
    transactions: all?.filter((transaction) => isWhole(transaction, lost)) ?? null,
    incomplete: all?.filter((transaction) => !isWhole(transaction, lost)) ?? [],
    unreadable: lost.size,
    localTables: localTables(db),
  };
}

/** As PowerSync does: entries that follow each other with the same number belong together. */
function group(entries: readonly { txId: number | null; entry: SavedEntry }[]): SavedTransaction[] {
  const transactions: { txId: number | null; entries: SavedEntry[] }[] = [];
  for (const { txId, entry } of entries) {
    const last = transactions.at(-1);
    if (last && last.txId === txId && txId !== null) last.entries.push(entry);
    else transactions.push({ txId, entries: [entry] });
  }
  return transactions;
}

function isWhole({ entries }: SavedTransaction, lost: ReadonlySet<number>): boolean {
  const from = (entries[0]?.id ?? 0) - 1;
  const to = (entries.at(-1)?.id ?? 0) + 1;
  for (let id = from; id <= to; id++) if (lost.has(id)) return false;
  return true;
}

function localTables(db: Database.Database): Salvaged['localTables'] {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'ps\\_data\\_local\\_\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  return names.map((table) => {
    const rows = readRows(db, table, ['id', 'data'])?.rows ?? [];
    return {
      table,
      rows: rows.map(({ values: [id, data] }) => ({ id: String(id), data: textOrNull(data) })),
    };
  });
}

function textOf(rows: readonly ReadRow[] | undefined, key: string): string | null {
  return textOrNull(rows?.find(({ values }) => values[0] === key)?.values[1]);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(row: ReadRow | undefined): number | null {
  const value = row?.values[0];
  return typeof value === 'number' ? value : null;
}

/**
 * Writes the 100 bytes at the start of a file anew (https://sqlite.org/fileformat2.html#the_database_header), for the case
 * that only they are spoilt. Pages of 4096 bytes and UTF-8, as the host makes them; no free pages, which only matters to
 * who writes.
 */
function rewriteHeader(path: string): void {
  const pageSize = 4096;
  const header = Buffer.alloc(100);
  header.write('SQLite format 3\0', 0, 'latin1');
  header.writeUInt16BE(pageSize, 16);
  header.set([2, 2, 0, 64, 32, 32], 18);
  header.writeUInt32BE(1, 24);
  header.writeUInt32BE(Math.floor(statSync(path).size / pageSize), 28);
  header.writeUInt32BE(1, 40);
  header.writeUInt32BE(4, 44);
  header.writeUInt32BE(1, 56);
  header.writeUInt32BE(1, 92);
  header.writeUInt32BE(3_054_001, 96);
  const file = openSync(path, 'r+');
  try {
    writeSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
}
