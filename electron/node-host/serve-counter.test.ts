import { type IncomingHttpHeaders, type OutgoingHttpHeaders, createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { RemoteAdapter } from '#sync/replica/remote-adapter.ts';
import { webSocketTransport } from '#sync/replica/transports/web-socket.ts';
import { type ServedCounter, serveCounter } from './serve-counter.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | readonly string[];
}

let root = '';
let counter: ServedCounter;
let cookie = '';
const opened: ServedCounter[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'schalter-node-host-'));
  const page = join(root, 'page');
  writeFileSync(join(root, 'secret.json'), '{}');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Schalter</title>');
  writeFileSync(join(page, 'assets', 'page-4f.js'), 'export {};');
  counter = await serve('first');
  cookie = await cookieOf(counter);
});

afterAll(async () => {
  for (const served of opened) await served.close();
  rmSync(root, { recursive: true, force: true });
});

async function serve(name: string, port?: number): Promise<ServedCounter> {
  const served = await serveCounter({
    dataFolder: join(root, name),
    pageFolder: join(root, 'page'),
    version: '1.2.3',
    log: () => undefined,
    ...(port === undefined ? {} : { port }),
  });
  opened.push(served);
  return served;
}

async function cookieOf(served: ServedCounter): Promise<string> {
  const answer = await ask(served.address);
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** A request with nothing added, as no browser would send it. */
function ask(url: string, { method = 'GET', headers = {}, body = [] }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    for (const part of typeof body === 'string' ? [body] : body) sent.write(part);
    sent.end();
  });
}

const withCookie = (headers: OutgoingHttpHeaders = {}) => ({ headers: { cookie, ...headers } });

const call = (name: string, asked: Asked = {}) =>
  ask(`${counter.origin}/call/${name}`, {
    method: 'POST',
    body: '{}',
    ...asked,
    headers: { cookie, 'content-type': 'application/json', ...asked.headers },
  });

describe('the printed address', () => {
  test('gives a cookie once, that scripts and other sites do not get, and forgets the token', async () => {
    const served = await serve('token');
    const first = await ask(served.address);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.headers['referrer-policy']).toBe('no-referrer');
    const [given = ''] = first.headers['set-cookie'] ?? [];
    expect(given.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    // 32 random bytes.
    expect(given.split('; ')[0]?.split('=')[1]).toMatch(/^[\w-]{43}$/);

    const second = await ask(served.address);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('used before');

    const own = given.split(';')[0] ?? '';
    const reload = await ask(served.address, { headers: { cookie: own } });
    expect(reload.status).toBe(303);
    expect(reload.headers['set-cookie']).toBeUndefined();
    expect((await ask(served.origin, { headers: { cookie: own } })).status).toBe(200);
  });

  test.each(['', 'x', '0'.repeat(43)])(
    'with another token opens nothing, and uses nothing up: %j',
    async (token) => {
      const served = await serve(`wrong-token-${token.length}`);
      expect((await ask(`${served.origin}/?token=${token}`)).status).toBe(403);
      expect((await ask(served.address)).status).toBe(303);
    },
  );

  test('under another name is refused, and the token is still good', async () => {
    const served = await serve('rebound-token');
    expect((await ask(served.address, { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(served.address)).status).toBe(303);
  });
});

describe('who is answered', () => {
  test.each<[string, OutgoingHttpHeaders]>([
    ['without the cookie', { cookie: '' }],
    ['with a wrong cookie', { cookie: 'schalter_page=x' }],
    ['by a name rebound to this machine', { host: 'counter.evil.example' }],
    ['by another name of this machine', { host: 'localhost' }],
    ['from a page of another origin', { origin: 'https://evil.example' }],
    ['from a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['from a page with a hidden origin', { origin: 'null' }],
  ])('nobody %s', async (_who, headers) => {
    expect((await call('app.info', { headers })).status).toBe(403);
    expect((await ask(counter.origin, { headers: { cookie, ...headers } })).status).toBe(403);
    await expect(openSocket({ cookie, origin: counter.origin, ...headers })).rejects.toThrow('403');
  });

  test('our own page', async () => {
    const answer = await call('app.info', { headers: { origin: counter.origin } });
    expect(JSON.parse(answer.body)).toMatchObject({
      ok: true,
      value: { version: '1.2.3', shell: 'browser' },
    });
  });
});

function openSocket(headers: OutgoingHttpHeaders, path = '/replica'): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const { host, ...others } = headers;
    const socket = new WebSocket(`${counter.origin.replace('http', 'ws')}${path}`, {
      headers: { ...(others as Record<string, string>), ...(typeof host === 'string' ? { host } : {}) },
    });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

describe('the replica', () => {
  test('is served to our own page', async () => {
    const socket = await openSocket({ cookie, origin: counter.origin });
    const adapter = new RemoteAdapter(webSocketTransport(socket));
    expect(await adapter.get('SELECT 1 AS one')).toEqual({ one: 1 });
    await adapter.close();
  });

  test.each(['/', '/replica/x', '/replica?x', '/call/app.info'])('has one address: not %s', async (path) => {
    await expect(openSocket({ cookie, origin: counter.origin }, path)).rejects.toThrow('403');
  });

  test('goes on being served when somebody breaks off in the middle of the handshake', async () => {
    const port = Number(new URL(counter.origin).port);
    for (const path of ['/replica', '/elsewhere']) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(
            `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
          );
          socket.resetAndDestroy();
        });
        socket.once('close', () => resolve());
      });
    }
    expect((await call('app.info')).status).toBe(200);
  });
});

describe('a call', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'is JSON, which no form of another page can send: not %j',
    async (type) => {
      expect((await call('app.info', { headers: { 'content-type': type } })).status).toBe(415);
    },
  );

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('is posted: not by %s', async (method) => {
    const { status } = await call('app.info', { method, body: [] });
    expect(status).toBe(method === 'GET' ? 404 : 405);
  });

  test.each(['', '{', 'undefined'])('that is not JSON is refused: %j', async (body) => {
    expect((await call('app.info', { body })).status).toBe(400);
  });

  test('with a name that cannot be read is refused', async () => {
    expect((await call('%zz')).status).toBe(400);
  });

  test.each(['app.quit', '__proto__', 'toString', 'app.info%00'])(
    'that the contract does not name is refused: %s',
    async (name) => {
      const answer = await call(name);
      expect(JSON.parse(answer.body)).toEqual({ ok: false, refusal: { code: 'unknown_call' } });
    },
  );

  test('with a wrong input is refused by its field', async () => {
    const answer = await call('machine.write', { body: '{"theme":"pink"}' });
    expect(JSON.parse(answer.body)).toMatchObject({
      ok: false,
      refusal: { code: 'bad_message', field: 'theme' },
    });
  });

  const megabyte = 'x'.repeat(1024 * 1024);

  test('that says it is too long is refused before it is sent', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        `${counter.origin}/call/app.info`,
        {
          method: 'POST',
          agent: false,
          headers: { cookie, 'content-type': 'application/json', 'content-length': 9 * megabyte.length },
        },
        (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        },
      );
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test('that turns out to be too long is refused', async () => {
    const body = Array.from({ length: 9 }, () => megabyte);
    expect((await call('app.info', { body })).status).toBe(413);
    expect((await call('app.info')).status).toBe(200);
  });
});

describe('the page', () => {
  test('comes with its policy and headers', async () => {
    const answer = await ask(counter.origin, withCookie());
    expect(answer.body).toContain('<title>Schalter</title>');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(counter.origin.replace('http', 'ws'));
  });

  test('has files that are named after their content, which a browser may keep', async () => {
    const asset = await ask(`${counter.origin}/assets/page-4f.js`, withCookie());
    expect(asset.headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/../../etc/passwd',
    '/..%2f..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%5c..%5csecret.json',
    '/etc/passwd',
    '/contracts/4f',
  ])('is all there is: not %s', async (path) => {
    // `request` sends the path as it is written here.
    const { port } = new URL(counter.origin);
    const answer = await new Promise<number>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, headers: { cookie }, agent: false },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      sent.on('error', reject);
      sent.end();
    });
    expect(answer).toBe(404);
  });

  test('every answer says that its type is not to be guessed', async () => {
    const answers = [
      await call('app.info'),
      await call('app.info', { headers: { cookie: '' } }),
      await ask(`${counter.origin}/none`, withCookie()),
    ];
    expect(answers.map(({ headers }) => headers['x-content-type-options'])).toEqual(
      answers.map(() => 'nosniff'),
    );
  });
});

test('two counters at once are each their own, in one browser too', async () => {
  const other = await serve('second');
  // As a browser keeps them: one cookie of a name for all ports of 127.0.0.1.
  const jar = new Map([cookie, await cookieOf(other)].map((pair) => pair.split('=') as [string, string]));
  const both = [...jar].map((pair) => pair.join('=')).join('; ');
  const read = async (served: ServedCounter) => {
    const answer = await ask(`${served.origin}/call/machine.read`, {
      method: 'POST',
      body: '{}',
      headers: { cookie: both, 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
    return (JSON.parse(answer.body) as { value: { deviceId: string } }).value.deviceId;
  };
  expect(await read(counter)).not.toBe(await read(other));
  // Nobody's cookie opens the other's counter.
  expect((await ask(other.origin, withCookie())).status).toBe(403);
});

test('a port in use is told in a sentence, and the folder is let go', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  const { port } = taken.address() as AddressInfo;
  await expect(serve('taken', port)).rejects.toThrow(
    `Port ${port} is in use. Close the program that uses it, or start with another --port.`,
  );
  // SQLite removes it when the last connection closes.
  expect(existsSync(join(root, 'taken', 'replica', 'replica.sqlite'))).toBe(true);
  expect(existsSync(join(root, 'taken', 'replica', 'replica.sqlite-wal'))).toBe(false);
  await new Promise((resolve) => taken.close(resolve));
  const served = await serve('taken', port);
  expect(served.origin).toBe(`http://127.0.0.1:${port}`);
});
