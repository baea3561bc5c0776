import type { Connection } from './connection.ts';

/** A place in the queue. */
export interface Waiting {
  readonly granted: (connection: Connection) => void;
}

export interface LeasePoolOptions {
  /** Opens a connection, when all that are open are lent. May throw: then whoever asked is told, and nobody else. */
  readonly open: () => Connection;
  readonly atMost: number;
}

/** Lends connections, one holder each, first come, first served. */
export class LeasePool {
  readonly #options: LeasePoolOptions;
  readonly #all: Connection[] = [];
  readonly #free: Connection[] = [];
  readonly #queue: Waiting[] = [];

  constructor(options: LeasePoolOptions) {
    this.#options = options;
  }

  /** Those that are open, lent or not. */
  get open(): readonly Connection[] {
    return this.#all;
  }

  /** Calls `granted` as soon as a connection is free. Returns a place in the queue, or undefined when it was at once. */
  acquire(granted: (connection: Connection) => void): Waiting | undefined {
    const connection = this.#free.pop() ?? this.#openAnother();
    if (connection) {
      granted(connection);
      return undefined;
    }
    const waiting = { granted };
    this.#queue.push(waiting);
    return waiting;
  }

  /** Leaves the queue. Returns false when the connection was granted already. */
  cancel(waiting: Waiting): boolean {
    const at = this.#queue.indexOf(waiting);
    if (at !== -1) this.#queue.splice(at, 1);
    return at !== -1;
  }

  release(connection: Connection): void {
    const next = this.#queue.shift();
    if (next) next.granted(connection);
    else this.#free.push(connection);
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }

  #openAnother(): Connection | undefined {
    const { open, atMost } = this.#options;
    if (this.#all.length >= atMost) return undefined;
    const connection = open();
    this.#all.push(connection);
    return connection;
  }
}
