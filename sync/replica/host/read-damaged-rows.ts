import type Database from 'better-sqlite3';

import { isDamage } from './explain-error.ts';

export interface ReadRow {
  readonly rowid: number;
  readonly values: readonly unknown[];
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  /** Row ids under which there may have been a row. */
  readonly unreadable: readonly number[];
}

/** How many row ids to try one by one behind a damaged page. */
const triesAtMost = 1_000_000;

/**
 * Reads a table of a damaged file: from the front as far as it goes, from there row by row, and what cannot be read is
 * named. Returns undefined when the table itself is not to be found.
 */
export function readRows(
  db: Database.Database,
  table: string,
  columns: readonly string[],
): ReadRows | undefined {
  const select = `SELECT rowid, ${columns.join(', ')} FROM "${table.replaceAll('"', '""')}"`;
  const rows: ReadRow[] = [];
  try {
    for (const row of db.prepare(`${select} ORDER BY rowid`).raw().iterate()) rows.push(toRow(row));
    return { rows, unreadable: [] };
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (!isDamage(error)) throw error;
  }
  const one = db.prepare(`${select} WHERE rowid = ?`).raw();
  const unreadable: number[] = [];
  const from = (rows.at(-1)?.rowid ?? 0) + 1;
  const to = lastRowid(db, table, from);
  if (to === undefined) return rows.length > 0 ? { rows, unreadable: [from] } : undefined;
  for (let rowid = from; rowid <= Math.min(to, from + triesAtMost); rowid++) {
    try {
      const row = one.get(BigInt(rowid));
      if (row !== undefined) rows.push(toRow(row));
    } catch (error) {
      if (!isDamage(error)) throw error;
      unreadable.push(rowid);
    }
  }
  // All that was tried failed: the way to the rows is gone, not some of them.
  return rows.length > 0 ? { rows, unreadable } : undefined;
}

/** The last row id: of the last page of the table, or else as the sequence remembers it. */
function lastRowid(db: Database.Database, table: string, atLeast: number): number | undefined {
  const name = table.replaceAll('"', '""');
  for (const sql of [
    `SELECT max(rowid) FROM "${name}"`,
    `SELECT seq FROM sqlite_sequence WHERE name = '${table.replaceAll("'", "''")}'`,
  ]) {
    try {
      const found: unknown = db.prepare(sql).pluck().get();
      if (typeof found === 'number' && found >= atLeast) return found;
    } catch (error) {
      if (!isDamage(error) && !isMissing(error)) throw error;
    }
  }
  return undefined;
}

function toRow(row: unknown): ReadRow {
  const [rowid, ...values] = row as [number, ...unknown[]];
  return { rowid, values };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no such table');
}
