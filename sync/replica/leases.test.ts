import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type ReplicaHost, openReplica } from './host/replica-host.ts';
import { startProcessHost, temporaryFolder } from './host/testing/start-host.ts';
import type { Message } from './messages.ts';
import { openDatabase } from './open-database.ts';
import { RemoteAdapter } from './remote-adapter.ts';
import { testSchema } from './testing/test-schema.ts';
import { messagePortTransport } from './transports/message-port.ts';

let folder: ReturnType<typeof temporaryFolder>;
let host: ReplicaHost;

beforeEach(() => {
  folder = temporaryFolder();
  host = openReplica({ folder: folder.path });
});

afterEach(() => {
  host.close();
  folder.remove();
});

function connect(): RemoteAdapter {
  const { port1, port2 } = new MessageChannel();
  host.serve(messagePortTransport(port1));
  return new RemoteAdapter(messagePortTransport(port2));
}

const code = (error: unknown): unknown => (error as { code?: unknown }).code;

describe('a lock', () => {
  it('is rolled back and handed on when its page crashes', async () => {
    const other = connect();
    await other.execute('CREATE TABLE notes (text TEXT)');
    const page = new Worker(new URL('./host/testing/page-worker.ts', import.meta.url));
    const { port1, port2 } = new MessageChannel();
    host.serve(messagePortTransport(port1));
    page.postMessage(port2, [port2]);
    await once(page, 'message');
    const next = other.execute("INSERT INTO notes VALUES ('next')");
    await page.terminate();
    await next;
    expect(await other.getAll('SELECT text FROM notes')).toEqual([{ text: 'next' }]);
  });

  it('is taken back from a page that does nothing with it', async () => {
    host.close();
    host = openReplica({ folder: folder.path, idleLimitMs: 50 });
    const hung = connect();
    const other = connect();
    await other.execute('CREATE TABLE notes (text TEXT)');
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    const first = hung.writeTransaction(async (tx) => {
      await tx.execute("INSERT INTO notes VALUES ('hung')");
      await asleep;
      await tx.execute("INSERT INTO notes VALUES ('too late')");
    });
    await other.execute("INSERT INTO notes VALUES ('next')");
    wake();
    expect(code(await first.catch((error: unknown) => error))).toBe('lease-expired');
    expect(await other.getAll('SELECT text FROM notes')).toEqual([{ text: 'next' }]);
    await hung.execute("INSERT INTO notes VALUES ('the page goes on')");
  });

  it('is waited for no longer than was asked', async () => {
    const holder = connect();
    const waiter = connect();
    await holder.writeLock(async () => {
      const given = await waiter.writeLock(async () => 'lock', { timeoutMs: 5 }).catch(code);
      expect(given).toBe('lease-timeout');
    });
    expect(await waiter.writeLock(async () => 'lock', { timeoutMs: 1000 })).toBe('lock');
  });

  it('of a reader does not wait for the writer, and sees only what was committed', async () => {
    const adapter = connect();
    await adapter.execute('CREATE TABLE notes (text TEXT)');
    await adapter.writeTransaction(async (tx) => {
      await tx.execute("INSERT INTO notes VALUES ('not yet')");
      expect(await adapter.getAll('SELECT * FROM notes')).toEqual([]);
    });
    expect(await adapter.getAll('SELECT * FROM notes')).toHaveLength(1);
  });

  it('commits behind statements that are not answered yet, and only when none of them fails', async () => {
    const adapter = connect();
    await adapter.execute('CREATE TABLE notes (text TEXT NOT NULL)');
    const note = "INSERT INTO notes VALUES ('kept')";
    await adapter.writeTransaction(async (tx) => {
      await Promise.all([tx.execute(note), tx.commit()]);
    });
    const failed = adapter.writeTransaction(async (tx) => {
      const good = tx.execute(note);
      const wrong = tx.execute('INSERT INTO notes VALUES (NULL)').catch(code);
      const commit = tx.commit().catch(code);
      await good;
      return [await wrong, await commit];
    });
    expect(await failed).toEqual(['SQLITE_CONSTRAINT_NOTNULL', 'not-committed']);
    expect(await adapter.getAll('SELECT text FROM notes')).toEqual([{ text: 'kept' }]);
    // What a caller has caught is theirs to judge: a commit by itself keeps the rest, as SQLite does.
    await adapter.writeTransaction(async (tx) => {
      await tx.execute('INSERT INTO notes VALUES (NULL)').catch(code);
      await tx.execute(note);
    });
    expect(await adapter.getAll('SELECT text FROM notes')).toHaveLength(2);
  });

  it('for reading cannot write', async () => {
    const adapter = connect();
    const refused = adapter.readLock((lock) => lock.execute('CREATE TABLE notes (text TEXT)'));
    expect(code(await refused.catch((error: unknown) => error))).toBe('SQLITE_READONLY');
  });
});

describe('the host', () => {
  it('tells every page what one page changed', async () => {
    const [one, two] = [connect(), connect()];
    await one.execute('CREATE TABLE notes (text TEXT)');
    const told = new Promise<string[]>((resolve) => {
      two.registerListener({ tablesUpdated: ({ tables }) => resolve(tables) });
    });
    await one.execute("INSERT INTO notes VALUES ('x')");
    expect(await told).toContain('notes');
  });

  it('answers what is no request with an error, and goes on', async () => {
    const { port1, port2 } = new MessageChannel();
    host.serve(messagePortTransport(port1));
    const line = messagePortTransport(port2);
    const replies: Message[] = [];
    const rubbish: unknown[] = [
      null,
      'SELECT 1',
      { id: 1 },
      { kind: 'run', id: 2, lease: 99, sql: 'SELECT 1', params: [] },
      { kind: 'once', id: 3, write: false, sql: 'SELECT 1', params: 'x' },
      { kind: 'once', id: 4, write: false, sql: 5, params: [] },
      { kind: 'lease', id: 5, lease: -1, write: true, begin: false, timeoutMs: null },
      { kind: 'hello', id: 6 },
      { kind: 'once', id: 7, write: false, sql: 'SELECT ?', params: [{ a: 1 }] },
    ];
    const all = new Promise<void>((resolve) => {
      line.onMessage((message) => {
        replies.push(message);
        if (replies.length === rubbish.length + 1) resolve();
      });
    });
    for (const message of rubbish) line.send(message as Message);
    await all;
    expect(replies.slice(1).map((reply) => 'code' in reply && reply.code)).toEqual([
      ...Array.from({ length: 8 }, () => 'bad-message'),
      'bad-parameter',
    ]);
    expect(await connect().get('SELECT 1 AS one')).toEqual({ one: 1 });
    line.close();
  });

  it('answers each of a bundle, the rubbish in it too, in order and together', async () => {
    const { port1, port2 } = new MessageChannel();
    host.serve(messagePortTransport(port1));
    const line = messagePortTransport(port2);
    const single = (id: number, sql: string) => ({ kind: 'once', id, write: false, sql, params: [] });
    const bundle = {
      kind: 'bundle',
      messages: [
        single(1, 'SELECT 1'),
        { kind: 'bundle', id: 2, messages: [single(3, 'SELECT 3')] },
        null,
        single(4, 'SELECT 4'),
      ],
    };
    const answered = new Promise<Message>((resolve) => {
      line.onMessage((message) => {
        if (message.kind !== 'hello') resolve(message);
      });
    });
    line.send(bundle as unknown as Message);
    const answer = await answered;
    if (answer.kind !== 'bundle') throw new Error('the answers came one by one');
    expect(answer.messages.map((reply) => [(reply as { id?: number }).id, reply.kind])).toEqual([
      [1, 'rows'],
      [2, 'failed'],
      [0, 'failed'],
      [4, 'rows'],
    ]);
    line.close();
  });

  it('answers a quick statement of a bundle before a slow one is done', async () => {
    const { port1, port2 } = new MessageChannel();
    host.serve(messagePortTransport(port1));
    const line = messagePortTransport(port2);
    const slow =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT max(i) FROM n';
    const single = (id: number, sql: string) =>
      ({ kind: 'once', id, write: false, sql, params: [] }) as const;
    const frames: number[][] = [];
    const all = new Promise<void>((resolve) => {
      line.onMessage((message) => {
        const replies = message.kind === 'bundle' ? message.messages : [message];
        const ids = replies.flatMap((reply) => (reply.kind === 'rows' ? [reply.id] : []));
        if (ids.length > 0) frames.push(ids);
        if (ids.includes(3)) resolve();
      });
    });
    line.send({ kind: 'bundle', messages: [single(1, slow), single(2, slow), single(3, 'SELECT 3')] });
    await all;
    expect(frames).toEqual([[1], [2], [3]]);
    line.close();
  });

  it('returns no shortened answers', async () => {
    const adapter = connect();
    const numbers =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n';
    expect(await adapter.getAll(numbers, [5]).then((rows) => rows.length)).toBe(5);
    expect(await adapter.getAll(numbers, [500_001]).catch(code)).toBe('too-many-rows');
    expect(await adapter.getAll('SELECT zeroblob(67108865)').catch(code)).toBe('too-large');
    expect(await adapter.execute('SELECT ?', [new Uint8Array(64 * 1024 * 1024 + 1)]).catch(code)).toBe(
      'too-large',
    );
    expect(await adapter.get('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('reads integers beyond 2^53 exactly', async () => {
    const adapter = connect();
    const sql = 'SELECT 9223372036854775807 AS big, 9007199254740993 AS odd, 1e300 AS real, 7 AS small';
    expect(await adapter.get(sql)).toEqual({
      big: 2n ** 63n - 1n,
      odd: 9007199254740993n,
      real: 1e300,
      small: 7,
    });
  });

  it('fails what was asked of a host that is gone, and says so', async () => {
    const adapter = connect();
    const lost = new Promise<void>((resolve) => {
      adapter.onLost(resolve);
    });
    const held = adapter.writeLock(async (lock) => {
      host.close();
      await lost;
      return lock.execute('SELECT 1');
    });
    expect(await held.catch(code)).toBe('closed');
    expect(await adapter.getAll('SELECT 1').catch(code)).toBe('closed');
  });
});

describe('a page', () => {
  it('asks together for what it wants at once', async () => {
    const { port1, port2 } = new MessageChannel();
    host.serve(messagePortTransport(port1));
    const line = messagePortTransport(port2);
    const sent: Message[] = [];
    const adapter = new RemoteAdapter({
      ...line,
      send: (message) => (sent.push(message), line.send(message)),
    });
    const asked = [1, 2, 3].map((number) => adapter.get<{ n: number }>('SELECT ? AS n', [number]));
    expect(await Promise.all(asked)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(sent.map(({ kind }) => kind)).toEqual(['bundle']);
    await adapter.close();
  });

  it('does not send to the next host what it said had failed', async () => {
    const adapter = connect();
    await adapter.execute('CREATE TABLE notes (text TEXT)');
    const failed = adapter.execute("INSERT INTO notes VALUES ('said to have failed')").catch(code);
    // Within the same turn: the request has not left yet.
    await Promise.resolve();
    const { port1, port2 } = new MessageChannel();
    host.serve(messagePortTransport(port1));
    adapter.reattach(messagePortTransport(port2));
    expect(await failed).toBe('closed');
    expect(await adapter.getAll('SELECT text FROM notes')).toEqual([]);
  });
});

describe('a host that is killed in the middle of a write', () => {
  it('has what was committed and nothing else, and the page goes on with its successor', async () => {
    const first = await startProcessHost(folder.path);
    const adapter = new RemoteAdapter(first.connect());
    const db = openDatabase(adapter, testSchema);
    await db.execute("INSERT INTO customers (id, name) VALUES ('a', 'committed')");
    const interrupted = db.writeTransaction(async (tx) => {
      await tx.execute("INSERT INTO customers (id, name) VALUES ('b', 'not committed')");
      await first.kill();
      await tx.execute("INSERT INTO customers (id, name) VALUES ('c', 'never')");
    });
    expect(await interrupted.catch(code)).toBe('closed');

    const second = await startProcessHost(folder.path);
    adapter.reattach(second.connect());
    expect(await db.getAll('SELECT name FROM customers')).toEqual([{ name: 'committed' }]);
    expect((await db.getUploadQueueStats()).count).toBe(1);
    expect(adapter.state).toEqual({ kind: 'open' });
    await db.execute("INSERT INTO customers (id, name) VALUES ('d', 'after')");
    expect((await db.getUploadQueueStats()).count).toBe(2);
    await db.close();
    await second.stop();
  });
});
