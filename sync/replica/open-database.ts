import type { PowerSyncLogger, Schema } from '@powersync/common';
import { PowerSyncDatabase } from '@powersync/web';

import type { RemoteAdapter } from './remote-adapter.ts';

/**
 * PowerSync's web database on the replica at the other end of an adapter, in a page as in Node.
 *
 * `database` stands beside `opened` because without it `close()` leaves the stream running, and because outside a browser
 * PowerSync takes itself to be rendering on a server and syncs nothing, without a word: `ssrMode` says that it is not.
 */
export function openDatabase(
  adapter: RemoteAdapter,
  schema: Schema,
  logger?: PowerSyncLogger,
): PowerSyncDatabase {
  return new PowerSyncDatabase({
    schema,
    opened: adapter,
    database: { dbFilename: adapter.name, enableMultiTabs: false, ssrMode: false },
    ...(logger && { logger }),
  });
}
