import {
  DBAdapter,
  type DBLockOptions,
  LockContext,
  type QueryResult,
  type RawQueryResult,
  type Transaction,
  queryResultFromRaw,
  queryResultWithoutRows,
} from '@powersync/common';

import type { Message, Reply, ReplicaState, Request, Rows, Single, SqlParameter } from './messages.ts';
import { Outbox } from './outbox.ts';
import { ReplicaError } from './replica-error.ts';
import type { Transport } from './transports/transport.ts';

/** A request without its number. */
type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/**
 * So many turns of microtasks a request waits for others to go with: what a screen or a command asks for in a `Promise.all` passes
 * through some layers of promises on its way here, not all through as many. Together they take some microseconds.
 */
const turnsTogether = 8;

interface Pending {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The replica of this counter as PowerSync's `DBAdapter`, with its SQLite at the other end of a transport.
 *
 *     new PowerSyncDatabase({
 *       schema,
 *       opened: new RemoteAdapter(transport),
 *       database: { dbFilename: 'replica', enableMultiTabs: false },
 *     })
 *
 * Without `database` beside `opened`, closing the database leaves its stream running.
 * Everything here may throw a {@link ReplicaError}.
 */
export class RemoteAdapter extends DBAdapter {
  readonly name: string;
  #transport: Transport;
  #pending = new Map<number, Pending>();
  #lastId = 0;
  #lastLease = 0;
  #writes = 0;
  #connected = true;
  #closed = false;
  #state: ReplicaState = { kind: 'open' };
  readonly #outbox = new Outbox<Request>({
    send: (message) => this.#transport.send(message),
    onUnsent: ({ id }, error) => this.#fail(id, notSent(error)),
  });
  #stateListeners = new Set<(state: ReplicaState) => void>();
  #lostListeners = new Set<() => void>();

  /** `name` tells databases in one page apart; PowerSync names its locks after it. */
  constructor(transport: Transport, name = 'replica') {
    super();
    this.name = name;
    this.#transport = transport;
    this.#attach(transport);
  }

  /** What the host last said about the file. Damage is said in the first message, so wait for `onState`, or ask after `init()`. */
  get state(): ReplicaState {
    return this.#state;
  }

  /** Whether this page has asked for a write that is not finished: what was read before it may no longer hold. */
  get isWriting(): boolean {
    return this.#writes > 0;
  }

  /** Calls back whenever the host reports on the file, and returns how to stop. */
  onState(listener: (state: ReplicaState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  /** Calls back when the host is gone without {@link close} having been called. Calls under way fail with `closed`. */
  onLost(listener: () => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  /**
   * Goes on over a new transport, after {@link onLost}: later calls use it. A sync stream that was running starts again by
   * itself. If the host reports `damaged`, open the database anew instead: the schema is no longer there.
   */
  reattach(transport: Transport): void {
    if (this.#closed) throw new ReplicaError('closed', 'the adapter was closed');
    const before = this.#transport;
    this.#transport = transport;
    this.#connected = true;
    before.close();
    this.#failAll();
    this.#attach(transport);
  }

  override async close(): Promise<void> {
    this.#closed = true;
    this.#transport.close();
    this.#failAll();
  }

  override async refreshSchema(): Promise<void> {
    await this.#ask({ kind: 'refresh' });
  }

  /** Runs SQLite's `quick_check` and returns its findings: none means the file is sound. Takes seconds on a big replica. */
  async check(): Promise<readonly string[]> {
    const reply = await this.#ask({ kind: 'check' });
    return reply.kind === 'findings' ? reply.findings : [];
  }

  override readLock<T>(fn: (tx: LockContext) => Promise<T>, options?: DBLockOptions): Promise<T> {
    return this.#withLease(false, false, fn, options);
  }

  override writeLock<T>(fn: (tx: LockContext) => Promise<T>, options?: DBLockOptions): Promise<T> {
    return this.#withLease(true, false, fn, options);
  }

  // BEGIN travels with the lease, and a statement outside a transaction with both ends of its lease: each saves round
  // trips that a counter would feel. The rest is as in DBAdapter.

  override readTransaction<T>(fn: (tx: Transaction) => Promise<T>, options?: DBLockOptions): Promise<T> {
    return this.#withLease(false, true, (lease) => lease.inTransaction(fn), options);
  }

  override writeTransaction<T>(fn: (tx: Transaction) => Promise<T>, options?: DBLockOptions): Promise<T> {
    return this.#withLease(true, true, (lease) => lease.inTransaction(fn), options);
  }

  override async getAll<T>(sql: string, parameters?: unknown[]): Promise<T[]> {
    return queryResultFromRaw<T>(await this.#once(false, sql, parameters)).array;
  }

  override async getOptional<T>(sql: string, parameters?: unknown[]): Promise<T | null> {
    return (await this.getAll<T>(sql, parameters))[0] ?? null;
  }

  override async get<T>(sql: string, parameters?: unknown[]): Promise<T> {
    const row = await this.getOptional<T>(sql, parameters);
    if (row === null) throw new Error('Result set is empty');
    return row;
  }

  override async execute<T>(sql: string, parameters?: unknown[]): Promise<QueryResult<T>> {
    return queryResultFromRaw<T>(await this.#once(true, sql, parameters));
  }

  override executeRaw(sql: string, parameters?: unknown[]): Promise<RawQueryResult> {
    return this.#once(true, sql, parameters);
  }

  async #once(write: boolean, sql: string, parameters: unknown[] = []): Promise<Rows> {
    return await this.#counted(write, async () =>
      rowsOf(await this.#ask({ kind: 'once', write, sql, params: parameters as SqlParameter[] })),
    );
  }

  async #counted<T>(write: boolean, work: () => Promise<T>): Promise<T> {
    if (!write) return await work();
    this.#writes++;
    try {
      return await work();
    } finally {
      this.#writes--;
    }
  }

  async #withLease<T>(
    write: boolean,
    begin: boolean,
    fn: (lease: Lease) => Promise<T>,
    options: DBLockOptions | undefined,
  ): Promise<T> {
    return await this.#counted(write, () => this.#leased(write, begin, fn, options));
  }

  async #leased<T>(
    write: boolean,
    begin: boolean,
    fn: (lease: Lease) => Promise<T>,
    options: DBLockOptions | undefined,
  ): Promise<T> {
    const lease = ++this.#lastLease;
    const transport = this.#transport;
    await this.#ask({ kind: 'lease', lease, write, begin, timeoutMs: options?.timeoutMs ?? null });
    const ask = (request: Unnumbered): Promise<Reply> => {
      if (transport === this.#transport) return this.#ask(request);
      return Promise.reject(new ReplicaError('closed', 'the host of this lock is gone'));
    };
    try {
      return await fn(new Lease(lease, ask));
    } finally {
      // The host takes requests in order, so nobody needs to wait for the answer.
      ask({ kind: 'release', lease }).catch(() => undefined);
    }
  }

  #ask(request: Unnumbered): Promise<Reply> {
    if (!this.#connected || this.#closed) {
      return Promise.reject(new ReplicaError('closed', 'the replica host is gone'));
    }
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      if (this.#outbox.add({ ...request, id })) void this.#sendSoon();
    });
  }

  async #sendSoon(): Promise<void> {
    for (let turn = 0; turn < turnsTogether; turn++) await Promise.resolve();
    this.#outbox.flush();
  }

  #attach(transport: Transport): void {
    transport.onMessage((message) => {
      if (transport === this.#transport) this.#receive(message);
    });
    transport.onClose(() => {
      if (transport !== this.#transport || this.#closed) return;
      this.#connected = false;
      this.#failAll();
      for (const listener of this.#lostListeners) listener();
    });
  }

  #receive(message: Message): void {
    if (message.kind === 'bundle') for (const one of message.messages) this.#take(one);
    else this.#take(message);
  }

  #take(message: Single): void {
    switch (message.kind) {
      case 'changed':
        this.iterateListeners((listener) => listener.tablesUpdated?.({ tables: [...message.tables] }));
        return;
      case 'hello':
      case 'state':
        this.#state = message.state;
        for (const listener of this.#stateListeners) listener(message.state);
        return;
      case 'rows':
      case 'done':
      case 'findings':
      case 'failed':
        this.#settle(message);
        return;
      case 'lease':
      case 'run':
      case 'batch':
      case 'commit':
      case 'release':
      case 'once':
      case 'refresh':
      case 'check':
        // A host has no business asking.
        return;
    }
  }

  #settle(reply: Reply): void {
    if (reply.kind === 'failed') {
      this.#fail(reply.id, new ReplicaError(reply.code, reply.message));
      return;
    }
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    pending?.resolve(reply);
  }

  #fail(id: number, error: ReplicaError): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.reject(error);
  }

  #failAll(): void {
    const pending = this.#pending;
    this.#pending = new Map();
    // What is said to have failed must not be carried out by the next host.
    this.#outbox.clear();
    for (const { reject } of pending.values()) reject(new ReplicaError('closed', 'the replica host is gone'));
  }
}

/** The connection while its lock is held. */
class Lease extends LockContext {
  protected readonly lease: number;
  readonly #ask: (request: Unnumbered) => Promise<Reply>;
  #unanswered = 0;

  constructor(lease: number, ask: (request: Unnumbered) => Promise<Reply>) {
    super();
    this.lease = lease;
    this.#ask = ask;
  }

  override async executeRaw(sql: string, params: unknown[] = []): Promise<RawQueryResult> {
    return rowsOf(await this.ask({ kind: 'run', lease: this.lease, sql, params: params as SqlParameter[] }));
  }

  override async executeBatch(sql: string, sets: unknown[][] = []): Promise<QueryResult<never>> {
    const reply = await this.ask({ kind: 'batch', lease: this.lease, sql, sets: sets as SqlParameter[][] });
    const { rowsAffected, insertId } = rowsOf(reply);
    return queryResultWithoutRows({ rowsAffected, insertId });
  }

  protected get isAsking(): boolean {
    return this.#unanswered > 0;
  }

  protected async ask(request: Unnumbered): Promise<Reply> {
    this.#unanswered++;
    try {
      return await this.#ask(request);
    } finally {
      this.#unanswered--;
    }
  }

  /** For a lease that was taken with `begin`. */
  async inTransaction<T>(fn: (tx: Transaction) => Promise<T>): Promise<T> {
    const transaction = new LeaseTransaction(this.lease, this.#ask);
    try {
      const result = await fn(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      // If this fails too, the first error is the one to tell; giving the lease back rolls back in any case.
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
  }
}

class LeaseTransaction extends Lease implements Transaction {
  #finished = false;

  /** May be called behind statements whose answers have not come: if one of them fails, so does this, and nothing is kept. */
  async commit(): Promise<void> {
    if (this.#finished) return;
    this.#finished = true;
    await (this.isAsking ? this.ask({ kind: 'commit', lease: this.lease }) : this.executeRaw('COMMIT'));
  }

  async rollback(): Promise<void> {
    if (this.#finished) return;
    this.#finished = true;
    await this.executeRaw('ROLLBACK');
  }
}

function rowsOf(reply: Reply): Rows {
  if (reply.kind === 'rows') return reply.rows;
  throw new ReplicaError('bad-message', `rows were asked for, ${reply.kind} came`);
}

function notSent(error: unknown): ReplicaError {
  if (error instanceof ReplicaError) return error;
  return new ReplicaError('bad-parameter', 'a parameter cannot be sent to the replica', { cause: error });
}
