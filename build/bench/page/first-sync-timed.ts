import type { PowerSyncDatabase } from '@powersync/web';
import { createConnector } from '#sync/connector/connector.ts';
import { keepRefusal } from '#sync/connector/keep-refusal.ts';
import { installSearchIndexWhenSynced } from '#sync/search/install-search-index.ts';
import type { Session } from './open-session.ts';

/** Milliseconds from `connect()` on an empty replica. */
export interface FirstSyncTimes {
  /** Priority 1 is there: the desk can work. */
  readonly desk: number;
  /** PowerSync says `hasSynced`: everything is there. */
  readonly synced: number;
  /** And the search index is built over it. */
  readonly searchable: number;
  /** In the synced tables. */
  readonly rows: number;
}

/** Connects as the app does. Not awaited, because it resolves with the first connection. */
export function connectCounter(
  db: PowerSyncDatabase,
  { supabase, servers }: Session,
  counterId: string,
): void {
  const connector = createConnector({
    supabase,
    powersyncUrl: servers.powersyncUrl,
    counterId,
    onProblem: () => undefined,
    onRefused: keepRefusal,
  });
  void db.connect(connector, { crudUploadThrottleMs: 50, retryDelayMs: 2_000 });
}

/** The first sync of an empty replica, and what the app does after it. */
export async function firstSync(
  db: PowerSyncDatabase,
  session: Session,
  counterId: string,
): Promise<FirstSyncTimes> {
  const { built } = await installSearchIndexWhenSynced(db);
  const began = performance.now();
  connectCounter(db, session, counterId);
  const desk = db.waitForFirstSync({ priority: 1 }).then(() => performance.now() - began);
  const synced = db.waitForFirstSync().then(() => performance.now() - began);
  const searchable = built.then(() => performance.now() - began);
  const times = { desk: await desk, synced: await synced, searchable: await searchable };
  return { ...times, rows: await countRows(db) };
}

async function countRows(db: PowerSyncDatabase): Promise<number> {
  const tables = await db.getAll<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'ps_data__*'",
  );
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM "${name}")`);
  return (await db.get<{ n: number }>(`SELECT ${counts.join(' + ')} AS n`)).n;
}
