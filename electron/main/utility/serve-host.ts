import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentsContract } from '#shared/ipc/contract.ts';
import { createDispatcher } from '#shared/ipc/dispatch.ts';
import { type ReplicaHost, openReplica } from '#sync/replica/host/replica-host.ts';
import { messagePortTransport } from '#sync/replica/transports/message-port.ts';
import { openDocumentStore } from '../../documents/document-store.ts';
import { warmUpPapers } from '../../documents/warm-up-papers.ts';
import { documentsHandlers } from '../../host/documents-handlers.ts';
import { type Log, failureFacts } from '../../host/log.ts';
import type { FromHost, ToHost } from './messages.ts';

/** What the host needs of the utility process's line to main. */
export type HostPort = Pick<Electron.ParentPort, 'on' | 'postMessage'>;

/** The replica and the papers, away from the process that draws windows. Serves whoever the main process sends. */
export async function serveHost(dataFolder: string, parentPort: HostPort, log: Log): Promise<ReplicaHost> {
  const folder = join(dataFolder, 'replica');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const replica = openReplica({ folder, log: (message) => log('replica', { message }) });
  const answer = createDispatcher(
    documentsContract,
    documentsHandlers(await openDocumentStore(join(folder, 'documents'))),
    (name, error, traceId) => log('call_failed', { name, trace_id: traceId, ...failureFacts(error) }),
  );

  const warmUp = warmUpPapers((error) => log('warm_up_failed', failureFacts(error)));

  parentPort.on('message', ({ data, ports }) => {
    const message = data as ToHost;
    const [port] = ports;
    if (message.kind === 'replica' && port) {
      replica.serve(messagePortTransport(port));
      warmUp.begin();
    } else if (message.kind === 'call') {
      void answer(message.name, message.input).then((result) =>
        parentPort.postMessage({ id: message.id, answer: result } satisfies FromHost),
      );
    }
  });
  return replica;
}
