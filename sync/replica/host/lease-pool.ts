import type { Connection } from './connection.ts';

/** A place in the queue. */
export interface Waiting {
  readonly granted: (connection: Connection) => void;
}

/** Lends connections, one holder each, first come, first served. */
export class LeasePool {
  readonly #free: Connection[];
  readonly #queue: Waiting[] = [];

  constructor(connections: readonly Connection[]) {
    this.#free = [...connections];
  }

  /** Calls `granted` as soon as a connection is free. Returns a place in the queue, or undefined when it was at once. */
  acquire(granted: (connection: Connection) => void): Waiting | undefined {
    const connection = this.#free.pop();
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
}
