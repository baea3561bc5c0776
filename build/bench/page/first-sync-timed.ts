import type { PowerSyncDatabase, SyncStreamSubscription } from '@powersync/web';
import { createConnector } from '#sync/connector/connector.ts';
import { keepRefusal } from '#sync/connector/keep-refusal.ts';
import { subscribeToBranch } from '#sync/history/branch-shelf.ts';
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

/** Kept as long as the page: PowerSync complains of one that nobody holds. */
const branches: SyncStreamSubscription[] = [];

/** Connects as the app does. The connection is not awaited, because that resolves when it is there. */
export async function connectCounter(
  db: PowerSyncDatabase,
  { supabase, tokens, servers }: Session,
  counterId: string,
): Promise<void> {
  const connector = createConnector({
    supabase,
    tokens,
    powersyncUrl: servers.powersyncUrl,
    counterId,
    onProblem: () => undefined,
    onRefused: keepRefusal,
  });
  branches.push(await subscribeToBranch(db, counterId));
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
  await connectCounter(db, session, counterId);
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
