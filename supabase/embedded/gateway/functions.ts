import { type IncomingMessage, request as httpRequest } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { host } from '../ports.ts';
import { type Exchange, HttpProblem, bearer } from './http.ts';
import type { Tokens } from './tokens.ts';

export interface Functions {
  /** The port where the named function listens, started if need be; undefined when there is none of this name. */
  portOf(name: string): Promise<number | undefined>;
  close(): Promise<void>;
}

/** `/functions/v1/<name>`: passes the request on to the function, for callers with a token or one of the API keys. */
export async function handleFunction(
  name: string,
  of: Exchange,
  { functions, tokens }: { readonly functions: Functions; readonly tokens: Tokens },
): Promise<void> {
  const token = bearer(of);
  if (token === undefined) throw new HttpProblem(401, { code: 401, message: 'Missing authorization header' });
  if ('failed' in (await tokens.verify(token)))
    throw new HttpProblem(401, { code: 401, message: 'Invalid JWT' });
  const port = /^[a-z][a-z0-9-]{0,62}$/.test(name) ? await functions.portOf(name) : undefined;
  if (port === undefined) {
    throw new HttpProblem(404, { code: 'NOT_FOUND', message: 'Requested function was not found' });
  }
  await forward(of, port);
}

async function forward(of: Exchange, port: number): Promise<void> {
  const { request, response, method, url } = of;
  const upstream = httpRequest({
    host,
    port,
    method,
    path: `${url.pathname.replace(/^\/functions\/v1/, '')}${url.search}`,
    headers: { ...request.headers, host: `${host}:${port}`, 'x-request-id': of.trace },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    upstream.once('response', resolve);
    upstream.once('error', reject);
  });
  const sent = pipeline(request, upstream).catch(() => undefined);
  const answer = await answered.catch(() => {
    throw new HttpProblem(503, {
      code: 'BOOT_ERROR',
      message: 'Function failed to start (please check logs)',
    });
  });
  for (const [name, value] of Object.entries(answer.headers)) {
    // Ours stay: cross-origin and security headers are the gateway's business.
    if (value !== undefined && !response.hasHeader(name) && name !== 'connection')
      response.setHeader(name, value);
  }
  response.writeHead(answer.statusCode ?? 502);
  await pipeline(answer, response);
  await sent;
}

/** For backends that run no functions. */
export const noFunctions: Functions = {
  portOf: () => Promise.resolve(undefined),
  close: () => Promise.resolve(),
};
