import type { Notice, Reply, Request, Rows } from '../messages.ts';
import { Outbox } from '../outbox.ts';
import { ReplicaError } from '../replica-error.ts';
import type { Transport } from '../transports/transport.ts';
import type { Connection } from './connection.ts';
import type { Database } from './database.ts';
import type { Waiting } from './lease-pool.ts';
import { parseRequest } from './parse-request.ts';

export interface SessionOptions {
  readonly transport: Transport;
  readonly database: Database;
  readonly idleLimitMs: number;
  /** Turns what SQLite threw into what the page is told. */
  readonly explain: (error: unknown) => ReplicaError;
  readonly check: () => readonly string[];
  readonly log: (message: string) => void;
}

/** Answers to a bundle go together, but none waits much longer than this for a slower one. Milliseconds. */
const heldAtMost = 3;

interface Lease {
  readonly connection: Connection;
  /** A statement of it has failed. */
  hasFailed: boolean;
  usedAt: number;
  timer: NodeJS.Timeout;
}

/** One page, at the other end of one transport. What it holds is rolled back and given back when the transport closes. */
export class Session {
  readonly #options: SessionOptions;
  readonly #leases = new Map<number, Lease>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #expired = new Set<number>();
  readonly #outbox = new Outbox<Reply | Notice>({
    send: (message) => this.#options.transport.send(message),
    onUnsent: (message, error) => this.#unsent(message, error),
  });
  /** Since when the outbox is held back, because a bundle is being answered. */
  #heldSince: number | undefined;
  #closed = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    options.transport.onMessage((message) => {
      const bundled = bundledIn(message);
      if (bundled) this.#receiveAll(bundled);
      else this.#receive(message);
    });
    options.transport.onClose(() => this.close());
  }

  notify(notice: Notice): void {
    this.#send(notice);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const [lease, waiting] of this.#waiting) this.#leaveQueue(lease, waiting);
    for (const lease of this.#leases.keys()) this.#release(lease);
    this.#options.transport.close();
  }

  #receiveAll(messages: readonly unknown[]): void {
    this.#heldSince = performance.now();
    try {
      for (const message of messages) this.#receive(message);
    } finally {
      this.#heldSince = undefined;
      this.#outbox.flush();
    }
  }

  #receive(message: unknown): void {
    if (this.#closed) return;
    let id = 0;
    try {
      id = numberOf(message);
      this.#carryOut(parseRequest(message));
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #carryOut(request: Request): void {
    const { id } = request;
    switch (request.kind) {
      case 'lease':
        this.#lease(request);
        return;
      case 'run':
        this.#run(id, request.lease, (connection) => connection.run(request.sql, request.params));
        return;
      case 'batch':
        this.#run(id, request.lease, (connection) => connection.runBatch(request.sql, request.sets));
        return;
      case 'commit':
        this.#run(id, request.lease, (connection) => {
          if (this.#leases.get(request.lease)?.hasFailed === true)
            throw new ReplicaError('not-committed', 'a statement of the transaction has failed');
          return connection.run('COMMIT', []);
        });
        return;
      case 'release':
        this.#release(request.lease);
        this.#send({ kind: 'done', id });
        return;
      case 'once':
        this.#once(request);
        return;
      case 'refresh':
        this.#options.database.forgetPrepared();
        this.#send({ kind: 'done', id });
        return;
      case 'check':
        this.#send({ kind: 'findings', id, findings: this.#options.check() });
        return;
    }
  }

  #lease(request: Extract<Request, { kind: 'lease' }>): void {
    const { id, lease, write, begin, timeoutMs } = request;
    if (this.#leases.has(lease) || this.#waiting.has(lease)) {
      throw new ReplicaError('bad-message', 'this number is taken by another lease');
    }
    let giveUp: NodeJS.Timeout | undefined;
    const waiting = this.#options.database.pool(write).acquire((connection) => {
      clearTimeout(giveUp);
      this.#waiting.delete(lease);
      this.#hold(lease, connection);
      try {
        if (begin) connection.run('BEGIN IMMEDIATE', []);
        this.#send({ kind: 'done', id });
      } catch (error) {
        this.#release(lease);
        this.#fail(id, error);
      }
    });
    if (!waiting) return;
    this.#waiting.set(lease, waiting);
    if (timeoutMs === null) return;
    giveUp = setTimeout(() => {
      this.#leaveQueue(lease, waiting);
      this.#fail(id, new ReplicaError('lease-timeout', `no connection became free within ${timeoutMs} ms`));
    }, timeoutMs);
  }

  #run(id: number, lease: number, statement: (connection: Connection) => Rows): void {
    const held = this.#held(lease);
    const { connection } = held;
    try {
      const rows = statement(connection);
      this.#options.database.tellCommitted(connection);
      this.#send(rowsReply(id, rows));
    } catch (error) {
      held.hasFailed = true;
      throw error;
    }
  }

  #once({ id, write, sql, params }: Extract<Request, { kind: 'once' }>): void {
    // Waits under a number that no page can ask for.
    const place = -id;
    const waiting = this.#options.database.pool(write).acquire((connection) => {
      this.#waiting.delete(place);
      let reply: Reply;
      try {
        reply = rowsReply(id, connection.run(sql, params));
      } catch (error) {
        reply = this.#failure(id, error);
      }
      this.#giveBack(connection);
      this.#send(reply);
    });
    if (waiting) this.#waiting.set(place, waiting);
  }

  #hold(number: number, connection: Connection): void {
    const { idleLimitMs } = this.#options;
    const watch = (): void => {
      const left = lease.usedAt + idleLimitMs - Date.now();
      if (left > 0) {
        lease.timer = setTimeout(watch, left);
        return;
      }
      this.#options.log(`a ${connection.write ? 'write' : 'read'} lock was idle for too long: rolled back`);
      this.#expired.add(number);
      this.#release(number);
    };
    const timer = setTimeout(watch, idleLimitMs);
    const lease: Lease = { connection, hasFailed: false, usedAt: Date.now(), timer };
    this.#leases.set(number, lease);
  }

  #held(number: number): Lease {
    const lease = this.#leases.get(number);
    if (lease) {
      lease.usedAt = Date.now();
      return lease;
    }
    if (this.#expired.has(number)) {
      throw new ReplicaError('lease-expired', 'the lock was idle for too long and has been rolled back');
    }
    throw new ReplicaError('bad-message', 'no such lease');
  }

  #release(number: number): void {
    const lease = this.#leases.get(number);
    if (!lease) return;
    this.#leases.delete(number);
    clearTimeout(lease.timer);
    this.#giveBack(lease.connection);
  }

  #giveBack(connection: Connection): void {
    try {
      this.#options.database.giveBack(connection);
    } catch (error) {
      this.#options.explain(error);
    }
  }

  #leaveQueue(number: number, waiting: Waiting): void {
    this.#waiting.delete(number);
    for (const write of [true, false]) this.#options.database.pool(write).cancel(waiting);
  }

  #fail(id: number, error: unknown): void {
    this.#send(this.#failure(id, error));
  }

  #failure(id: number, error: unknown): Reply {
    const { code, message } = this.#options.explain(error);
    return { kind: 'failed', id, code, message };
  }

  #send(message: Reply | Notice): void {
    this.#outbox.add(message);
    const since = this.#heldSince;
    if (since === undefined) this.#outbox.flush();
    else if (performance.now() - since > heldAtMost) {
      this.#heldSince = performance.now();
      this.#outbox.flush();
    }
  }

  #unsent(message: Reply | Notice, error: unknown): void {
    // An answer that is too large for the line is the asker's error; nothing else can fail here.
    if (message.kind === 'rows') this.#fail(message.id, error);
    else this.#options.log('a message could not be sent');
  }
}

/** What a page sent as one, or undefined for a message by itself. What is in it is checked like any other. */
function bundledIn(message: unknown): readonly unknown[] | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('kind' in message) || message.kind !== 'bundle') return undefined;
  return 'messages' in message && Array.isArray(message.messages) ? message.messages : undefined;
}

function rowsReply(id: number, rows: Rows): Reply {
  return { kind: 'rows', id, rows };
}

/** The number under which to answer even a message that makes no sense otherwise. */
function numberOf(message: unknown): number {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : 0;
  return typeof id === 'number' ? id : 0;
}
