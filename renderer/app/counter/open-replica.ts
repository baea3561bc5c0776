import type { PowerSyncDatabase } from '@powersync/web';
import { openDatabase } from '#sync/replica/open-database.ts';
import { RemoteAdapter } from '#sync/replica/remote-adapter.ts';
import type { ReplicaState } from '#sync/replica/messages.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { installSearchIndexWhenSynced } from '#sync/search/install-search-index.ts';
import type { PageHost } from '../host/page-host.ts';
import type { Rows } from './counter.ts';
import { rowsOf } from './rows-of.ts';

export interface OpenReplica {
  readonly db: PowerSyncDatabase;
  readonly rows: Rows;
  /** What the host says of the file. */
  readonly state: () => ReplicaState;
  close(): Promise<void>;
}

const longestPause = 5_000;
let opened = 0;

/**
 * Opens the replica behind the host. When the line to the host breaks (it was restarted), the page asks for a new one
 * until it gets it; only when the host had to replace a damaged file does it say so, because the database must be opened
 * anew then.
 */
export async function openReplica(host: PageHost, onReplaced: () => void): Promise<OpenReplica> {
  opened += 1;
  // PowerSync names its locks after it: two counters in one process must not share them.
  const name = `replica-${opened}`;
  const adapter = new RemoteAdapter(await host.openReplica(), name);
  let closed = false;
  const reattach = async (pause: number): Promise<void> => {
    if (closed) return;
    try {
      adapter.reattach(await host.openReplica());
    } catch {
      setTimeout(() => void reattach(Math.min(pause * 2, longestPause)), pause);
    }
  };
  adapter.onLost(() => void reattach(100));
  // What goes wrong with the line is no news for a console: the sync light says it, to those whom it concerns.
  const db = openDatabase(adapter, counterSchema, { log: () => undefined });
  await db.init();
  // Built after the first sync, in one go: kept row by row during it, it would cost several times as much.
  const search = await installSearchIndexWhenSynced(db);
  // Damage that was found before we came is news to tell; damage found from now on also needs a new database.
  const stopListening = adapter.onState((state) => {
    if (state.kind === 'damaged' && !closed) onReplaced();
  });
  return {
    db,
    rows: rowsOf(db),
    state: () => adapter.state,
    async close() {
      closed = true;
      stopListening();
      search.stop();
      await db.close();
    },
  };
}
