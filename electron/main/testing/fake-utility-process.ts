import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { FakePortMain } from './fake-ports.ts';

/** The child's end: what a utility process has as `process.parentPort`. Messages wait for their first listener. */
class FakeParentPort extends EventEmitter {
  readonly #process: FakeUtilityProcess;
  #early: unknown[] = [];

  constructor(process: FakeUtilityProcess) {
    super();
    this.#process = process;
    this.on('newListener', (name) => {
      if (name === 'message') queueMicrotask(() => this.#flush());
    });
  }

  deliver(event: unknown): void {
    this.#early.push(event);
    if (this.listenerCount('message') > 0) queueMicrotask(() => this.#flush());
  }

  postMessage(message: unknown): void {
    const clone: unknown = structuredClone(message);
    queueMicrotask(() => {
      if (this.#process.alive) this.#process.emit('message', clone);
    });
  }

  #flush(): void {
    for (const event of this.#early.splice(0)) this.emit('message', event);
  }
}

/**
 * A utility process without a process. It behaves as Electron's where that matters: what is posted to one that has ended
 * is dropped without a word, and a port with it stays with the sender.
 */
export class FakeUtilityProcess extends EventEmitter {
  readonly stderr = new PassThrough();
  readonly parentPort = new FakeParentPort(this);
  readonly script: string;
  readonly args: readonly string[];
  readonly options: Electron.ForkOptions;
  readonly #ports: FakePortMain[] = [];
  alive = true;

  constructor(script: string, args: readonly string[], options: Electron.ForkOptions) {
    super();
    this.script = script;
    this.args = args;
    this.options = options;
  }

  postMessage(message: unknown, transfer: readonly FakePortMain[] = []): void {
    if (!this.alive) return;
    const data: unknown = structuredClone(message);
    const ports = transfer.map((port) => new FakePortMain(port.transfer()));
    this.#ports.push(...ports);
    this.parentPort.deliver({ data, ports });
  }

  kill(): boolean {
    if (!this.alive) return false;
    this.end(0);
    return true;
  }

  /** The process ends; main hears of it. */
  end(code: number): void {
    this.die();
    this.emit('exit', code);
  }

  /** The moment between the end of a process and main's hearing of it. */
  die(): void {
    this.alive = false;
    for (const port of this.#ports) port.close();
  }
}
