import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import { engineFlags } from '../host/engine-flags.ts';
import type { Log } from '../host/log.ts';
import type { FromHost, ToHost } from './utility/messages.ts';

export interface HostProcess {
  /**
   * Hands one end of a new line to the replica host and returns the other, for the page. While the process is being
   * started again the line waits for it; if it ends without having taken the line, the line closes.
   */
  openReplica(): MessagePortMain;
  /** Asks the process that makes papers. Rejects when it ends before it answers. */
  ask(name: string, input: unknown): Promise<unknown>;
  stop(): void;
}

const shortestPause = 250;
const longestPause = 10_000;
/** A process that ran this long was well: the next pause is the shortest again. */
const longEnough = 60_000;

/** A question, with what becomes of it when the process ends. */
interface Sent {
  readonly message: ToHost;
  readonly port?: MessagePortMain;
  readonly lost: () => void;
}

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
  const answers = new Map<number, (answer: unknown) => void>();
  /** What the running process was sent and has not answered; without one, what waits for the next. */
  let open: Sent[] = [];
  let lastId = 0;
  let stopped = false;
  let pause = shortestPause;
  let child: Electron.UtilityProcess | undefined;
  let restart: ReturnType<typeof setTimeout> | undefined;

  start();

  function start(): void {
    const startedAt = performance.now();
    // stdout is nobody's: a pipe that is not read would fill up and hold the process still.
    const process = utilityProcess.fork(script, ['--data', dataFolder], {
      serviceName: 'schalter-host',
      execArgv: [...engineFlags],
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = process;
    process.stderr?.on('data', (text: Buffer) =>
      log('host_process', { text: text.toString('utf8').slice(0, 2_000) }),
    );
    process.on('message', ({ id, answer }: FromHost) => {
      answers.get(id)?.(answer);
      answers.delete(id);
      open = open.filter(({ message }) => message.kind === 'replica' || message.id !== id);
    });
    // V8 gave up. Without a listener the event would be thrown here. Its report quotes memory, so it is not kept.
    process.on('error', (_type, location) => log('host_process_fatal', { location }));
    process.on('exit', (code) => {
      child = undefined;
      loseOpen();
      if (stopped) return;
      if (performance.now() - startedAt >= longEnough) pause = shortestPause;
      log('host_process_ended', { code, restart_in_ms: pause });
      restart = setTimeout(start, pause);
      pause = Math.min(pause * 2, longestPause);
    });
    for (const sent of open) deliver(process, sent);
  }

  function deliver(process: Electron.UtilityProcess, { message, port }: Sent): void {
    process.postMessage(message, port ? [port] : undefined);
  }

  function loseOpen(): void {
    const lost = open;
    open = [];
    for (const sent of lost) sent.lost();
  }

  function send(sent: Sent): void {
    if (stopped) {
      sent.lost();
      return;
    }
    open.push(sent);
    if (child) deliver(child, sent);
  }

  return {
    openReplica() {
      const { port1, port2 } = new MessageChannelMain();
      // Electron drops what is sent to a process that has just ended, and keeps the port: closing it tells the page. On a
      // port that was handed over this does nothing.
      send({ message: { kind: 'replica' }, port: port1, lost: () => port1.close() });
      return port2;
    },
    ask(name, input) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        answers.set(id, resolve);
        const lost = (): void => {
          answers.delete(id);
          reject(new Error('the host process ended'));
        };
        send({ message: { kind: 'call', id, name, input }, lost });
      });
    },
    stop() {
      stopped = true;
      clearTimeout(restart);
      loseOpen();
      child?.kill();
    },
  };
}
