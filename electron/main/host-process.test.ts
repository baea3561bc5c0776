import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type HostProcess, keepHostProcess } from './host-process.ts';
import { fake } from './testing/fake-electron.ts';
import type { FakeUtilityProcess } from './testing/fake-utility-process.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

let host: HostProcess;
const logged: [string, unknown][] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  fake.processes.length = 0;
  logged.length = 0;
  host = keepHostProcess({
    script: '/app/host-process.js',
    dataFolder: '/data',
    log: (event, facts) => logged.push([event, facts]),
  });
});

afterEach(() => {
  host.stop();
  vi.useRealTimers();
});

function running(): FakeUtilityProcess {
  const process = fake.processes.at(-1);
  if (!process) throw new Error('nothing was forked');
  return process;
}

/** Lets the process answer every call with its own input. */
function answerAll(process: FakeUtilityProcess): void {
  process.parentPort.on('message', ({ data }: { data: { id: number; input: unknown } }) =>
    process.parentPort.postMessage({ id: data.id, answer: data.input }),
  );
}

/** Ends the process, and returns after which pause there is another. */
function pauseAfterEnd(): number {
  const before = fake.processes.length;
  running().end(1);
  let waited = 0;
  while (fake.processes.length === before) {
    if (waited > 60_000) throw new Error('it is not started again');
    vi.advanceTimersByTime(50);
    waited += 50;
  }
  return waited;
}

test('is forked once, with the folder, and with no pipe that nobody reads', () => {
  expect(fake.processes).toHaveLength(1);
  expect(running()).toMatchObject({ script: '/app/host-process.js', args: ['--data', '/data'] });
  expect(running().options.stdio).toEqual(['ignore', 'ignore', 'pipe']);
});

test('answers come to those who asked, in whatever order', async () => {
  const process = running();
  const asked: number[] = [];
  process.parentPort.on('message', ({ data }: { data: { id: number } }) => asked.push(data.id));
  const [first, second] = [host.ask('a', {}), host.ask('b', {})];
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  process.parentPort.postMessage({ id: asked[1], answer: 'two' });
  process.parentPort.postMessage({ id: asked[0], answer: 'one' });
  process.parentPort.postMessage({ id: 99, answer: 'nobody asked' });
  expect(await Promise.all([first, second])).toEqual(['one', 'two']);
});

test('is started again after pauses that grow, up to a limit', () => {
  const pauses = Array.from({ length: 8 }, pauseAfterEnd);
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('an answer does not shorten the pause: only having run for a while does', async () => {
  pauseAfterEnd();
  pauseAfterEnd();
  answerAll(running());
  expect(await host.ask('a', 1)).toBe(1);
  expect(pauseAfterEnd()).toBe(1_000);
  vi.advanceTimersByTime(60_000);
  expect(pauseAfterEnd()).toBe(250);
});

test('what was asked and not answered is rejected when the process ends', async () => {
  const call = host.ask('a', {});
  running().end(1);
  await expect(call).rejects.toThrow('the host process ended');
});

test('what is asked between two processes goes to the next', async () => {
  running().end(1);
  const call = host.ask('a', 'late');
  vi.advanceTimersByTime(250);
  answerAll(running());
  expect(await call).toBe('late');
});

test('what is asked of a process that has ended, before that is known, is rejected and not forgotten', async () => {
  running().die();
  const call = host.ask('a', {});
  running().emit('exit', 1);
  await expect(call).rejects.toThrow('the host process ended');
});

test('a line that never reached a process closes, so that the page asks again', async () => {
  running().die();
  const line = host.openReplica();
  const closed = new Promise<string>((resolve) => {
    line.on('close', () => resolve('closed'));
  });
  line.start();
  running().emit('exit', 1);
  expect(await closed).toBe('closed');
});

test('a line waits for the next process', async () => {
  running().end(1);
  const line = host.openReplica();
  vi.advanceTimersByTime(250);
  const served = new Promise<unknown>((resolve) => {
    running().parentPort.on('message', ({ data, ports }) => {
      ports[0].on('message', (message: { data: unknown }) => resolve(message.data));
      ports[0].start();
      expect(data).toEqual({ kind: 'replica' });
    });
  });
  line.postMessage('hello');
  expect(await served).toBe('hello');
  line.close();
});

test('once stopped, nothing is started and everything asked is rejected', async () => {
  const call = host.ask('a', {});
  host.stop();
  await expect(call).rejects.toThrow('ended');
  expect(running().alive).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(fake.processes).toHaveLength(1);
  await expect(host.ask('b', {})).rejects.toThrow('ended');
});

test('stopped during a pause, nothing is started', () => {
  running().end(1);
  host.stop();
  vi.advanceTimersByTime(60_000);
  expect(fake.processes).toHaveLength(1);
});

test('an engine that gave up is logged without its report', () => {
  running().emit('error', 'FatalError', 'v8::Heap', 'Hans Muster, 12.3.1980');
  expect(logged).toContainEqual(['host_process_fatal', { location: 'v8::Heap' }]);
  expect(JSON.stringify(logged)).not.toContain('Muster');
});
