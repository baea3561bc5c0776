import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { maxMessageBytes } from '#sync/replica/messages.ts';
import { webSocketTransport } from '#sync/replica/transports/web-socket.ts';
import { contentSecurityPolicy, pageHeaders } from '../host/content-security-policy.ts';
import { type CounterHost, openCounterHost } from '../host/counter-host.ts';
import type { Log } from '../host/log.ts';
import { type PageFile, readPageFiles } from '../host/page-files.ts';
import { readServers } from '../settings/read-servers.ts';
import { plainSeal } from '../vault/vault.ts';
import { type PageSession, openPageSession } from './page-session.ts';

export interface ServedCounter {
  /** Where the page is, with its one-time token. */
  readonly address: string;
  readonly origin: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly dataFolder: string;
  /** The built page; without it only calls and the replica are served. */
  readonly pageFolder?: string;
  /** A free one if not given. */
  readonly port?: number;
  readonly version: string;
  readonly log: Log;
}

const host = '127.0.0.1';
const largestCall = 8 * 1024 * 1024;

/**
 * Serves a counter to a browser on this machine: the page, the calls of the contract under `/call/<name>`, and the
 * replica at `/replica`. The same handlers and replica host as Electron's; only the transports differ.
 */
export async function serveCounter(options: ServeOptions): Promise<ServedCounter> {
  const { dataFolder, pageFolder, version, log } = options;
  const files = pageFolder === undefined ? new Map<string, PageFile>() : readPageFiles(pageFolder);
  const counter = await openCounterHost({
    dataFolder,
    info: { version, shell: 'browser', platform: process.platform },
    seal: plainSeal,
    log,
  });
  let origin = '';
  const session = openPageSession(() => origin);
  const server = createServer((request, response) => {
    handle({ request, response, session, counter, files, dataFolder, origin }).catch((error: unknown) => {
      log('request_failed', { error: error instanceof Error ? error.name : 'unknown' });
      response.destroy();
    });
  });
  const sockets = serveReplica(server, session, counter);
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    counter.close();
    throw error;
  }
  origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    address: `${origin}/?token=${session.token}`,
    origin,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      counter.close();
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly session: PageSession;
  readonly counter: CounterHost;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly dataFolder: string;
  readonly origin: string;
}

async function handle(exchange: Exchange): Promise<void> {
  const { request, response, session, origin } = exchange;
  if (!session.isForUs(request))
    return plain(response, 403, 'Open the address that Schalter printed at its start.');
  const url = new URL(request.url ?? '/', origin);
  if (request.method === 'GET' && url.pathname === '/' && url.searchParams.has('token')) {
    const cookie = session.redeem(url.searchParams.get('token'));
    // A reload of the printed address by the browser that has the cookie is welcome; anybody else's is not.
    if (cookie !== null) response.setHeader('set-cookie', cookie);
    else if (!session.admits(request))
      return plain(response, 403, 'This address was used before. Start Schalter again.');
    response.writeHead(303, { ...pageHeaders, 'cache-control': 'no-store', location: '/' }).end();
    return;
  }
  if (!session.admits(request))
    return plain(response, 403, 'Open the address that Schalter printed at its start.');
  if (request.method === 'POST' && url.pathname.startsWith('/call/')) return await answerCall(exchange, url);
  if (request.method === 'GET') return sendPage(exchange, url);
  plain(response, 405, 'Method not allowed.');
}

async function answerCall({ request, response, counter }: Exchange, url: URL): Promise<void> {
  // A form of another page cannot send this type without asking first, which is never granted.
  if (request.headers['content-type'] !== 'application/json') return plain(response, 415, 'Send JSON.');
  const text = await readBody(request);
  if (text === undefined) return plain(response, 413, `A call has at most ${largestCall} bytes.`);
  let name: string;
  let input: unknown;
  try {
    name = decodeURIComponent(url.pathname.slice('/call/'.length));
    input = JSON.parse(text);
  } catch {
    return plain(response, 400, 'The call is not JSON.');
  }
  const answer = await counter.answer(name, input);
  const bytes = bytesOf(answer);
  const headers = { ...pageHeaders, 'cache-control': 'no-store' };
  if (bytes) response.writeHead(200, { ...headers, 'content-type': 'application/octet-stream' }).end(bytes);
  else
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

/** The content of a paper goes as it is; everything else as JSON. */
function bytesOf(answer: unknown): Uint8Array | undefined {
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) return undefined;
  return answer.value instanceof Uint8Array ? answer.value : undefined;
}

function sendPage({ response, files, dataFolder, origin }: Exchange, url: URL): void {
  const file = files.get(url.pathname);
  if (!file) return plain(response, 404, 'There is no such page.');
  const servers = readServers(dataFolder);
  const policy = servers.ok
    ? contentSecurityPolicy(servers.value, [origin.replace(/^http/, 'ws')])
    : contentSecurityPolicy({ supabaseUrl: origin, powersyncUrl: origin });
  response
    .writeHead(200, {
      ...pageHeaders,
      'content-type': file.type,
      'content-security-policy': policy,
      'cache-control': file.immutable ? 'max-age=31536000, immutable' : 'no-store',
    })
    .end(file.bytes);
}

function serveReplica(server: Server, session: PageSession, counter: CounterHost): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request, socket, head) => {
    // Nobody else listens any more: a browser that goes away now must not end the process.
    socket.on('error', () => socket.destroy());
    if (request.url !== '/replica' || !session.admits(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      counter.serveReplica(webSocketTransport(webSocket));
    });
  });
  return sockets;
}

/** The body, or undefined as soon as it turns out to be too long. Rejects when the sender goes away. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length']) > largestCall) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    // Not by `for await`: leaving that loop early would close the socket before the refusal is read. What is too much is
    // taken and dropped.
    request.on('data', (part: Buffer) => {
      length += part.byteLength;
      if (length <= largestCall) parts.push(part);
      else {
        parts.length = 0;
        resolve(undefined);
      }
    });
    request.once('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    request.once('close', () => reject(new Error('the sender went away')));
  });
}

function plain(response: ServerResponse, status: number, sentence: string): void {
  response
    .writeHead(status, { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' })
    .end(`${sentence}\n`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Close the program that uses it, or start with another --port.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}
