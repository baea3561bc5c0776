import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer that is not the good one: status and JSON body as the service we stand for would send them. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(`HTTP ${status}`);
    this.name = 'HttpProblem';
    this.status = status;
    this.body = body;
  }
}

/** One request on its way: everything a route needs, and nothing global. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Path and query; the host is of no importance. */
  readonly url: URL;
  readonly trace: string;
}

export function exchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const given = request.headers['x-request-id'];
  return {
    request,
    response,
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://127.0.0.1'),
    trace: typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID(),
  };
}

export function header({ request }: Exchange, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The whole body, or an HttpProblem 413 as soon as more than `limit` bytes came. */
export async function readBody({ request }: Exchange, limit: number, tooLarge: HttpProblem): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > limit) throw tooLarge;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function bearer(of: Exchange): string | undefined {
  return /^Bearer (.+)$/i.exec(header(of, 'authorization') ?? '')?.[1];
}

export function sendJson({ response }: Exchange, status: number, body: unknown): void {
  sendText(response, status, JSON.stringify(body));
}

/** Sends JSON that is text already (Postgres wrote it). */
export function sendText(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
  });
  response.end(json);
}

export function sendNothing({ response }: Exchange): void {
  response.writeHead(204);
  response.end();
}

const safety = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'no-store',
};

/** Headers of every answer. Any origin may ask, as at Supabase: what counts is the token, never a cookie. */
export function commonHeaders({ response, trace }: Exchange): void {
  for (const [name, value] of Object.entries(safety)) response.setHeader(name, value);
  response.setHeader('x-request-id', trace);
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader(
    'access-control-expose-headers',
    'x-request-id, x-supabase-api-version, content-length, etag',
  );
}

export function answerPreflight(of: Exchange): void {
  of.response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
  of.response.setHeader('access-control-allow-headers', header(of, 'access-control-request-headers') ?? '*');
  of.response.setHeader('access-control-max-age', '600');
  sendNothing(of);
}
