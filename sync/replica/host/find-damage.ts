import type Database from 'better-sqlite3';

import { isDamage } from './explain-error.ts';

/** SQLite's `quick_check`: the shape of every page, not the agreement of indexes. About 0.2 s per 100 MB. None means sound. */
export function quickCheck(db: Database.Database): string[] {
  try {
    const findings = db.prepare('PRAGMA quick_check(20)').pluck().all() as string[];
    return findings.filter((finding) => finding !== 'ok');
  } catch (error) {
    if (isDamage(error)) return [String(error)];
    throw error;
  }
}

/** Reads what must not be lost or wrong: the schema, the upload queue and the state of the sync. None means readable. */
export function checkWhatMatters(db: Database.Database): string[] {
  const findings: string[] = [];
  for (const table of ['sqlite_master', 'ps_crud', 'ps_tx', 'ps_kv', 'ps_buckets', 'ps_updated_rows']) {
    try {
      // Reads every row to its end without holding any.
      const rows = db.prepare(`SELECT * FROM ${table}`).raw().iterate();
      while (!rows.next().done);
    } catch (error) {
      if (!isDamage(error)) throw error;
      findings.push(`${table}: ${String(error)}`);
    }
  }
  return findings;
}
