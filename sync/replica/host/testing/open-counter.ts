import type { PowerSyncDatabase, PowerSyncLogger, Schema } from '@powersync/web';

import { openDatabase } from '../../open-database.ts';
import { RemoteAdapter } from '../../remote-adapter.ts';
import { messagePortTransport } from '../../transports/message-port.ts';
import type { Transport } from '../../transports/transport.ts';
import { type ReplicaHost, openReplica } from '../replica-host.ts';
import { temporaryFolder } from './start-host.ts';

export interface TestCounter {
  readonly db: PowerSyncDatabase;
  readonly host: ReplicaHost;
  close(): Promise<void>;
}

/** A line that is down is what many tests are about. */
const silent: PowerSyncLogger = { log: () => undefined };

let opened = 0;

/** A counter's database in this process, over a real message port, in a folder of its own unless one is given. */
export async function openCounter(schema: Schema, folderPath?: string): Promise<TestCounter> {
  const folder = folderPath === undefined ? temporaryFolder() : undefined;
  const host = openReplica({ folder: folderPath ?? folder?.path ?? '' });
  const name = `counter-${process.pid}-${opened++}`;
  const db = openDatabase(new RemoteAdapter(connectTo({ host }), name), schema, silent);
  await db.init();
  return {
    db,
    host,
    close: async () => {
      await db.close();
      host.close();
      folder?.remove();
    },
  };
}

/** Another page of the same counter. */
export function connectTo({ host }: { readonly host: ReplicaHost }): Transport {
  const { port1, port2 } = new MessageChannel();
  host.serve(messagePortTransport(port1));
  return messagePortTransport(port2);
}
