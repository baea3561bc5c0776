import type { CommonPowerSyncDatabase, Transaction } from '@powersync/common';

import { createSearch, dropSearch, followEntries, searchVersion, sourceSql } from './search-sql.ts';

/**
 * Makes the search index, or makes it anew when its version changed or PowerSync replaced a table under it. Otherwise it
 * costs one read. To be called when the database is ready, and after every `updateSchema`.
 * About 2 seconds per 100,000 rows when it has to be built.
 */
export async function installSearchIndex(db: CommonPowerSyncDatabase): Promise<'as-it-was' | 'built'> {
  if (await isInstalled(db)) return 'as-it-was';
  await db.writeTransaction((tx) => build(tx));
  return 'built';
}

async function isInstalled(db: CommonPowerSyncDatabase): Promise<boolean> {
  const tables = await db.getAll<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('search_version', 'search_entries', 'search_index')",
  );
  if (tables.length < 3) return false;
  const version = await db.getOptional<{ version: number }>('SELECT version FROM search_version');
  if (version?.version !== searchVersion) return false;
  const { triggers } = await db.get<{ triggers: number }>(
    "SELECT count(*) AS triggers FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search\\_%' ESCAPE '\\'",
  );
  return triggers === sourceSql.length * 3 + 3;
}

async function build(tx: Transaction): Promise<void> {
  for (const sql of [...dropSearch, ...createSearch]) await tx.execute(sql);
  for (const { dataTable, fill, triggers } of sourceSql) {
    const there = await tx.getOptional('SELECT 1 FROM sqlite_master WHERE name = ?', [dataTable]);
    if (there === null) continue;
    for (const sql of [fill, ...triggers]) await tx.execute(sql);
  }
  for (const sql of followEntries) await tx.execute(sql);
  await tx.execute('CREATE TABLE IF NOT EXISTS search_version (version INTEGER NOT NULL)');
  await tx.execute('DELETE FROM search_version');
  await tx.execute('INSERT INTO search_version VALUES (?)', [searchVersion]);
}
