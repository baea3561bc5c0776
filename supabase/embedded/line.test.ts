import { type Server, createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeServer, listen } from './gateway/server.ts';
import { type Line, openLine } from './line.ts';
import { freePort } from './ports.ts';

let server: Server;
let line: Line;
const served: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      served.push(`${request.method} ${request.url}`);
      if (request.url === '/stream') response.write('first\n');
      else response.end('done');
    });
  });
  const port = await listen(server, await freePort());
  line = await openLine({ targetUrl: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await line.close();
  await closeServer(server);
});

function codeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error && 'code' in error.cause
    ? error.cause.code
    : error;
}

test('carries requests until it is cut, and again when it is restored, at the same address', async () => {
  expect(await (await fetch(`${line.url}/a`)).text()).toBe('done');
  await line.cut();
  expect(await fetch(`${line.url}/b`).catch(codeOf)).toBe('ECONNREFUSED');
  await line.restore();
  expect(await (await fetch(`${line.url}/c`)).text()).toBe('done');
  expect(served).not.toContain('GET /b');
});

test('cuts what is under way', async () => {
  const response = await fetch(`${line.url}/stream`);
  const reader = response.body?.getReader();
  await reader?.read();
  const next = reader?.read().then(
    () => 'more',
    () => 'broken',
  );
  await line.cut();
  expect(await next).toBe('broken');
  await line.restore();
});

test('loses one answer whose request the server has had', async () => {
  served.length = 0;
  const lost = line.loseNextAnswerTo('/rpc/apply_changes');
  expect(await (await fetch(`${line.url}/other`)).text()).toBe('done');
  const failed = await fetch(`${line.url}/rpc/apply_changes`, {
    method: 'POST',
    body: 'x'.repeat(200_000),
  }).catch(() => 'no answer');
  expect(failed).toBe('no answer');
  await lost;
  expect(served).toEqual(['GET /other', 'POST /rpc/apply_changes']);
  expect(await (await fetch(`${line.url}/rpc/apply_changes`, { method: 'POST', body: 'x' })).text()).toBe(
    'done',
  );
});
