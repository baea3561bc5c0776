import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** Electron's MessagePortMain over a port of Node's, which clones what it carries and can be transferred. */
export class FakePortMain extends EventEmitter {
  #port: MessagePort | undefined;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  postMessage(message: unknown): void {
    this.#port?.postMessage(message);
  }

  start(): void {
    this.#port?.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    this.#port?.on('close', () => this.emit('close'));
    this.#port?.start();
  }

  close(): void {
    this.#port?.close();
  }

  /** Takes the port away, as a transfer does: nothing done to this one has an effect any more. */
  transfer(): MessagePort {
    const port = this.#port;
    if (!port) throw new TypeError('the port was transferred before');
    this.#port = undefined;
    return port;
  }
}

export class FakeMessageChannelMain {
  readonly port1: FakePortMain;
  readonly port2: FakePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePortMain(port1);
    this.port2 = new FakePortMain(port2);
  }
}
