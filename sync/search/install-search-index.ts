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

/**
 * The same without slowing the first sync down: a row at a time costs several times what building at the end does. Until then
 * the index is there and empty. Resolves when a search can be made; `stop` is for a database that is closed before.
 */
export async function installSearchIndexWhenSynced(
  db: CommonPowerSyncDatabase,
): Promise<{ readonly built: Promise<void>; readonly stop: () => void }> {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  if (db.currentStatus.hasSynced === true || (await isInstalled(db))) {
    await installSearchIndex(db);
    return { built: Promise.resolve(), stop };
  }
  await db.writeTransaction((tx) => makeEmpty(tx));
  const built = db.waitForFirstSync(stopped.signal).then(async () => {
    if (!stopped.signal.aborted) await installSearchIndex(db);
    return undefined;
  });
  return { built, stop };
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

async function makeEmpty(tx: Transaction): Promise<void> {
  for (const sql of [...dropSearch, ...createSearch]) await tx.execute(sql);
}

async function build(tx: Transaction): Promise<void> {
  await makeEmpty(tx);
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
