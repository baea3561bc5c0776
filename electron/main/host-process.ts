import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { Log } from '../host/log.ts';
import type { FromHost, ToHost } from './utility/messages.ts';

export interface HostProcess {
  /** Hands one end of a new line to the replica host and returns the other, for the page. */
  openReplica(): MessagePortMain;
  /** Asks the process that makes papers. Rejects when it ends before it answers. */
  ask(name: string, input: unknown): Promise<unknown>;
  stop(): void;
}

const longestPause = 10_000;

/**
 * Keeps the process with the replica and the papers running. When it ends by itself it is started again, with growing
 * pauses; open lines close, and the page asks for a new one.
 */
export function keepHostProcess(options: {
  readonly script: string;
  readonly dataFolder: string;
  readonly log: Log;
}): HostProcess {
  const { script, dataFolder, log } = options;
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let stopped = false;
  let pause = 250;
  let child = start();

  function start(): Electron.UtilityProcess {
    const process = utilityProcess.fork(script, ['--data', dataFolder], {
      serviceName: 'schalter-host',
      stdio: 'pipe',
    });
    process.stderr?.on('data', (text: Buffer) =>
      log('host_process', { text: text.toString('utf8').slice(0, 2_000) }),
    );
    process.on('message', (message: FromHost) => {
      pause = 250;
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      asked?.resolve(message.answer);
    });
    process.on('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error('the host process ended'));
      waiting.clear();
      if (stopped) return;
      log('host_process_ended', { code, restart_in_ms: pause });
      setTimeout(() => {
        if (!stopped) child = start();
      }, pause);
      pause = Math.min(pause * 2, longestPause);
    });
    return process;
  }

  return {
    openReplica() {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ kind: 'replica' } satisfies ToHost, [port1]);
      return port2;
    },
    ask(name, input) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.postMessage({ kind: 'call', id, name, input } satisfies ToHost);
      });
    },
    stop() {
      stopped = true;
      child.kill();
    },
  };
}
