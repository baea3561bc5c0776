import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Log, errorCode } from '../log.ts';
import { host } from '../ports.ts';
import { type AuthOptions, handleAuth } from './auth.ts';
import { DatabaseDown, type GatewayDatabase } from './database.ts';
import {
  type Exchange,
  HttpProblem,
  answerPreflight,
  commonHeaders,
  exchange,
  header,
  sendJson,
} from './http.ts';
import { handleRpc } from './rpc.ts';
import { type Functions, handleFunction } from './functions.ts';
import { type Storage, handleStorage } from './storage.ts';
import type { Tokens } from './tokens.ts';

export interface GatewayOptions {
  readonly port: number;
  readonly database: GatewayDatabase;
  readonly tokens: Tokens;
  readonly storage: Storage;
  readonly functions: Functions;
  readonly accessTokenSeconds: number;
  readonly log: Log;
}

export interface Gateway {
  readonly url: string;
  close(): Promise<void>;
}

/** The one address that stands for a Supabase project. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const server = createServer((request, response) => {
    void answer(exchange(request, response), auth, options);
  });
  const auth: AuthOptions = {
    database: options.database,
    tokens: options.tokens,
    accessTokenSeconds: options.accessTokenSeconds,
    issuer: `http://${host}:${options.port}/auth/v1`,
  };
  // A slow counter on a bad line may take its time with 50 MB of photos.
  server.requestTimeout = 300_000;
  await listen(server, options.port);
  return {
    url: `http://${host}:${options.port}`,
    close: () => closeServer(server),
  };
}

async function answer(of: Exchange, auth: AuthOptions, options: GatewayOptions): Promise<void> {
  const began = performance.now();
  commonHeaders(of);
  let code: string | undefined;
  try {
    if (of.method === 'OPTIONS') answerPreflight(of);
    else await route(of, auth, options);
  } catch (error) {
    code = error instanceof HttpProblem ? problemCode(error) : errorCode(error);
    sendProblem(of, error);
  }
  const { statusCode: status } = of.response;
  options.log({
    level: status >= 500 ? 'error' : 'info',
    event: 'request',
    trace: of.trace,
    method: of.method,
    route: routeName(of.url.pathname),
    status,
    ms: Math.round(performance.now() - began),
    ...(code === undefined ? {} : { code }),
  });
}

async function route(of: Exchange, auth: AuthOptions, options: GatewayOptions): Promise<void> {
  const [, service = '', version = '', ...rest] = of.url.pathname.split('/');
  const path = `/${rest.join('/')}`;
  switch (`${service}/${version}`) {
    case 'auth/v1':
      if (!path.startsWith('/.well-known/')) requireApiKey(of, options.tokens);
      return await handleAuth(path, of, auth);
    case 'rest/v1':
      requireApiKey(of, options.tokens);
      if (rest.length === 2 && rest[0] === 'rpc') return await handleRpc(decoded(rest[1]), of, options);
      break;
    case 'storage/v1':
      return await handleStorage(rest.map(decoded), of, options.storage);
    case 'functions/v1':
      return await handleFunction(decoded(rest[0]), of, options);
    default:
  }
  throw new HttpProblem(404, { code: 'not_found', message: 'no Route matched with those values' });
}

function problemCode({ body }: HttpProblem): string {
  const code = body['code'] ?? body['error'];
  return typeof code === 'string' ? code : 'unknown';
}

function requireApiKey(of: Exchange, { anonKey, serviceRoleKey }: Tokens): void {
  const given = header(of, 'apikey') ?? of.url.searchParams.get('apikey');
  if (given === anonKey || given === serviceRoleKey) return;
  throw new HttpProblem(401, {
    code: 'api_key',
    message: given === null ? 'No API key found in request' : 'Invalid API key',
    hint: 'The key of this backend stands in backend.json in its data folder.',
  });
}

function decoded(segment: string | undefined): string {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    throw new HttpProblem(400, { code: 'bad_path', message: 'The path is not valid UTF-8.' });
  }
}

function sendProblem(of: Exchange, error: unknown): void {
  const { response, request } = of;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What is left of a body that nobody reads would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  if (error instanceof HttpProblem) return sendJson(of, error.status, error.body);
  if (error instanceof DatabaseDown) {
    return sendJson(of, 503, {
      code: 'PGRST001',
      message: 'The database cannot be reached at the moment.',
      details: null,
      hint: null,
    });
  }
  sendJson(of, 500, {
    code: 'internal',
    message: 'Something broke in the embedded backend.',
    trace: of.trace,
  });
}

/** Without ids and file names, which are about people. */
function routeName(path: string): string {
  const [, service = '', , first = '', second = ''] = path.split('/');
  return service === 'rest'
    ? `/rest/rpc/${second.slice(0, 63)}`
    : `/${service.slice(0, 20)}/${first.slice(0, 30)}`;
}

export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
