import type { Message, Single } from './messages.ts';

export interface OutboxOptions<One extends Single> {
  /** Puts a message on the line. Throws when it cannot be sent; then nothing of it was. */
  readonly send: (message: Message) => void;
  /** Told of each message that cannot be sent. */
  readonly onUnsent: (message: One, error: unknown) => void;
}

/** Collects messages until they are sent, as one message if there are several. */
export class Outbox<One extends Single> {
  readonly #options: OutboxOptions<One>;
  #waiting: One[] = [];

  constructor(options: OutboxOptions<One>) {
    this.#options = options;
  }

  /** Returns whether this is the first that waits. */
  add(message: One): boolean {
    return this.#waiting.push(message) === 1;
  }

  flush(): void {
    const messages = this.#waiting;
    this.#waiting = [];
    if (messages.length > 1) {
      try {
        this.#options.send({ kind: 'bundle', messages });
        return;
      } catch {
        // One of them, or all together, is too much: each is tried by itself, so that only the one at fault fails.
      }
    }
    for (const message of messages) this.#sendAlone(message);
  }

  /** Nothing of what waits is sent any more. */
  clear(): void {
    this.#waiting = [];
  }

  #sendAlone(message: One): void {
    try {
      this.#options.send(message);
    } catch (error) {
      this.#options.onUnsent(message, error);
    }
  }
}
