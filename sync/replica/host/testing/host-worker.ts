import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

import { messagePortTransport } from '../../transports/message-port.ts';
import { type ReplicaOptions, openReplica } from '../replica-host.ts';

/** The replica host in a worker thread. Every message is a port to serve. */
const host = openReplica(workerData as ReplicaOptions);
parentPort?.on('message', (message: MessagePort | 'close') => {
  if (message === 'close') {
    host.close();
    parentPort?.close();
  } else {
    host.serve(messagePortTransport(message));
  }
});
