import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppInfo } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/contract.ts';
import { createDispatcher } from '#shared/ipc/dispatch.ts';
import { ok } from '#shared/result/result.ts';
import { openReplica } from '#sync/replica/host/replica-host.ts';
import type { Transport } from '#sync/replica/transports/transport.ts';
import { openDocumentStore } from '../documents/document-store.ts';
import { warmUpPapers } from '../documents/warm-up-papers.ts';
import type { VaultSeal } from '../vault/vault.ts';
import { documentsHandlers } from './documents-handlers.ts';
import { type Log, failureFacts } from './log.ts';
import { machineHandlers } from './machine-handlers.ts';

export interface CounterHost {
  /** Answers one call of the contract; never throws. */
  readonly answer: (name: unknown, input: unknown) => Promise<unknown>;
  /** Serves the replica to a page until its transport closes. */
  serveReplica(transport: Transport): void;
  close(): void;
}

/** The whole host of a counter in one process, as the node-host has it: machine, papers and replica in one folder. */
export async function openCounterHost(options: {
  readonly dataFolder: string;
  readonly info: AppInfo;
  readonly seal: VaultSeal;
  readonly log: Log;
}): Promise<CounterHost> {
  const { dataFolder, info, seal, log } = options;
  const folder = join(dataFolder, 'replica');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const replica = openReplica({ folder, log: (message) => log('replica', { message }) });
  const store = await openDocumentStore(join(folder, 'documents'));
  const handlers = {
    ...machineHandlers({
      dataFolder,
      info,
      seal,
      send: (url, init) => fetch(url, init),
      showDocument: async () => ok({ shown: false }),
    }),
    ...documentsHandlers(store),
  };
  const answer = createDispatcher(contract, handlers, (name, error, traceId) =>
    log('call_failed', { name, trace_id: traceId, ...failureFacts(error) }),
  );
  const warmUp = warmUpPapers((error) => log('warm_up_failed', failureFacts(error)));
  return {
    answer,
    serveReplica(transport) {
      replica.serve(transport);
      warmUp.begin();
    },
    close() {
      warmUp.cancel();
      replica.close();
    },
  };
}
