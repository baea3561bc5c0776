import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { serveHost } from './serve-host.ts';

const warmUp = { begin: vi.fn<() => void>(), cancel: vi.fn<() => void>() };
vi.mock('../../documents/warm-up-papers.ts', () => ({ warmUpPapers: () => warmUp }));

test('the papers are warmed up once a page has its replica, not before, and not for a call', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-host-'));
  const answers = new EventEmitter();
  const parentPort = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void answers.emit('answer', message),
  });
  const replica = await serveHost(folder, parentPort, () => undefined);
  try {
    const answered = once(answers, 'answer');
    parentPort.emit('message', { data: { kind: 'call', id: 1, name: 'nothing', input: {} }, ports: [] });
    expect((await answered)[0]).toEqual({ id: 1, answer: { ok: false, refusal: { code: 'unknown_call' } } });
    expect(warmUp.begin).not.toHaveBeenCalled();

    const { port1, port2 } = new MessageChannel();
    const hello = new Promise<unknown>((resolve) => {
      port1.addEventListener('message', ({ data }) => resolve(data));
      port1.start();
    });
    parentPort.emit('message', { data: { kind: 'replica' }, ports: [port2] });
    expect(await hello).toMatchObject({ kind: 'hello' });
    expect(warmUp.begin).toHaveBeenCalledTimes(1);
    port1.close();
  } finally {
    replica.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
