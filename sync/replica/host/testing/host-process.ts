import { WebSocketServer } from 'ws';

import { maxMessageBytes } from '../../messages.ts';
import { webSocketTransport } from '../../transports/web-socket.ts';
import { openReplica } from '../replica-host.ts';

/** The replica host in a process of its own, over WebSockets: `node host-process.ts <folder>`. Ends with its stdin. */
const host = openReplica({ folder: process.argv[2] ?? '' });
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: maxMessageBytes });
server.on('connection', (socket) => host.serve(webSocketTransport(socket)));
server.on('listening', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.on('end', () => {
  host.close();
  server.close();
  for (const client of server.clients) client.terminate();
});
process.stdin.resume();
