import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { type Log, errorCode } from '../log.ts';
import { closeServer, listen } from '../gateway/server.ts';
import {
  type Exchange,
  HttpProblem,
  answerPreflight,
  commonHeaders,
  exchange,
  header,
  readBody,
  sendJson,
} from '../gateway/http.ts';
import { type Connection, connectionConfig } from '../postgres/database.ts';
import { host } from '../ports.ts';
import { bsonType, encoder, ndjsonType, send } from './lines.ts';
import { parseLsn } from './lsn.ts';
import { openOpReader } from './op-reader.ts';
import { type Replicator, startReplicator } from './replicator.ts';
import { SyncRequest } from './request.ts';
import { readStreamRules } from './rules.ts';
import { runSession } from './session.ts';
import { type Bearer, SyncProblem, tokenVerifier } from './stream-tokens.ts';
import { wantedBuckets } from './wanted-buckets.ts';
import { openWriteCheckpoints } from './write-checkpoints.ts';

export interface StreamServerOptions {
  readonly port: number;
  readonly folder: string;
  readonly connection: Connection;
  readonly streamsFile: string;
  readonly jwksUrl: string;
  readonly log: Log;
}

export interface StreamServer {
  readonly url: string;
  close(): Promise<void>;
}

const keepaliveMs = 20_000;

/** Speaks PowerSync's protocol over HTTP, for development and tests. */
export async function startStreamServer(options: StreamServerOptions): Promise<StreamServer> {
  const { connection, folder, log } = options;
  const rules = readStreamRules(options.streamsFile);
  const file = join(folder, 'operations.sqlite');
  const replicator = await startReplicator({ connection, rules, file, log });
  const reader = openOpReader(file);
  const checkpoints = openWriteCheckpoints(join(folder, 'write-checkpoints.sqlite'));
  const pool = new pg.Pool({
    ...connectionConfig(connection, 'powersync_role'),
    max: 3,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', () => log({ level: 'warning', event: 'database_connection_lost' }));
  const verify = tokenVerifier(options.jwksUrl);
  const commits = commitCounter(replicator);
  const over = new AbortController();

  const stream = async (of: Exchange, bearer: Bearer): Promise<void> => {
    const body = await readBody(
      of,
      4 * 1024 * 1024,
      new HttpProblem(413, syncError(413, 'PSYNC_S2002', 'Too large')),
    );
    const request = SyncRequest.safeParse(parseJson(body));
    if (!request.success) throw new SyncProblem(400, 'PSYNC_S2001', 'The request is not a sync request');
    const wanted = wantedBuckets(replicator.config, rules, bearer.claims, request.data);
    const binary = prefersBson(header(of, 'accept'));
    const encode = encoder(binary, request.data.raw_data ?? false);
    const { response } = of;
    let finished = false;
    const end = new AbortController();
    const finish = (): void => {
      finished = true;
      end.abort();
    };
    response.once('close', finish);
    over.signal.addEventListener('abort', finish, { once: true });
    response.writeHead(200, { 'content-type': binary ? bsonType : ndjsonType });
    const sendLine = async (line: Parameters<typeof encode>[0]): Promise<void> => {
      if (!finished) await send(response, encode(line));
    };
    const stopClock = tellExpiry(bearer.expires, (seconds) => {
      if (finished) return;
      response.write(encode({ token_expires_in: seconds }));
      if (seconds === 0) finish();
    });
    try {
      await runSession({
        wanted,
        reader,
        lookupChanges: () => replicator.lookupChanges(),
        positions: new Map(request.data.buckets?.map(({ name, after }) => [name, Number(after)])),
        writeCheckpoint: () =>
          checkpoints.reached(bearer.user, request.data.client_id ?? '', replicator.lsn()),
        generation: () => commits.count(),
        changed: (since) => commits.after(since, end.signal),
        isOver: () => finished,
        send: sendLine,
      });
    } finally {
      stopClock();
      over.signal.removeEventListener('abort', finish);
      response.end();
    }
  };

  const writeCheckpoint = async (of: Exchange, bearer: Bearer): Promise<void> => {
    const { rows } = await pool
      .query<{ lsn: string }>("select pg_logical_emit_message(true, 'powersync', 'write') as lsn")
      .catch(() => {
        throw new SyncProblem(503, 'PSYNC_S2401', 'The database cannot be reached at the moment');
      });
    const lsn = parseLsn(rows[0]?.lsn ?? '0/0');
    const id = checkpoints.create(bearer.user, of.url.searchParams.get('client_id') ?? '', lsn);
    // The message may have come back before its number was written down.
    commits.wake();
    sendJson(of, 200, { data: { write_checkpoint: id } });
  };

  const answer = async (of: Exchange): Promise<void> => {
    commonHeaders(of);
    const began = performance.now();
    let code: string | undefined;
    try {
      if (of.method === 'OPTIONS') answerPreflight(of);
      else if (of.url.pathname === '/probes/liveness') sendJson(of, 200, { data: { ready: true } });
      else {
        const bearer = await verify(header(of, 'authorization'));
        const route = `${of.method} ${of.url.pathname}`;
        if (route === 'POST /sync/stream') await stream(of, bearer);
        else if (route === 'GET /write-checkpoint2.json') await writeCheckpoint(of, bearer);
        else throw new SyncProblem(404, 'PSYNC_S2002', 'There is no such route');
      }
    } catch (error) {
      code = error instanceof SyncProblem ? error.code : errorCode(error);
      sendProblem(of, error);
    }
    log({
      level: of.response.statusCode >= 500 ? 'error' : 'info',
      event: 'sync_request',
      trace: of.trace,
      route: of.url.pathname.slice(0, 40),
      status: of.response.statusCode,
      ms: Math.round(performance.now() - began),
      ...(code === undefined ? {} : { code }),
    });
  };

  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.socket.setNoDelay(true);
    void answer(exchange(request, response));
  });
  const port = await listen(server, options.port);
  return {
    url: `http://${host}:${port}`,
    async close() {
      over.abort();
      await closeServer(server);
      // The writer last: only the last to close can tidy up SQLite's log file, and a reader may not.
      reader.close();
      await replicator.stop();
      await pool.end();
      checkpoints.close();
    },
  };
}

interface CommitCounter {
  count(): number;
  /** Wakes the sessions though nothing was committed. */
  wake(): void;
  after(since: number, signal: AbortSignal): Promise<void>;
}

/** Lets sessions wait for the next commit without missing the one that came while they were busy. */
function commitCounter(replicator: Replicator): CommitCounter {
  let count = 0;
  let waiting = new Set<() => void>();
  const wake = (): void => {
    count += 1;
    const told = waiting;
    waiting = new Set();
    for (const resolve of told) resolve();
  };
  // Also when only the position moved: a write checkpoint may have been reached.
  replicator.onCommit(wake);
  return {
    count: () => count,
    wake,
    after: (since, signal) =>
      new Promise((resolve) => {
        if (count !== since || signal.aborted) {
          resolve();
          return;
        }
        const done = (): void => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        waiting.add(done);
        signal.addEventListener('abort', done);
      }),
  };
}

/** Tells how long the token lasts: at once, every 20 seconds, and 0 when it is over. Returns a function that stops it. */
function tellExpiry(expires: number, tell: (seconds: number) => void): () => void {
  const seconds = (): number => Math.max(0, Math.ceil(expires - Date.now() / 1000));
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    const left = seconds();
    tell(left);
    if (left > 0) timer = setTimeout(next, Math.min(keepaliveMs, expires * 1000 - Date.now() + 1));
  };
  const first = setImmediate(next);
  return () => {
    clearImmediate(first);
    clearTimeout(timer);
  };
}

/** As the service does: BSON when it is accepted and not less welcome than JSON lines. */
function prefersBson(accept: string | undefined): boolean {
  return accept?.includes(bsonType) ?? false;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function syncError(status: number, code: string, description: string): { error: unknown } {
  return {
    error: { code, status, description, name: status === 401 ? 'AuthorizationError' : 'ServiceError' },
  };
}

function sendProblem(of: Exchange, error: unknown): void {
  if (of.response.headersSent) {
    of.response.destroy();
    return;
  }
  if (!of.request.complete) of.response.setHeader('connection', 'close');
  if (error instanceof HttpProblem) sendJson(of, error.status, error.body);
  else if (error instanceof SyncProblem)
    sendJson(of, error.status, syncError(error.status, error.code, error.message));
  else sendJson(of, 500, syncError(500, 'PSYNC_S2001', 'Something broke in the embedded stream server'));
}
