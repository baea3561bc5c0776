import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import type {
  CommonPowerSyncDatabase,
  PowerSyncBackendConnector,
  SyncStreamSubscription,
} from '@powersync/common';
import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { type AuditKeys, openAuditKeys } from '#electron/vault/audit-keys.ts';
import { plainSeal } from '#electron/vault/vault.ts';
import { claimCounter } from '#renderer/app/counter/claim-counter.ts';
import type { Counter, Place } from '#renderer/app/counter/counter.ts';
import { rowsOf } from '#renderer/app/counter/rows-of.ts';
import { type Tx, inTransaction } from '#renderer/app/counter/transaction.ts';
import { loadPlace } from '#renderer/app/counter/load-place.ts';
import type { HostClient } from '#shared/ipc/contract.ts';
import { ok } from '#shared/result/result.ts';
import { createConnector } from '#sync/connector/connector.ts';
import { keepRefusal } from '#sync/connector/keep-refusal.ts';
import type { SyncProblem } from '#sync/connector/sync-problem.ts';
import { subscribeToBranch } from '#sync/history/branch-shelf.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import type { EmbeddedBackend } from '../../embedded/backend.ts';
import type { DemoSignIn } from '../../seeds/demo-people.ts';
import type { Operation } from '../person.ts';
import type { StartLine } from './start-line.ts';

/** Where a counter of the model stands, and who works there. */
export interface Desk {
  readonly counterId: string;
  readonly branchId: string;
  /** `ZRH-A`: its numbers begin with it. */
  readonly prefix: string;
  readonly person: DemoSignIn;
  /** The machine that it is. */
  readonly deviceId: string;
}

/** A local transaction as it went into the upload queue. */
export interface LocalTransaction {
  readonly clientId: string;
  readonly txId: number;
  readonly ops: readonly Operation[];
}

export type Row = Readonly<Record<string, string | number | null>>;
export type Fault = 'none' | 'lose_answer' | 'die_before_answer';

/** No two things happen at the same millisecond, so that their order is one and the same everywhere. */
let latest = 0;

/**
 * One counter with a real replica on disk, the PowerSync client on it, its upload queue, the app's connector and commands, and
 * the keys of its vault. What is not real: its host runs in this process, its clock is turned while a command runs, and being
 * killed is the copy of its files as they lie on the disk at that moment.
 */
export class ModelCounter {
  readonly desk: Desk;
  readonly #backend: EmbeddedBackend;
  readonly #folder: string;
  readonly #supabase: SupabaseClient;
  readonly #keys: AuditKeys;
  readonly #everyCounter: readonly string[];
  #opened: TestCounter | null = null;
  readonly #branches: SyncStreamSubscription[] = [];
  #place: Place | null = null;
  #clientId = '';
  #generation = 0;
  #lastCrud = 0;
  #fault: Fault = 'none';
  #died: string | null = null;
  /** Whether the power goes when the host is next asked to sign: in the middle of a command's transaction. */
  #diesWhenSigning = false;
  /** Where its next upload waits for those of others. */
  #startLine: StartLine | null = null;
  #problem: SyncProblem | null = null;
  /** Every transaction that is durable here, in order. */
  readonly journal: LocalTransaction[] = [];
  /** How far its clock is ahead of the true time. */
  skewMs = 0;
  /** Its facts are dated this long ago: they were written then, and are sent now. */
  lateMs = 0;
  /** Whether who works here is suspended. */
  isSuspended = false;
  /** Plays a counter of the first schema, which knows no newer columns. */
  isOld = false;
  /** Why the last upload did not go through. */
  lastDelay = '';

  /**
   * @param folders of its replica; and of its keys, which belong to the machine and stay when its replica begins anew
   * @param everyCounter whose past it receives, too: here every counter is asked whether it agrees on all of it
   */
  constructor(
    desk: Desk,
    backend: EmbeddedBackend,
    folders: { readonly replica: string; readonly vault: string },
    everyCounter: readonly string[],
  ) {
    this.desk = desk;
    this.#backend = backend;
    this.#folder = folders.replica;
    this.#everyCounter = everyCounter;
    mkdirSync(folders.vault, { recursive: true });
    this.#keys = openAuditKeys(folders.vault, plainSeal);
    this.#supabase = createClient(backend.supabaseUrl, backend.anonKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: (input, init) => this.#fetch(input, init) },
    });
  }

  async open(): Promise<void> {
    const { email, password } = this.desk.person;
    const { error } = await this.#supabase.auth.signInWithPassword({ email, password });
    if (error) throw error;
    const claimed = await claimCounter(this.#supabase, {
      counterId: this.desk.counterId,
      deviceId: this.desk.deviceId,
      takeOver: false,
      publicKey: this.#keys.publicKey(this.desk.counterId),
    });
    if (!claimed.ok) throw new Error(`the counter was not given: ${claimed.refusal.code}`);
    await this.#openIn(join(this.#folder, '0'));
  }

  async renewToken(): Promise<void> {
    const { error } = await this.#supabase.auth.refreshSession();
    if (error) throw error;
  }

  get db(): CommonPowerSyncDatabase {
    if (!this.#opened) throw new Error('the counter is switched off');
    return this.#opened.db;
  }

  /** Runs a command of the app at what this counter's clock shows, and notes the transactions that it left in the queue. */
  async act<T>(command: (app: Counter) => Promise<T>): Promise<T> {
    const app = await this.#app();
    latest = Math.max(latest + 1, Date.now());
    mock.timers.enable({ apis: ['Date'], now: latest + this.skewMs - this.lateMs });
    try {
      return await command(app);
    } finally {
      mock.timers.reset();
      await this.#note();
    }
  }

  /** Writes in one transaction of the replica, as a command does. */
  async write(work: (tx: Tx, app: Counter) => Promise<void>): Promise<void> {
    await this.act(async (app) => await inTransaction(app, (tx) => work(tx, app)));
  }

  /** Sends until nothing waits, or the server or the line says no. Returns whether all went. */
  async send(
    fault: Fault = 'none',
    schemaVersion = this.isOld ? 1 : undefined,
    startLine: StartLine | null = null,
  ): Promise<boolean> {
    this.#fault = fault;
    this.#startLine = startLine;
    try {
      while ((await this.waiting()) > 0) await this.#connector(schemaVersion).uploadData(this.db);
      return true;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'UploadDelayed') throw error;
      this.lastDelay = error.message;
      return false;
    } finally {
      this.#fault = 'none';
      this.#leaveStartLine();
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
      await Promise.all(this.#branches.map((branch) => branch.waitForFirstSync()));
    } finally {
      await this.db.disconnect();
    }
  }

  /** As a power cut leaves it: what was committed is there, nothing else. */
  async die(): Promise<void> {
    await this.#goOnIn(this.#copyOfFiles());
  }

  /** Dies in the middle of a command that signs something, of which nothing may remain. Without one, right after it. */
  async dieSigning(command: (app: Counter) => Promise<unknown>): Promise<void> {
    const before = await this.waiting();
    this.#diesWhenSigning = true;
    const cut = await this.act(command)
      .then(() => null)
      .catch((error: unknown) => {
        if (error instanceof PowerCut) return error;
        throw error;
      })
      .finally(() => {
        this.#diesWhenSigning = false;
      });
    if (!cut) return await this.die();
    await this.#goOnIn(cut.folder);
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

  async #app(): Promise<Counter> {
    const rows = rowsOf(this.db);
    const { counterId, person } = this.desk;
    const identity = { ...person, userId: person.id };
    this.#place ??= await loadPlace(rows, identity, counterId);
    if (!this.#place) throw new Error('the counter has not arrived in its replica');
    const sign: HostClient['audit.sign'] = async ({ hash }) => {
      if (this.#diesWhenSigning) throw new PowerCut(this.#copyOfFiles());
      return ok(this.#keys.sign(counterId, hash));
    };
    // Of the host, commands that sign and bill ask for nothing else.
    const host = { 'audit.sign': sign } as HostClient;
    return { db: this.db, rows, host, place: this.#place, role: person.role };
  }

  async #note(): Promise<void> {
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

  #leaveStartLine(): void {
    this.#startLine?.leave();
    this.#startLine = null;
  }

  async #openIn(folder: string): Promise<void> {
    this.#opened = await openCounter(counterSchema, folder);
    this.#branches.push(await subscribeToBranch(this.db, this.desk.counterId));
    for (const counterId of this.#everyCounter)
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
    const startLine = this.#startLine;
    this.#startLine = null;
    await startLine?.wait();
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
