/** The host process: the replica and the papers, away from the process that draws windows. Entry of the utility process. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentsContract } from '#shared/ipc/contract.ts';
import { createDispatcher } from '#shared/ipc/dispatch.ts';
import { openReplica } from '#sync/replica/host/replica-host.ts';
import { messagePortTransport } from '#sync/replica/transports/message-port.ts';
import { openDocumentStore } from '../../documents/document-store.ts';
import { documentsHandlers } from '../../host/documents-handlers.ts';
import { failureFacts, jsonLog } from '../../host/log.ts';
import type { FromHost, ToHost } from './messages.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('the host process needs --data');
const log = jsonLog((line) => process.stderr.write(line));
const folder = join(values.data, 'replica');
mkdirSync(folder, { recursive: true, mode: 0o700 });
const replica = openReplica({ folder, log: (message) => log('replica', { message }) });
const answer = createDispatcher(
  documentsContract,
  documentsHandlers(await openDocumentStore(join(folder, 'documents'))),
  (name, error, traceId) => log('call_failed', { name, trace_id: traceId, ...failureFacts(error) }),
);

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as ToHost;
  const [port] = ports;
  if (message.kind === 'replica' && port) {
    replica.serve(messagePortTransport(port));
  } else if (message.kind === 'call') {
    void answer(message.name, message.input).then((result) =>
      process.parentPort.postMessage({ id: message.id, answer: result } satisfies FromHost),
    );
  }
});
