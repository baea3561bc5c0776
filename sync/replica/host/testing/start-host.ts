import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';

import { messagePortTransport } from '../../transports/message-port.ts';
import type { Transport } from '../../transports/transport.ts';
import { webSocketTransport } from '../../transports/web-socket.ts';
import type { ReplicaOptions } from '../replica-host.ts';

/** A replica host somewhere else, for tests. */
export interface TestHost {
  connect(): Transport;
  stop(): Promise<void>;
}

export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'schalter-replica-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** In a worker thread, over message ports. */
export function startWorkerHost(options: Omit<ReplicaOptions, 'log'>): TestHost {
  const worker = new Worker(new URL('./host-worker.ts', import.meta.url), { workerData: options });
  return {
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port1, [port1]);
      return messagePortTransport(port2);
    },
    stop: async () => {
      const exit = once(worker, 'exit');
      worker.postMessage('close', []);
      await exit;
    },
  };
}

/** In a process of its own, over WebSockets. */
export async function startProcessHost(
  folder: string,
): Promise<TestHost & { readonly process: ChildProcess; kill(): Promise<void> }> {
  const script = fileURLToPath(new URL('./host-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const end = async (action: () => void): Promise<void> => {
    const exit = once(child, 'exit');
    action();
    await exit;
  };
  return {
    process: child,
    connect: () => webSocketTransport(new WebSocket(`ws://127.0.0.1:${Number(port.toString())}`)),
    stop: () => end(() => child.stdin.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}
