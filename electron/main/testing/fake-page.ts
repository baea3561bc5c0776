import { EventEmitter, once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';

interface PageMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly ports: readonly MessagePort[];
  readonly source: unknown;
  stopImmediatePropagation(): void;
}

type Listener = (message: PageMessage) => void;

/** As much of a page's `window` as the preload and the page's host use, with the order and the end of listeners. */
export class FakePage {
  readonly location = { origin: 'app://schalter' };
  readonly #news = new EventEmitter();
  #listeners: Listener[] = [];

  addEventListener(_event: 'message', listener: Listener): void {
    this.#listeners.push(listener);
  }

  removeEventListener(_event: 'message', listener: Listener): void {
    this.#listeners = this.#listeners.filter((known) => known !== listener);
  }

  postMessage(data: unknown, origin: string, ports: readonly MessagePort[]): void {
    let stopped = false;
    const stopImmediatePropagation = (): void => {
      stopped = true;
    };
    for (const listener of this.#listeners) {
      if (!stopped) listener({ data, origin, ports, source: this, stopImmediatePropagation });
    }
    this.#news.emit('message');
  }

  /** Waits for the next message. */
  async message(): Promise<void> {
    await once(this.#news, 'message');
  }
}
