import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CommonPowerSyncDatabase,
  PowerSyncBackendConnector,
  SyncStreamSubscription,
  Transaction,
} from '@powersync/common';
import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { createConnector } from '#sync/connector/connector.ts';
import { keepRefusal } from '#sync/connector/keep-refusal.ts';
import type { SyncProblem } from '#sync/connector/sync-problem.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import type { EmbeddedBackend } from '../../embedded/backend.ts';
import { type DemoSignIn, alpina } from '../../seeds/demo-people.ts';
import type { Operation } from '../person.ts';

/** Where a counter of the model stands, and who works there. */
export interface Desk {
  readonly counterId: string;
  readonly branchId: string;
  /** `ZRH-A`: its numbers begin with it. */
  readonly prefix: string;
  readonly person: DemoSignIn;
}

/** A local transaction as it went into the upload queue. */
export interface LocalTransaction {
  readonly clientId: string;
  readonly txId: number;
  readonly ops: readonly Operation[];
}

export type Row = Readonly<Record<string, string | number | null>>;
export type Fault = 'none' | 'lose_answer' | 'die_before_answer';

/**
 * One counter with a real replica on disk, the PowerSync client on it, its upload queue and the app's connector. What is not
 * real: its host runs in this process, and being killed is the copy of its files as they lie on the disk at that moment.
 */
export class ModelCounter {
  readonly desk: Desk;
  readonly #backend: EmbeddedBackend;
  readonly #folder: string;
  readonly #supabase: SupabaseClient;
  #opened: TestCounter | null = null;
  readonly #branches: SyncStreamSubscription[] = [];
  #clientId = '';
  #generation = 0;
  #lastCrud = 0;
  #fault: Fault = 'none';
  #died: string | null = null;
  #problem: SyncProblem | null = null;
  /** Every transaction that is durable here, in order. */
  readonly journal: LocalTransaction[] = [];
  /** How far its clock is ahead of the true time. */
  skewMs = 0;
  /** Its facts are dated this long ago: they were written then, and are sent now. */
  lateMs = 0;
  /** Plays a counter of the first schema, which knows no newer columns. */
  isOld = false;
  /** Why the last upload did not go through. */
  lastDelay = '';

  constructor(desk: Desk, backend: EmbeddedBackend, folder: string) {
    this.desk = desk;
    this.#backend = backend;
    this.#folder = folder;
    this.#supabase = createClient(backend.supabaseUrl, backend.anonKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: (input, init) => this.#fetch(input, init) },
    });
  }

  async open(): Promise<void> {
    const { email, password } = this.desk.person;
    const { error } = await this.#supabase.auth.signInWithPassword({ email, password });
    if (error) throw error;
    await this.#openIn(join(this.#folder, '0'));
  }

  get db(): CommonPowerSyncDatabase {
    if (!this.#opened) throw new Error('the counter is switched off');
    return this.#opened.db;
  }

  /** Writes as a command does: in one transaction of the replica. */
  async write(work: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.db.writeTransaction(work);
    const rows = await this.db.getAll<{ id: number; tx_id: number; data: string }>(
      'SELECT id, tx_id, data FROM ps_crud WHERE id > ? ORDER BY id',
      [this.#lastCrud],
    );
    this.#lastCrud = rows.at(-1)?.id ?? this.#lastCrud;
    for (const txId of new Set(rows.map((row) => row.tx_id))) {
      const ops = rows.filter((row) => row.tx_id === txId).map((row) => operationOf(row.data));
      this.journal.push({ clientId: this.#clientId, txId, ops });
    }
  }

  /** Sends until nothing waits, or the server or the line says no. Returns whether all went. */
  async send(fault: Fault = 'none', schemaVersion = this.isOld ? 1 : undefined): Promise<boolean> {
    this.#fault = fault;
    try {
      while ((await this.waiting()) > 0) await this.#connector(schemaVersion).uploadData(this.db);
      return true;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'UploadDelayed') throw error;
      this.lastDelay = error.message;
      return false;
    } finally {
      this.#fault = 'none';
      if (this.#died !== null) await this.#goOnIn(this.#died);
    }
  }

  /** Two pages of the same counter send the same queue at once. */
  async sendTwice(): Promise<void> {
    const upload = (): Promise<void> =>
      this.#connector(undefined)
        .uploadData(this.db)
        .catch((error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'UploadDelayed') throw error;
        });
    await Promise.all([upload(), upload()]);
  }

  /** Connects to the stream until the replica holds what the server had when the marker was set; then the line is down again. */
  async receive(marker: string, limitMs = 15_000): Promise<void> {
    const arrived = untilRow(this.db, 'SELECT 1 FROM messages WHERE error = ?', marker, limitMs);
    void this.db.connect(this.#connector(undefined), { crudUploadThrottleMs: 1, retryDelayMs: 20 });
    try {
      await arrived;
    } finally {
      await this.db.disconnect();
    }
  }

  /** As a power cut leaves it: what was committed is there, nothing else. */
  async die(): Promise<void> {
    await this.#goOnIn(this.#copyOfFiles());
  }

  /** Dies in the middle of a local transaction, of which nothing may remain. */
  async dieMidway(work: (tx: Transaction) => Promise<void>): Promise<void> {
    const before = await this.waiting();
    const dead = await this.db
      .writeTransaction(async (tx) => {
        await work(tx);
        throw new PowerCut(this.#copyOfFiles());
      })
      .catch((error: unknown) => {
        if (error instanceof PowerCut) return error.folder;
        throw error;
      });
    await this.#goOnIn(dead);
    if ((await this.waiting()) !== before)
      throw new Error('a transaction that was not committed is in the queue');
  }

  /** A version of the app that the server does not take: nothing may leave the queue, and the light must say why. */
  async sendTooOld(): Promise<void> {
    const before = await this.waiting();
    if (before === 0) return;
    await this.send('none', 0);
    if (this.#problem?.kind === 'not-permitted') return;
    if ((await this.waiting()) !== before)
      throw new Error('something left the queue of a counter that is too old');
    if (this.#problem?.kind !== 'update-needed')
      throw new Error('the light does not say that an update is needed');
  }

  async waiting(): Promise<number> {
    return (await this.db.get<{ n: number }>('SELECT count(*) AS n FROM ps_crud')).n;
  }

  async close(): Promise<void> {
    for (const branch of this.#branches.splice(0)) branch.unsubscribe();
    await this.#opened?.close();
    this.#opened = null;
  }

  async #openIn(folder: string): Promise<void> {
    this.#opened = await openCounter(counterSchema, folder);
    // What is closed lies with its branch: here every counter is asked whether it agrees on all of it.
    for (const counterId of Object.values(alpina.counters))
      this.#branches.push(await this.db.syncStream('branch', { counter_id: counterId }).subscribe());
    this.#clientId = await this.db.getClientId();
    this.#died = null;
  }

  async #goOnIn(folder: string): Promise<void> {
    await this.close();
    await this.#openIn(folder);
  }

  #copyOfFiles(): string {
    this.#generation += 1;
    const from = join(this.#folder, String(this.#generation - 1));
    const to = join(this.#folder, String(this.#generation));
    mkdirSync(to, { recursive: true });
    for (const name of ['replica.sqlite', 'replica.sqlite-wal']) {
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
    }
    return to;
  }

  #connector(schemaVersion: number | undefined): PowerSyncBackendConnector {
    return createConnector({
      supabase: this.#supabase,
      powersyncUrl: this.#backend.powersyncUrl,
      counterId: this.desk.counterId,
      onProblem: (problem) => {
        this.#problem = problem ?? this.#problem;
      },
      onRefused: keepRefusal,
      slowRetryMs: 0,
      ...(schemaVersion !== undefined && { schemaVersion }),
    });
  }

  async #fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.endsWith('/rpc/apply_changes') || typeof init?.body !== 'string')
      return await fetch(input, init);
    const sentAt = new Date(Date.now() + this.skewMs).toISOString();
    const body = JSON.stringify({ ...(JSON.parse(init.body) as object), sent_at: sentAt });
    const answer = await fetch(input, { ...init, body });
    if (this.#fault === 'none') return answer;
    await answer.arrayBuffer();
    if (this.#fault === 'die_before_answer') this.#died = this.#copyOfFiles();
    this.#fault = 'none';
    throw new TypeError('fetch failed');
  }
}

class PowerCut extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super('the power went');
    this.folder = folder;
  }
}

function operationOf(json: string): Operation {
  const { op, type, id, data } = JSON.parse(json) as {
    op: Operation['op'];
    type: string;
    id: string;
    data?: Readonly<Record<string, unknown>>;
  };
  return { op, table: type, id, data: data ?? null };
}

/** Resolves with the row. Listens before it looks, so that no change falls between the two. */
function untilRow(db: CommonPowerSyncDatabase, sql: string, value: string, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      stop();
      clearTimeout(timer);
      settle();
    };
    const fail = (error: unknown): void =>
      end(() => reject(error instanceof Error ? error : new Error(String(error))));
    const look = (): void => {
      db.getOptional(sql, [value]).then((row) => (row === null ? undefined : end(resolve)), fail);
    };
    const timer = setTimeout(
      () => fail(`the replica did not receive what the server has within ${limitMs} ms`),
      limitMs,
    );
    const stop = db.onChange({ onChange: look }, { tables: ['messages'], throttleMs: 1 });
    look();
  });
}
