import { once } from 'node:events';
import { type Server, createServer } from 'node:http';

import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { counterSchema } from '#sync/schema/counter-schema.ts';

import { type TestCounter, openCounter } from '../replica/host/testing/open-counter.ts';
import type { Outcome } from './apply-changes.ts';
import { type ConnectorOptions, createConnector } from './connector.ts';
import { forgetSyncedRefusals, keepRefusal } from './keep-refusal.ts';
import type { SyncProblem } from './sync-problem.ts';

interface Sent {
  readonly client_id: string;
  readonly counter_id: string;
  readonly transactions: readonly {
    tx_id: number;
    ops: readonly { op: string; table: string; id: string; data: unknown }[];
  }[];
}

/** What the server does with a call: an answer, or `lost` when it did its work and the line broke. */
type Play = (sent: Sent) => { status: number; body: unknown } | 'lost' | 'hang';

let counter: TestCounter;
let server: Server;
let url: string;
let plays: Play[];
let calls: Sent[];
let tokens: string[];
let refresh: { status: number; body: unknown };
let problems: (SyncProblem | null)[];

const applied: Play = ({ transactions }) => ({
  status: 200,
  body: transactions.map(({ tx_id }): Outcome => ({ tx_id, outcome: 'applied' })),
});

beforeEach(async () => {
  counter = await openCounter(counterSchema);
  plays = [];
  calls = [];
  tokens = [];
  problems = [];
  refresh = { status: 200, body: sessionOf('refreshed', 3600) };
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status: number, body: unknown): void => {
        response.writeHead(status, {
          'content-type': 'application/json',
          'x-supabase-api-version': '2024-01-01',
        });
        response.end(JSON.stringify(body));
      };
      if (request.url?.startsWith('/auth/v1/token')) {
        answer(refresh.status, refresh.body);
        return;
      }
      const sent = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Sent;
      calls.push(sent);
      tokens.push(request.headers.authorization ?? '');
      const played = (plays.shift() ?? applied)(sent);
      if (played === 'lost') request.socket.destroy();
      else if (played !== 'hang') answer(played.status, played.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await counter.close();
});

function sessionOf(token: string, lifetime: number) {
  const expiresAt = Math.floor(Date.now() / 1000) + lifetime;
  const user = { id: 'u', aud: 'authenticated', app_metadata: {}, user_metadata: {}, created_at: '' };
  return { access_token: token, refresh_token: 'r', token_type: 'bearer', expires_in: lifetime, expires_at: expiresAt, user };
} // prettier-ignore

function signedIn(session: object | null = sessionOf('first', 3600), to = url): SupabaseClient {
  const kept = new Map([['session', JSON.stringify(session)]]);
  if (session === null) kept.clear();
  return createClient(to, 'anon-key', {
    auth: {
      autoRefreshToken: false,
      storageKey: 'session',
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
    },
  });
}

function connector(supabase = signedIn(), options: Partial<ConnectorOptions> = {}) {
  return createConnector({
    supabase,
    powersyncUrl: 'http://127.0.0.1:1/stream',
    counterId: 'counter-a',
    onProblem: (problem) => problems.push(problem),
    onRefused: keepRefusal,
    ...options,
  });
}

async function write(count: number, note = ''): Promise<void> {
  for (let index = 0; index < count; index++) {
    await counter.db.execute('INSERT INTO customers (id, last_name, note) VALUES (uuid(), ?, ?)', [
      `n${index}`,
      note,
    ]);
  }
}

async function waiting(): Promise<number> {
  return (await counter.db.getUploadQueueStats()).count;
}

const refusing =
  (...refused: number[]): Play =>
  ({ transactions }) => ({
    status: 200,
    body: transactions.map(({ tx_id }): Outcome =>
      refused.includes(tx_id)
        ? { tx_id, outcome: 'refused', code: 'rule_broken', message: 'no' }
        : { tx_id, outcome: 'applied' },
    ),
  });

const failing =
  (status: number, code = ''): Play =>
  () => ({ status, body: { code, message: `played ${status}`, details: null, hint: null } });

describe('a route', () => {
  const played =
    (status: number, code: string): Play =>
    () => ({ status, body: { code, message: '', details: null, hint: null } });
  const sessionOfOther = (token: string) => ({
    supabase: signedIn(sessionOf(token, 3600)),
    tokens: { current: async () => ({ token, expiresAt: new Date() }), renewed: async () => null },
  });

  it('sends the first of a batch with the session of who wrote them, and the rest after it', async () => {
    await write(3);
    const asked: number[][] = [];
    const routed = connector(signedIn(), {
      findRoute: async (transactions) => {
        asked.push(transactions.map(({ tx_id }) => tx_id));
        return { count: 2, via: [sessionOfOther('anna')] };
      },
    });
    await routed.uploadData(counter.db);
    expect(calls.map(({ transactions }) => transactions.map(({ tx_id }) => tx_id))).toEqual([[1, 2]]);
    expect(tokens).toEqual(['Bearer anna']);
    expect(asked).toEqual([[1, 2, 3]]);
    expect(await waiting()).toBe(1);
  });

  it.each([
    [401, 'PGRST301'],
    [403, '42501'],
  ])('goes on with the next session where the server has nothing of the first: %i', async (status, code) => {
    await write(1);
    plays = [played(status, code), applied];
    const routed = connector(signedIn(), {
      findRoute: async () => ({ count: 1, via: [sessionOfOther('anna'), sessionOfOther('beat')] }),
    });
    await routed.uploadData(counter.db);
    expect(tokens).toEqual(['Bearer anna', 'Bearer beat']);
    expect(await waiting()).toBe(0);
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });

  it('that names nobody waits, and says that somebody has to sign in', async () => {
    await write(1);
    const routed = connector(signedIn(), { findRoute: async () => ({ count: 1, via: [] }) });
    await expect(routed.uploadData(counter.db)).rejects.toThrow('nobody is signed in');
    expect(problems).toEqual([{ kind: 'sign-in-needed' }]);
    expect(calls).toEqual([]);
    expect(await waiting()).toBe(1);
  });
});

describe('an upload', () => {
  it('sends whole local transactions, in order, and takes them out of the queue', async () => {
    await counter.db.writeTransaction(async (tx) => {
      await tx.execute("INSERT INTO customers (id, last_name) VALUES ('a', 'Ada')");
      await tx.execute("UPDATE customers SET last_name = 'Bo' WHERE id = 'a'");
      await tx.execute("DELETE FROM customers WHERE id = 'a'");
    });
    await write(1);
    await connector().uploadData(counter.db);
    expect(calls).toMatchObject([
      {
        client_id: await counter.db.getClientId(),
        counter_id: 'counter-a',
        transactions: [
          {
            tx_id: 1,
            ops: [
              { op: 'PUT', table: 'customers', id: 'a', data: { last_name: 'Ada' } },
              { op: 'PATCH', table: 'customers', id: 'a', data: { last_name: 'Bo' } },
              { op: 'DELETE', table: 'customers', id: 'a', data: null },
            ],
          },
          { tx_id: 2, ops: [{ op: 'PUT', table: 'customers' }] },
        ],
      },
    ]);
    expect(tokens).toEqual(['Bearer first']);
    expect(await waiting()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('goes in batches of bounded number and size, a large transaction alone', async () => {
    await write(3);
    await write(1, 'x'.repeat(2000));
    await write(2);
    const upload = connector(signedIn(), { limits: { transactions: 2, bytes: 1000 } });
    while ((await waiting()) > 0) await upload.uploadData(counter.db);
    expect(calls.map(({ transactions }) => transactions.map(({ tx_id }) => tx_id))).toEqual([
      [1, 2],
      [3],
      [4],
      [5, 6],
    ]);
  });

  it('is repeated as it was when the answer is lost, and what was done already is not done again', async () => {
    await write(2);
    plays = [() => 'lost'];
    const upload = connector();
    await expect(upload.uploadData(counter.db)).rejects.toThrow(/./);
    expect(await waiting()).toBe(2);
    plays = [
      ({ transactions }) => ({
        status: 200,
        body: transactions.map(({ tx_id }) => ({ tx_id, outcome: 'already' })),
      }),
    ];
    await upload.uploadData(counter.db);
    expect(calls[1]?.transactions).toEqual(calls[0]?.transactions);
    expect(await waiting()).toBe(0);
  });

  it.each([
    ['a failing server', failing(503)],
    ['a server of an older version', failing(404, 'PGRST202')],
    ['too many requests', failing(429)],
    ['a sign-in page of the hotel', () => ({ status: 200, body: '<html>' })],
    ['outcomes of something else', () => ({ status: 200, body: [{ tx_id: 77, outcome: 'applied' }] })],
    ['no outcomes', () => ({ status: 200, body: [] })],
    ['an unknown outcome', () => ({ status: 200, body: [{ tx_id: 1, outcome: 'perhaps' }] })],
  ] satisfies [string, Play][])('keeps the queue and comes again after %s', async (_, play) => {
    await write(2);
    plays = [play];
    const upload = connector();
    await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    expect(await waiting()).toBe(2);
    expect(problems).toEqual([]);
    while ((await waiting()) > 0) await upload.uploadData(counter.db);
    expect(calls.slice(1).flatMap(({ transactions }) => transactions)).toEqual(calls[0]?.transactions);
  });

  it('goes in ever smaller batches to a server that fails at big ones, and grows back', async () => {
    await write(12);
    const overloaded: Play = (sent) => (sent.transactions.length > 3 ? failing(503)(sent) : applied(sent));
    plays = Array.from({ length: 4 }, () => overloaded);
    const upload = connector(signedIn(), { limits: { transactions: 8, bytes: 100_000 } });
    const sizes = (): number[] => calls.map(({ transactions }) => transactions.length);
    await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    await upload.uploadData(counter.db);
    expect(sizes()).toEqual([8, 4, 2]);
    while ((await waiting()) > 0) await upload.uploadData(counter.db).catch(() => undefined);
    // The fourth was too big again; from there on the server takes everything.
    expect(sizes()).toEqual([8, 4, 2, 4, 2, 4, 4]);
    expect(problems).toEqual([]);
  });

  it('goes down to one at a time, and stays there while the server fails', async () => {
    await write(3);
    plays = Array.from({ length: 4 }, () => failing(503));
    const upload = connector();
    for (let attempt = 0; attempt < 4; attempt++) {
      await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    }
    expect(calls.map(({ transactions }) => transactions.length)).toEqual([3, 1, 1, 1]);
    await upload.uploadData(counter.db);
    expect(await waiting()).toBe(2);
  });

  it('does not wait for a server that never answers', async () => {
    await write(1);
    plays = [() => 'hang'];
    await expect(connector(signedIn(), { timeoutMs: 50 }).uploadData(counter.db)).rejects.toMatchObject({
      name: 'UploadDelayed',
    });
    expect(await waiting()).toBe(1);
  });

  it('completes exactly what was answered', async () => {
    await write(3);
    plays = [
      ({ transactions }) => ({ status: 200, body: [{ tx_id: transactions[0]?.tx_id, outcome: 'applied' }] }),
    ];
    const upload = connector();
    await upload.uploadData(counter.db);
    expect(await waiting()).toBe(2);
    await upload.uploadData(counter.db);
    expect(calls[1]?.transactions.map(({ tx_id }) => tx_id)).toEqual([2, 3]);
  });
});

describe('a refused transaction', () => {
  it('is kept on this machine with its payload before it leaves the queue', async () => {
    await write(3);
    plays = [refusing(2)];
    await connector().uploadData(counter.db);
    expect(await waiting()).toBe(0);
    const kept = await counter.db.getAll<{ payload: string }>(
      'SELECT tx_id, code, message, payload FROM local_refusals',
    );
    expect(kept).toMatchObject([{ tx_id: 2, code: 'rule_broken', message: 'no' }]);
    expect(JSON.parse(kept[0]?.payload ?? '')).toEqual(calls[0]?.transactions[1]?.ops);
  });

  it('stays in the queue when it cannot be kept, and is kept once when it comes again', async () => {
    await write(2);
    plays = [refusing(1), refusing(1), refusing(1)];
    let full = true;
    const upload = connector(signedIn(), {
      onRefused: async (refusal, db) => {
        await keepRefusal(refusal, db);
        if (full) throw new Error('the disk is full');
      },
    });
    await expect(upload.uploadData(counter.db)).rejects.toThrow('the disk is full');
    expect(await waiting()).toBe(2);
    full = false;
    await upload.uploadData(counter.db);
    expect(await waiting()).toBe(0);
    expect(await counter.db.getAll('SELECT tx_id FROM local_refusals')).toEqual([{ tx_id: 1 }]);
  });

  it('is forgotten here when it has come back with the sync', async () => {
    await write(2);
    plays = [refusing(1, 2)];
    await connector().uploadData(counter.db);
    await counter.db.execute('INSERT INTO refused_changes (id, client_id, tx_id) VALUES (uuid(), ?, 1)', [
      await counter.db.getClientId(),
    ]);
    await forgetSyncedRefusals(counter.db);
    expect(await counter.db.getAll('SELECT tx_id FROM local_refusals')).toEqual([{ tx_id: 2 }]);
  });
});

describe('a counter that is too old for the server', () => {
  it('says so, keeps all that waits, and sends it once it is taken again', async () => {
    await write(3);
    plays = [failing(426, 'PT426')];
    const upload = connector(signedIn(), { slowRetryMs: 0 });
    await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    expect(await waiting()).toBe(3);
    expect(problems).toMatchObject([{ kind: 'update-needed' }]);
    await upload.uploadData(counter.db);
    expect(await waiting()).toBe(0);
    expect(problems.at(-1)).toBeNull();
    expect(calls[1]?.transactions).toEqual(calls[0]?.transactions);
  });
});

describe('a batch the server will not have', () => {
  const unwanted =
    (bad: number, status: number): Play =>
    (sent) =>
      sent.transactions.some(({ tx_id }) => tx_id === bad) ? failing(status)(sent) : applied(sent);

  it.each([413, 400])(
    'is halved down to the one transaction (%d), which stays and is named',
    async (status) => {
      await write(6);
      plays = Array.from({ length: 20 }, () => unwanted(4, status));
      const upload = connector();
      await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
      // All before it went; it and what follows wait, in order.
      expect(await waiting()).toBe(3);
      expect(problems).toMatchObject([{ kind: 'cannot-send', txId: 4, code: String(status) }]);
      const before = calls.length;
      await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
      expect(calls).toHaveLength(before);
    },
  );

  /** As Postgres: no U+0000 in a jsonb, wherever it stands. */
  const likePostgres: Play = (sent) =>
    /[^\\]\\u0000/.test(JSON.stringify(sent))
      ? failing(400, '22P05')(sent)
      : {
          status: 200,
          body: sent.transactions.map(({ tx_id, ops }): Outcome =>
            ops.some(({ op }) => op === 'UNREADABLE')
              ? { tx_id, outcome: 'refused', code: 'bad_value', message: 'unreadable' }
              : { tx_id, outcome: 'applied' },
          ),
        };

  it('because Postgres can never read one of it, is refused for that one and goes on', async () => {
    await write(2);
    await write(1, 'before\u0000after');
    await write(2);
    plays = Array.from({ length: 20 }, () => likePostgres);
    const upload = connector();
    while ((await waiting()) > 0) await upload.uploadData(counter.db);
    expect(problems).toEqual([]);
    const kept = await counter.db.getAll<{ payload: string }>(
      'SELECT tx_id, code, payload FROM local_refusals',
    );
    expect(kept).toMatchObject([{ tx_id: 3, code: 'bad_value' }]);
    expect(JSON.parse(kept[0]?.payload ?? '')).toMatchObject([
      { op: 'PUT', data: { note: 'before\u0000after' } },
    ]);
  });

  it.each([
    ['a server that does not know such a refusal', applied],
    ['one that cannot read that either', failing(400, '22P05')],
  ])('is never given up on the word of %s', async (_, second) => {
    await write(1);
    plays = [failing(400, '22P05'), second];
    await expect(connector().uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    expect(await waiting()).toBe(1);
    expect(problems).toMatchObject([{ kind: 'cannot-send', code: '22P05' }]);
  });

  it('goes on after a while, and the problem is over when it passes', async () => {
    await write(1);
    plays = [failing(413)];
    const upload = connector(signedIn(), { slowRetryMs: 0 });
    await expect(upload.uploadData(counter.db)).rejects.toThrow(/./);
    await upload.uploadData(counter.db);
    expect(problems).toMatchObject([{ kind: 'cannot-send' }, null]);
    expect(await waiting()).toBe(0);
  });

  it('never loses what was not answered, also when a half is answered in part', async () => {
    await write(4);
    plays = [
      failing(413),
      ({ transactions }) => ({ status: 200, body: [{ tx_id: transactions[0]?.tx_id, outcome: 'applied' }] }),
    ];
    await connector().uploadData(counter.db);
    expect(await waiting()).toBe(3);
  });
});

describe('a person', () => {
  it('whose token is not taken gets a new one, and the upload goes on', async () => {
    await write(1);
    plays = [failing(401)];
    await connector().uploadData(counter.db);
    expect(tokens).toEqual(['Bearer first', 'Bearer refreshed']);
    expect(await waiting()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('whose session was ended has to sign in; the queue is untouched', async () => {
    await write(1);
    refresh = { status: 400, body: { code: 'refresh_token_not_found', message: 'Invalid Refresh Token' } };
    plays = [failing(401)];
    await expect(connector().uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    expect(problems).toEqual([{ kind: 'sign-in-needed' }]);
    expect(await waiting()).toBe(1);
  });

  it('who may nothing is told, and the server is left alone until the token changes', async () => {
    await write(1);
    plays = [failing(403, '42501')];
    const supabase = signedIn();
    const upload = connector(supabase);
    await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    await expect(upload.uploadData(counter.db)).rejects.toMatchObject({ name: 'UploadDelayed' });
    expect(problems).toMatchObject([{ kind: 'not-permitted', code: '42501' }]);
    expect(calls).toHaveLength(1);
    await supabase.auth.refreshSession();
    await upload.uploadData(counter.db);
    expect(await waiting()).toBe(0);
    expect(problems.at(-1)).toBeNull();
  });
});

describe('credentials', () => {
  it('are the token of the session and when it ends', async () => {
    const credentials = await connector().fetchCredentials();
    expect(credentials).toMatchObject({ endpoint: 'http://127.0.0.1:1/stream', token: 'first' });
    expect((credentials?.expiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
  });

  it('are refreshed before they end', async () => {
    expect(await connector(signedIn(sessionOf('old', 30))).fetchCredentials()).toMatchObject({
      token: 'refreshed',
    });
  });

  it('are missing when nobody is signed in, or the server ended the session', async () => {
    expect(await connector(signedIn(null)).fetchCredentials()).toBeNull();
    refresh = { status: 400, body: { code: 'refresh_token_not_found', message: 'Invalid Refresh Token' } };
    expect(await connector(signedIn(sessionOf('old', -10))).fetchCredentials()).toBeNull();
    expect(problems).toEqual([{ kind: 'sign-in-needed' }, { kind: 'sign-in-needed' }]);
  });

  it('that ended while the line is down are not a reason to sign in', async () => {
    // auth-js tries for half a minute: its clock is moved, the rest is real.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const offline = connector(signedIn(sessionOf('old', -10), 'http://127.0.0.1:9'));
    const progress = { known: false };
    const failed = offline.fetchCredentials().catch((error: unknown) => {
      progress.known = true;
      return error;
    });
    while (!progress.known) await vi.advanceTimersByTimeAsync(1000);
    expect(await failed).toMatchObject({ message: 'fetch failed' });
    vi.useRealTimers();
    expect(problems).toEqual([]);
  });
});
