import { PowerSyncDatabase, WASQLiteVFS } from '@powersync/web';
import { thisHost } from '#renderer/app/host/this-host.ts';
import { openDatabase } from '#sync/replica/open-database.ts';
import { RemoteAdapter } from '#sync/replica/remote-adapter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';

/** `host` is ours; the others are the stock adapter of @powersync/web, with its rows in the browser. */
export type AdapterName = 'host' | 'opfs' | 'opfs-wal' | 'indexeddb';

const stockFileSystems = {
  opfs: WASQLiteVFS.OPFSCoopSyncVFS,
  'opfs-wal': WASQLiteVFS.OPFSWriteAheadVFS,
  indexeddb: WASQLiteVFS.IDBBatchAtomicVFS,
} as const;

/** The counter's database, ready; each with the settings that it comes with. */
export async function openReplicaBy(adapter: AdapterName): Promise<PowerSyncDatabase> {
  const db =
    adapter === 'host'
      ? openDatabase(new RemoteAdapter(await thisHost().openReplica()), counterSchema)
      : new PowerSyncDatabase({
          schema: counterSchema,
          database: {
            dbFilename: `bench-${adapter}-${Date.now()}.db`,
            vfs: stockFileSystems[adapter],
            enableMultiTabs: false,
          },
        });
  await db.init();
  return db;
}
