import type { PowerSyncDatabase } from '@powersync/web';
import type { Servers } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import type { Counter, Rows } from '#renderer/app/counter/counter.ts';
import { loadPlace } from '#renderer/app/counter/load-place.ts';
import { rowsOf } from '#renderer/app/counter/rows-of.ts';
import { thisHost } from '#renderer/app/host/this-host.ts';
import { signContract } from '#renderer/check-out/sign-contract.ts';
import { type SearchHit, searchQuery } from '#sync/search/search-query.ts';
import { timesOf } from '../measure.ts';
import { type DeskTimes, deskTimes } from './desk-queries-timed.ts';
import { type FirstSyncTimes, connectCounter, firstSync } from './first-sync-timed.ts';
import { noteArrives, queueIsEmpty, writeNote } from './note-watch.ts';
import { type AdapterName, openReplicaBy } from './open-replica-by.ts';
import { type Credentials, type Session, openSession } from './open-session.ts';
import { walkIns } from './walk-ins.ts';

export interface OpenOptions {
  readonly adapter: AdapterName;
  readonly servers: Servers;
  readonly credentials: Credentials;
  readonly counterId: string;
}

/** What the bench calls through Playwright. Times are milliseconds, taken in the page. */
export interface BenchPage {
  open(options: OpenOptions): Promise<void>;
  firstSync(): Promise<FirstSyncTimes>;
  search(texts: readonly string[]): Promise<{ readonly times: number[]; readonly hits: number }>;
  desk(runs: number): Promise<DeskTimes>;
  saveContracts(count: number): Promise<number[]>;
  aCustomer(): Promise<string>;
  writeNote(customerId: string, note: string): Promise<number>;
  noteArrives(customerId: string, note: string): Promise<number>;
  queueIsEmpty(): Promise<number>;
  countFreeVehicles(): Promise<number>;
  /** Comes back when so many bills and open contracts have arrived. */
  presentArrives(wanted: { readonly bills: number; readonly open: number }): Promise<void>;
  disconnect(): Promise<void>;
  connect(): void;
  close(): Promise<void>;
}

class Bench implements BenchPage {
  #options: OpenOptions | undefined;
  #db: PowerSyncDatabase | undefined;
  #session: Session | undefined;

  async open(options: OpenOptions): Promise<void> {
    const { adapter, servers, credentials, counterId } = options;
    this.#options = options;
    this.#session = await openSession(adapter, servers, credentials, counterId);
    this.#db = await openReplicaBy(adapter);
  }

  async firstSync(): Promise<FirstSyncTimes> {
    const { db, session, options } = this.#opened();
    return await firstSync(db, session, options.counterId);
  }

  async search(texts: readonly string[]): Promise<{ readonly times: number[]; readonly hits: number }> {
    const { db } = this.#opened();
    let hits = 0;
    const ask = async (text: string): Promise<void> => {
      const query = searchQuery(text, 12);
      if (query) hits += (await db.getAll<SearchHit>(query.sql, query.parameters)).length;
    };
    for (const text of texts.slice(0, 20)) await ask(text);
    hits = 0;
    const times = await timesOf(texts.length, (at) => ask(texts[at] ?? ''));
    return { times, hits };
  }

  async desk(runs: number): Promise<DeskTimes> {
    return await deskTimes(await this.#counter(), runs);
  }

  async saveContracts(count: number): Promise<number[]> {
    const counter = await this.#counter();
    const forms = await walkIns(counter, count);
    return await timesOf(count, async (at) => {
      const form = forms[at];
      if (form) must(await signContract(counter, form, null));
    });
  }

  async aCustomer(): Promise<string> {
    const { id } = await this.#opened()
      .rows.selectFrom('customers')
      .select('id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    return id;
  }

  writeNote(customerId: string, note: string): Promise<number> {
    return writeNote(this.#opened().rows, customerId, note);
  }

  noteArrives(customerId: string, note: string): Promise<number> {
    return noteArrives(this.#opened().rows, customerId, note);
  }

  queueIsEmpty(): Promise<number> {
    return queueIsEmpty(this.#opened().db);
  }

  async countFreeVehicles(): Promise<number> {
    const { db } = this.#opened();
    const row = await db.get<{ n: number }>(
      `SELECT count(*) AS n FROM vehicles WHERE status = 'active'
        AND id NOT IN (SELECT vehicle_id FROM contracts WHERE status = 'out')`,
    );
    return row.n;
  }

  async presentArrives({ bills, open }: { readonly bills: number; readonly open: number }): Promise<void> {
    const { db } = this.#opened();
    const sql = `SELECT (SELECT count(*) FROM invoices) AS bills,
      (SELECT count(*) FROM contracts WHERE status IN ('quote', 'reserved', 'to_assign', 'out')) AS open`;
    for await (const { array } of db.watch(sql, [], { throttleMs: 500 })) {
      const [here] = array;
      if (Number(here?.['bills']) >= bills && Number(here?.['open']) >= open) return;
    }
  }

  async disconnect(): Promise<void> {
    await this.#opened().db.disconnect();
  }

  connect(): void {
    const { db, session, options } = this.#opened();
    void connectCounter(db, session, options.counterId);
  }

  async close(): Promise<void> {
    await this.#opened().db.close();
  }

  #opened(): {
    readonly db: PowerSyncDatabase;
    readonly rows: Rows;
    readonly session: Session;
    readonly options: OpenOptions;
  } {
    if (!this.#db || !this.#session || !this.#options) throw new Error('nothing is open yet');
    const rows = rowsOf(this.#db);
    return { db: this.#db, rows, session: this.#session, options: this.#options };
  }

  async #counter(): Promise<Counter> {
    const { db, rows, session, options } = this.#opened();
    const place = await loadPlace(rows, session.identity, options.counterId);
    if (!place) throw new Error('the counter has not arrived');
    return { db, rows, host: thisHost().client, place, role: session.identity.role };
  }
}

declare global {
  // oxlint-disable-next-line no-var -- a global can be declared in no other way
  var bench: BenchPage;
}

globalThis.bench = new Bench();
