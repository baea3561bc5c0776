import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { ReplicaState } from '../messages.ts';
import { ReplicaError } from '../replica-error.ts';
import type { Transport } from '../transports/transport.ts';
import { Database } from './database.ts';
import { explainError, explainOpenError, isDamage } from './explain-error.ts';
import { installedExtensionPath } from './extension-path.ts';
import { checkWhatMatters, quickCheck } from './find-damage.ts';
import { moveAside, recoverDamaged } from './recover-damaged.ts';
import { Session } from './session.ts';

export interface ReplicaOptions {
  /** Where the replica lies; made if it is not there. `<name>.sqlite` and the folder `damaged/` go into it. */
  readonly folder: string;
  /** `replica` if not given. */
  readonly name?: string;
  /** The PowerSync core extension; by default where npm put it. In a packaged app it lies among the resources. */
  readonly extensionPath?: string;
  /** Connections for reading, at most: 2 if not given. */
  readonly readers?: number;
  /** How long a page may hold a lock without asking for anything: 30 seconds if not given. */
  readonly idleLimitMs?: number;
  /** Files up to this size are checked whole when they are opened, larger ones where it matters most: 48 MB if not given. */
  readonly checkWholeUpToBytes?: number;
  /** Takes one line at a time, without personal data. */
  readonly log?: (message: string) => void;
}

/**
 * Opens the replica in `folder` and makes it if it is not there. A damaged file is moved aside, what waits in its upload
 * queue is taken over into a new one, and {@link ReplicaHost.state} says so.
 * Throws a {@link ReplicaError}: `disk-full`, `not-writable`, `cannot-open`.
 */
export function openReplica(options: ReplicaOptions): ReplicaHost {
  return new ReplicaHost(options);
}

/** The process's end of the replica: holds the file open and serves it to any number of pages. */
export class ReplicaHost {
  readonly name: string;
  readonly path: string;
  readonly #options: Required<ReplicaOptions>;
  readonly #sessions = new Set<Session>();
  readonly #listeners = new Set<(state: ReplicaState) => void>();
  #database: Database;
  #state: ReplicaState = { kind: 'open' };
  #replacing = false;
  #closed = false;

  constructor(options: ReplicaOptions) {
    this.#options = {
      name: 'replica',
      readers: 2,
      idleLimitMs: 30_000,
      checkWholeUpToBytes: 48 * 1024 * 1024,
      log: () => undefined,
      ...options,
      extensionPath: options.extensionPath ?? installedExtensionPath(),
    };
    this.name = this.#options.name;
    this.path = join(this.#options.folder, this.#fileName);
    this.#database = this.#open();
  }

  get state(): ReplicaState {
    return this.#state;
  }

  /** Calls back when the state changes, as it does when damage is found. Returns how to stop. */
  onState(listener: (state: ReplicaState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Serves a page until its transport closes. */
  serve(transport: Transport): void {
    if (this.#closed) {
      transport.close();
      return;
    }
    const database = this.#database;
    const session = new Session({
      transport,
      database,
      idleLimitMs: this.#options.idleLimitMs,
      explain: (error) => this.#explain(error),
      check: () => quickCheck(database.writer.db),
      log: this.#options.log,
    });
    this.#sessions.add(session);
    transport.onClose(() => this.#sessions.delete(session));
    session.notify({ kind: 'hello', name: this.name, state: this.#state });
  }

  /** Ends every session, rolling back what it left open, and closes the file. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const session of this.#sessions) session.close();
    this.#database.close();
  }

  get #fileName(): string {
    return `${this.#options.name}.sqlite`;
  }

  #open(): Database {
    try {
      mkdirSync(this.#options.folder, { recursive: true });
      return this.#openSound() ?? this.#openNew();
    } catch (error) {
      throw explainOpenError(error);
    }
  }

  /** Returns undefined when the file is damaged. */
  #openSound(): Database | undefined {
    const { checkWholeUpToBytes, folder, log } = this.#options;
    const isNew = !existsSync(this.path);
    let database: Database | undefined;
    try {
      database = this.#openDatabase();
      const { db } = database.writer;
      const whole = !isNew && statSync(this.path).size <= checkWholeUpToBytes;
      const findings = isNew ? [] : whole ? quickCheck(db) : checkWhatMatters(db);
      if (findings.length === 0) {
        // What a crash between moving aside and taking over left to do.
        this.#state = recoverDamaged(db, folder, this.#fileName) ?? this.#state;
        return database;
      }
      log(`the replica is damaged: ${findings.length} findings when it was opened`);
    } catch (error) {
      if (!isDamage(error)) throw error;
      log('the replica is damaged: it cannot be opened');
    }
    database?.close();
    return undefined;
  }

  #openNew(): Database {
    const { folder, log } = this.#options;
    const movedTo = moveAside(folder, this.#fileName);
    const database = this.#openDatabase();
    const state = recoverDamaged(database.writer.db, folder, this.#fileName);
    this.#state = state ?? { kind: 'damaged', movedTo, pendingSaved: null, requeued: 0, localRowsKept: 0 };
    log('the damaged replica was moved aside, and a new one made');
    return database;
  }

  #openDatabase(): Database {
    const { extensionPath, readers } = this.#options;
    return new Database({
      path: this.path,
      extensionPath,
      readers,
      onChanged: (tables) => {
        for (const session of this.#sessions) session.notify({ kind: 'changed', tables });
      },
    });
  }

  #explain(error: unknown): ReplicaError {
    if (!isDamage(error)) return explainError(error);
    if (!this.#replacing && quickCheck(this.#database.writer.db).length === 0) return explainError(error);
    this.#replaceSoon();
    return new ReplicaError('damaged', 'the replica is damaged', { cause: error });
  }

  /** After the answer to the statement that met the damage. Every page is told, and has to open the replica anew. */
  #replaceSoon(): void {
    if (this.#replacing) return;
    this.#replacing = true;
    setImmediate(() => {
      if (this.#closed) return;
      this.#options.log('the replica is damaged: a statement met it');
      const sessions = [...this.#sessions];
      this.#database.close();
      this.#database = this.#openNew();
      this.#replacing = false;
      for (const session of sessions) {
        session.notify({ kind: 'state', state: this.#state });
        session.close();
      }
      for (const listener of this.#listeners) listener(this.#state);
    });
  }
}
