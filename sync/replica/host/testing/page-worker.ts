import { type MessagePort, parentPort } from 'node:worker_threads';

import { RemoteAdapter } from '../../remote-adapter.ts';
import { messagePortTransport } from '../../transports/message-port.ts';

/** A page that takes the write lock, writes, says so, and never lets go: to be terminated. */
parentPort?.once('message', (port: MessagePort) => {
  const adapter = new RemoteAdapter(messagePortTransport(port));
  void adapter.writeTransaction(async (tx) => {
    await tx.execute("INSERT INTO notes VALUES ('written by a page that crashed')");
    parentPort?.postMessage('written', []);
    await new Promise(() => undefined);
  });
});
