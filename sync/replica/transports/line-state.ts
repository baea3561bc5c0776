import type { Message } from '../messages.ts';

/** What both transports share: messages wait for their listener, and the end is told once to everybody who asked. */
export class LineState {
  closed = false;
  #listener: ((message: Message) => void) | undefined;
  #early: Message[] = [];
  #closeListeners: (() => void)[] = [];

  deliver(message: Message): void {
    if (this.#listener) this.#listener(message);
    else this.#early.push(message);
  }

  listen(listener: (message: Message) => void): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const message of early) listener(message);
  }

  onClose(listener: () => void): void {
    if (this.closed) listener();
    else this.#closeListeners.push(listener);
  }

  /** Returns false when the line was closed before. */
  end(): boolean {
    if (this.closed) return false;
    this.closed = true;
    const listeners = this.#closeListeners;
    this.#closeListeners = [];
    for (const listener of listeners) listener();
    return true;
  }
}
