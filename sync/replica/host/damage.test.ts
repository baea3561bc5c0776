import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';

import type { CommonPowerSyncDatabase } from '@powersync/web';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ReplicaState } from '../messages.ts';
import { openDatabase } from '../open-database.ts';
import { RemoteAdapter } from '../remote-adapter.ts';
import { testSchema } from '../testing/test-schema.ts';
import { messagePortTransport } from '../transports/message-port.ts';
import { Connection } from './connection.ts';
import { explainError, explainOpenError } from './explain-error.ts';
import { installedExtensionPath } from './extension-path.ts';
import { type ReplicaHost, type ReplicaOptions, openReplica } from './replica-host.ts';
import { temporaryFolder } from './testing/start-host.ts';

let folder: ReturnType<typeof temporaryFolder>;
let host: ReplicaHost;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => {
  host.close();
  folder.remove();
});

function open(options: Partial<ReplicaOptions> = {}): ReplicaHost {
  host = openReplica({ folder: folder.path, ...options });
  return host;
}

async function page(): Promise<{ db: CommonPowerSyncDatabase; adapter: RemoteAdapter }> {
  const { port1, port2 } = new MessageChannel();
  host.serve(messagePortTransport(port1));
  const adapter = new RemoteAdapter(messagePortTransport(port2));
  const db = openDatabase(adapter, testSchema);
  await db.init();
  return { db, adapter };
}

/** What the server would be sent, and what the clerk sees. */
async function contents(db: CommonPowerSyncDatabase) {
  const queue: unknown[] = [];
  for await (const { transactionId, crud } of db.getCrudTransactions()) {
    queue.push({ transactionId, crud: crud.map((entry) => entry.toJSON()) });
  }
  return {
    clientId: await db.getClientId(),
    queue,
    customers: await db.getAll('SELECT * FROM customers ORDER BY id'),
    drafts: await db.getAll('SELECT * FROM drafts'),
  };
}

async function work(db: CommonPowerSyncDatabase): Promise<void> {
  // Sent already: the numbers of the transactions do not start at 1.
  await db.execute("INSERT INTO customers (id, name) VALUES ('sent', 'Sent')");
  await (await db.getNextCrudTransaction())?.complete();
  await db.execute("DELETE FROM ps_data__customers WHERE id = 'sent'");
  await db.writeTransaction(async (tx) => {
    await tx.execute("INSERT INTO customers (id, name, visits) VALUES ('a', 'Ada', 3)");
    await tx.execute("INSERT INTO customers (id, name, rating) VALUES ('b', 'Bo', 4.5)");
  });
  await db.execute("UPDATE customers SET name = 'Ada L.' WHERE id = 'a'");
  await db.execute("DELETE FROM customers WHERE id = 'b'");
  await db.execute("INSERT INTO drafts (id, text) VALUES ('d', 'document to upload')");
}

function overwrite(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(file);
}

/** Where the rows of a table begin: its root page, counted in bytes. */
function rootOf(path: string, table: string): number {
  const db = new Database(path, { readonly: true });
  const root = db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table) as number;
  db.close();
  return (root - 1) * 4096;
}

function damagedState(): Extract<ReplicaState, { kind: 'damaged' }> {
  if (host.state.kind !== 'damaged') throw new Error('no damage was found');
  return host.state;
}

describe('a damaged replica', () => {
  it('whose header was overwritten is moved aside, and what waited waits again, as it was', async () => {
    open();
    const before = await page();
    await work(before.db);
    const expected = await contents(before.db);
    await before.db.close();
    host.close();
    overwrite(host.path, 0, 100);

    open();
    const { movedTo, ...state } = damagedState();
    expect(state).toEqual({ kind: 'damaged', pendingSaved: 3, requeued: 3, localRowsKept: 1 });
    expect(readdirSync(movedTo).sort()).toEqual(['pending-uploads.requeued.json', 'replica.sqlite']);
    const after = await page();
    expect(after.adapter.state).toEqual(host.state);
    expect(await contents(after.db)).toEqual(expected);
    // What is written next gets the next number, not one that the server has seen.
    await after.db.execute("INSERT INTO customers (id, name) VALUES ('c', 'Cy')");
    const numbers = (await contents(after.db)).queue.map(
      (one) => (one as { transactionId: number }).transactionId,
    );
    expect(numbers).toEqual([2, 3, 4, 5]);
    await after.db.close();
  });

  it('leaves PowerSync as the writes themselves would have left it', async () => {
    const internals = async (db: CommonPowerSyncDatabase) => ({
      touched: await db.getAll('SELECT * FROM ps_updated_rows ORDER BY row_id'),
      target: await db.getAll("SELECT * FROM ps_kv WHERE key <> 'client_id'"),
      number: await db.getAll('SELECT next_tx FROM ps_tx'),
      crud: await db.getAll('SELECT * FROM ps_crud'),
      untyped: await db.getAll('SELECT * FROM ps_untyped'),
    });
    open();
    const before = await page();
    await before.db.execute("INSERT INTO customers (id, name, visits) VALUES ('a', 'Ada', 3)");
    await before.db.execute("INSERT INTO customers (id, name, visits) VALUES ('b', 'Bo', 4)");
    const expected = await internals(before.db);
    await before.db.close();
    host.close();
    overwrite(host.path, 0, 16);
    open();
    const after = await page();
    expect(await internals(after.db)).toEqual(expected);
    // Columns that were left out read as NULL either way.
    const named = await after.db.getAll('SELECT * FROM customers');
    expect(named).toEqual([
      { id: 'a', name: 'Ada', visits: 3, rating: null },
      { id: 'b', name: 'Bo', visits: 4, rating: null },
    ]);
    await after.db.close();
  });

  it('with an overwritten page in the middle gives all it can, and counts what may be missing', async () => {
    open();
    const before = await page();
    for (let index = 0; index < 300; index++) {
      await before.db.execute('INSERT INTO customers (id, name) VALUES (?, ?)', [
        `id-${index}`,
        'x'.repeat(100),
      ]);
    }
    const sent = (await contents(before.db)).queue;
    await before.db.close();
    host.close();
    const db = new Database(host.path, { readonly: true });
    const leaves = db
      .prepare("SELECT pageno FROM dbstat WHERE name = 'ps_crud' AND pagetype = 'leaf'")
      .pluck()
      .all() as number[];
    db.close();
    expect(leaves.length).toBeGreaterThan(4);
    overwrite(host.path, ((leaves[2] ?? 0) - 1) * 4096, 4096);

    open();
    const { pendingSaved, requeued, movedTo } = damagedState();
    expect(requeued).toBeGreaterThan(200);
    expect(requeued).toBeLessThan(300);
    // The entries beside the gap may be parts of transactions: they are kept, but not sent.
    expect(pendingSaved).toBe(requeued + 2);
    const saved = JSON.parse(readFileSync(join(movedTo, 'pending-uploads.requeued.json'), 'utf8')) as {
      incomplete: unknown[];
      unreadable: number;
    };
    expect(saved.incomplete).toHaveLength(2);
    expect(saved.unreadable).toBe(300 - requeued - 2);
    const after = await page();
    const requeuedQueue = (await contents(after.db)).queue;
    expect(sent).toEqual(expect.arrayContaining(requeuedQueue));
    expect(requeuedQueue).toHaveLength(requeued);
    await after.db.close();
  });

  it('of which nothing can be read is kept as it is, and that is said', async () => {
    open();
    const before = await page();
    await work(before.db);
    await before.db.close();
    host.close();
    const size = statSync(host.path).size;
    writeFileSync(host.path, Buffer.alloc(size, 0x5a));
    open();
    const { movedTo, ...state } = damagedState();
    expect(state).toEqual({ kind: 'damaged', pendingSaved: null, requeued: 0, localRowsKept: 0 });
    expect(readFileSync(join(movedTo, 'replica.sqlite'))).toEqual(Buffer.alloc(size, 0x5a));
    const after = await page();
    await after.db.execute("INSERT INTO customers (id, name) VALUES ('n', 'New')");
    await after.db.close();
  });

  it('that a statement runs into is replaced while pages are open: they are told, and open it anew', async () => {
    open();
    const before = await page();
    await work(before.db);
    await before.db.execute('CREATE TABLE far (id INTEGER PRIMARY KEY, text TEXT)');
    for (let index = 0; index < 50; index++) {
      await before.db.execute('INSERT INTO far (text) VALUES (?)', ['x'.repeat(3000)]);
    }
    const expected = await contents(before.db);
    await before.db.close();
    host.close();
    overwrite(host.path, rootOf(host.path, 'far'), 4096);
    // As if the file were too large to be checked whole when it is opened.
    open({ checkWholeUpToBytes: 0 });
    expect(host.state.kind).toBe('open');
    const meets = await page();
    const lost = new Promise<void>((resolve) => {
      meets.adapter.onLost(resolve);
    });
    const failed: unknown = await meets.db.getAll('SELECT * FROM far').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'damaged' });
    await lost;
    expect(meets.adapter.state).toMatchObject({ kind: 'damaged', pendingSaved: 3, requeued: 3 });
    const after = await page();
    expect(await contents(after.db)).toEqual(expected);
    await after.db.close();
  });

  it('is taken up again after a crash in the middle, and requeued once', async () => {
    open();
    const before = await page();
    await work(before.db);
    const expected = await contents(before.db);
    await before.db.close();
    host.close();
    overwrite(host.path, 0, 100);
    open();
    const { movedTo } = damagedState();
    host.close();
    // As after a crash behind the commit and before the file was renamed.
    const requeued = join(movedTo, 'pending-uploads.requeued.json');
    writeFileSync(join(movedTo, 'pending-uploads.json'), readFileSync(requeued));
    unlinkSync(requeued);
    open();
    expect(existsSync(requeued)).toBe(true);
    const after = await page();
    expect(await contents(after.db)).toEqual(expected);
    await after.db.close();
  });
});

describe('a place that is no good', () => {
  it('is refused with a code that says why', () => {
    open();
    writeFileSync(join(folder.path, 'file'), '');
    const opening = (path: string) => () => openReplica({ folder: path });
    expect(opening(join(folder.path, 'file'))).toThrow(expect.objectContaining({ code: 'cannot-open' }));
    expect(opening(join(folder.path, 'file', 'below'))).toThrow(
      expect.objectContaining({ code: 'cannot-open' }),
    );
  });

  it('is not writable when the file is not', () => {
    open();
    const readOnly = new Database(host.path, { readonly: true });
    let failed: unknown;
    try {
      readOnly.exec('CREATE TABLE notes (text)');
    } catch (error) {
      failed = explainOpenError(error);
    }
    readOnly.close();
    expect(failed).toMatchObject({ code: 'not-writable' });
  });

  // Nothing is forbidden to root.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is not writable when the folder is not',
    () => {
      open();
      const locked = join(folder.path, 'locked');
      mkdirSync(locked, { mode: 0o500 });
      expect(() => openReplica({ folder: locked })).toThrow(
        expect.objectContaining({ code: 'not-writable' }),
      );
    },
  );

  it('says that the disk is full, and loses nothing that was there', () => {
    open();
    const connection = new Connection({
      path: join(folder.path, 'small.sqlite'),
      extensionPath: installedExtensionPath(),
      write: true,
    });
    connection.run('CREATE TABLE notes (text)', []);
    connection.run("INSERT INTO notes VALUES ('before')", []);
    connection.db.pragma(`max_page_count = ${String(connection.db.pragma('page_count', { simple: true }))}`);
    let failed: unknown;
    try {
      connection.run('INSERT INTO notes VALUES (?)', [new Uint8Array(100_000)]);
    } catch (error) {
      failed = explainError(error);
    }
    expect(failed).toMatchObject({ code: 'disk-full' });
    expect(connection.run('SELECT text FROM notes', []).rawRows).toEqual([['before']]);
    connection.close();
  });
});
