import type { HostClient } from '#shared/ipc/contract.ts';
import type { Transport } from '#sync/replica/transports/transport.ts';

/** The host behind the page, whichever shell the page runs in. */
export interface PageHost {
  readonly client: HostClient;
  /** A new line to the replica. Call again when one has closed. */
  openReplica(): Promise<Transport>;
}
