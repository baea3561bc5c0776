import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { freePort } from '../ports.ts';
import { loadSecrets } from '../secrets.ts';
import { type TestBackend, startTestBackend } from '../testing.ts';
import { openGatewayDatabase } from './database.ts';
import { noFunctions } from './functions.ts';
import { startGateway } from './server.ts';
import { openStorageFiles } from './storage-files.ts';
import { createTokens } from './tokens.ts';

let backend: TestBackend;
let database: pg.Pool;
const restarted = Promise.withResolvers<void>();

beforeAll(async () => {
  backend = await startTestBackend({
    log: ({ event }) => {
      if (event === 'postgres_restarted') restarted.resolve();
    },
  });
  database = new pg.Pool({ connectionString: backend.databaseUrl });
  database.on('error', () => undefined);
});
afterAll(async () => {
  await database.end();
  await backend.stop();
});

function anonymous(): SupabaseClient {
  return createClient(backend.supabaseUrl, backend.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

async function signedIn(who: { readonly email: string; readonly password: string }): Promise<SupabaseClient> {
  const client = anonymous();
  const { error } = await client.auth.signInWithPassword(who);
  expect(error).toBeNull();
  return client;
}

describe('signing in', () => {
  test('gives a token with the company and the role, verifiable by the published keys', async () => {
    const { data, error } = await anonymous().auth.signInWithPassword(demoPeople.manager);
    expect(error).toBeNull();
    const keys = createRemoteJWKSet(new URL(`${backend.supabaseUrl}/auth/v1/.well-known/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(data.session?.access_token ?? '', keys, {
      audience: 'authenticated',
    });
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({
      sub: demoPeople.manager.id,
      company_id: alpina.id,
      user_role: 'manager',
      role: 'authenticated',
      email: 'manager@alpina.example',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  });

  test.each([
    ['a wrong password', { email: demoPeople.owner.email, password: 'guess' }],
    ['an unknown address', { email: 'nobody@alpina.example', password: 'guess' }],
  ])('with %s is refused as Supabase does, and the same way', async (_what, who) => {
    const { data, error } = await anonymous().auth.signInWithPassword(who);
    expect(data.session).toBeNull();
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_credentials',
      message: 'Invalid login credentials',
    });
  });

  test('is refused by the hook to a suspended person, and so is the next refresh', async () => {
    const client = await signedIn(demoPeople.viewer);
    await database.query('update public.users set is_active = false where id = $1', [demoPeople.viewer.id]);
    try {
      const again = await anonymous().auth.signInWithPassword(demoPeople.viewer);
      expect(again.error).toMatchObject({ status: 403 });
      const refreshed = await client.auth.refreshSession();
      expect(refreshed.error).toMatchObject({ status: 403 });
      const { rowCount } = await database.query('select from auth.sessions where user_id = $1', [
        demoPeople.viewer.id,
      ]);
      expect(rowCount).toBe(1);
    } finally {
      await database.query('update public.users set is_active = true where id = $1', [demoPeople.viewer.id]);
    }
  });

  test('ends with sign-out: the session is gone and its refresh token works no more', async () => {
    const client = await signedIn(demoPeople.zurich);
    const { data } = await client.auth.getSession();
    expect((await client.auth.getUser()).data.user?.email).toBe('zurich@alpina.example');
    expect((await client.auth.signOut({ scope: 'local' })).error).toBeNull();
    const { error } = await anonymous().auth.refreshSession({
      refresh_token: data.session?.refresh_token ?? '',
    });
    expect(error).toMatchObject({ code: 'refresh_token_not_found' });
    const { error: gone } = await anonymous().auth.getUser(data.session?.access_token);
    expect(gone).not.toBeNull();
  });
});

describe('refreshing', () => {
  test('rotates the token; a lost answer can be asked for again; an old one ends the session', async () => {
    const first =
      (await (await signedIn(demoPeople.zurich)).auth.getSession()).data.session?.refresh_token ?? '';
    const refresh = (token: string) => anonymous().auth.refreshSession({ refresh_token: token });
    const second = (await refresh(first)).data.session?.refresh_token ?? '';
    expect(second).not.toBe(first);
    const again = await refresh(first);
    expect(again.data.session?.refresh_token).toBe(second);
    const third = (await refresh(second)).data.session?.refresh_token ?? '';
    expect(third).not.toBe(second);
    expect((await refresh(first)).error).toMatchObject({ status: 400, code: 'refresh_token_already_used' });
    expect((await refresh(third)).error).not.toBeNull();
  });
});

describe('rpc', () => {
  test('runs as the person, under row level security', async () => {
    const client = await signedIn(demoPeople.zurich);
    const { data, error } = await client.rpc('apply_changes', {
      client_id: 'rpc-test',
      counter_id: alpina.counters.zurichA,
      transactions: [
        {
          tx_id: 1,
          ops: [
            {
              op: 'PUT',
              table: 'customers',
              id: '018f0000-0000-7000-8000-000000000001',
              data: {
                company_id: lago.id,
                kind: 'person',
                last_name: 'Fremd',
                created_at: '2026-11-20T08:00:00Z',
              },
            },
          ],
        },
      ],
    });
    expect(error).toBeNull();
    expect(data).toMatchObject([{ tx_id: 1, outcome: 'refused', code: 'not_allowed' }]);
  });

  test('maps errors as PostgREST does', async () => {
    const client = await signedIn(demoPeople.zurich);
    const foreign = await client.rpc('apply_changes', {
      client_id: 'x',
      counter_id: lago.counters.luganoA,
      transactions: [],
    });
    expect(foreign).toMatchObject({ status: 403, error: { code: '42501', details: 'counter_unknown' } });
    const missing = await client.rpc('no_such_function', { a: 1 });
    expect(missing).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
    const typed = await client.rpc('apply_changes', {
      client_id: 'x',
      counter_id: 'not a uuid',
      transactions: [],
    });
    expect(typed).toMatchObject({ status: 400, error: { code: '22P02' } });
    const nobody = await anonymous().rpc('apply_changes', {
      client_id: 'x',
      counter_id: alpina.counters.zurichA,
      transactions: [],
    });
    expect(nobody).toMatchObject({ status: 401, error: { code: '42501' } });
    const internal = await client.rpc('custom_access_token_hook', { event: {} });
    expect(internal).toMatchObject({ status: 403, error: { code: '42501' } });
  });

  test('answers scalars, rows, sets and nothing', async () => {
    await database.query(`
      create function public.t_add(a integer, b integer default 10) returns integer language sql as 'select a + b';
      create function public.t_set() returns setof integer language sql as 'select generate_series(1, 3)';
      create function public.t_row() returns public.branches language sql security definer as 'select * from public.branches order by code limit 1';
      create function public.t_void() returns void language sql as 'select';
      create function public.t_whoami() returns text language sql as 'select current_user || coalesce(auth.uid()::text, '''')';
    `);
    const client = await signedIn(demoPeople.zurich);
    expect((await client.rpc('t_add', { a: 1 })).data).toBe(11);
    expect((await client.rpc('t_add', { a: 1, b: 2 })).data).toBe(3);
    expect((await client.rpc('t_set')).data).toEqual([1, 2, 3]);
    expect((await client.rpc('t_row')).data).toMatchObject({ code: 'CHR' });
    expect(await client.rpc('t_void')).toMatchObject({ status: 204, error: null });
    expect((await client.rpc('t_whoami')).data).toBe(`authenticated${demoPeople.zurich.id}`);
    expect((await anonymous().rpc('t_whoami')).data).toBe('anon');
  });

  test('refuses a foreign key, a bad and an expired token, and 33 MB', async () => {
    const call = (headers: Record<string, string>, body = '{}') =>
      fetch(`${backend.supabaseUrl}/rest/v1/rpc/t_whoami`, { method: 'POST', headers, body });
    expect((await call({})).status).toBe(401);
    expect((await call({ apikey: 'guess' })).status).toBe(401);
    const bad = await call({
      apikey: backend.anonKey,
      authorization: `Bearer ${backend.anonKey.slice(0, -4)}AAAA`,
    });
    expect([bad.status, await bad.json()]).toMatchObject([401, { code: 'PGRST301' }]);
    const large = await call(
      { apikey: backend.anonKey },
      JSON.stringify({ a: 'x'.repeat(33 * 1024 * 1024) }),
    );
    expect(large.status).toBe(413);
  });
});

describe('storage', () => {
  const bytes = randomBytes(300_000);
  const name = (): string => `${alpina.id}/${crypto.randomUUID()}.pdf`;

  test('keeps a file under the rules of the company', async () => {
    const path = name();
    const zurich = (await signedIn(demoPeople.zurich)).storage.from('contract-pdfs');
    const stored = await zurich.upload(path, bytes, { contentType: 'application/pdf' });
    expect(stored.error).toBeNull();
    expect(stored.data?.fullPath).toBe(`contract-pdfs/${path}`);

    const chur = (await signedIn(demoPeople.chur)).storage.from('contract-pdfs');
    const back = Buffer.from((await (await chur.download(path)).data?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(createHash('sha256').update(back).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect((await chur.list(alpina.id)).data?.map((file) => `${alpina.id}/${file.name}`)).toContain(path);
    expect((await chur.info(path)).data).toMatchObject({
      size: bytes.length,
      contentType: 'application/pdf',
    });

    const signed = await chur.createSignedUrl(path, 60);
    const open = await fetch(signed.data?.signedUrl ?? '');
    expect(open.headers.get('content-type')).toBe('application/pdf');
    expect((await open.arrayBuffer()).byteLength).toBe(bytes.length);
    expect((await fetch((signed.data?.signedUrl ?? '').replace(/.pdf\?/, '.pdx?'))).status).toBe(400);
  });

  test('takes a form too', async () => {
    const path = name();
    const bucket = (await signedIn(demoPeople.zurich)).storage.from('contract-pdfs');
    const { error } = await bucket.upload(path, new Blob([bytes], { type: 'application/pdf' }));
    expect(error).toBeNull();
    expect((await (await bucket.download(path)).data?.arrayBuffer())?.byteLength).toBe(bytes.length);
  });

  test('refuses the other company, a viewer, a second upload, a removal, a wrong type and a wrong name', async () => {
    const path = name();
    const zurich = (await signedIn(demoPeople.zurich)).storage.from('contract-pdfs');
    await zurich.upload(path, bytes, { contentType: 'application/pdf' });
    const lugano = (await signedIn(demoPeople.lagoStaff)).storage.from('contract-pdfs');
    const viewer = (await signedIn(demoPeople.viewer)).storage.from('contract-pdfs');
    const pdf = { contentType: 'application/pdf' };

    expect((await lugano.download(path)).error).toMatchObject({ message: expect.anything() });
    expect((await lugano.list(alpina.id)).data).toEqual([]);
    expect((await lugano.upload(name(), bytes, pdf)).error).toMatchObject({ statusCode: '403' });
    expect((await viewer.upload(name(), bytes, pdf)).error).toMatchObject({ statusCode: '403' });
    expect((await zurich.upload(path, bytes, pdf)).error).toMatchObject({
      statusCode: '409',
      message: 'The resource already exists',
    });
    expect((await zurich.upload(path, bytes, { ...pdf, upsert: true })).error).toMatchObject({
      statusCode: '403',
    });
    expect((await zurich.remove([path])).data).toEqual([]);
    expect((await zurich.upload(name(), bytes, { contentType: 'text/html' })).error).toMatchObject({
      statusCode: '415',
    });
    const escape = await fetch(
      `${backend.supabaseUrl}/storage/v1/object/contract-pdfs/${alpina.id}%2F..%2F..%2Fsecrets.json`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${(await tokenOf(demoPeople.zurich)) ?? ''}`,
          'content-type': 'application/pdf',
        },
        body: 'x',
      },
    );
    expect(await escape.json()).toMatchObject({ error: 'InvalidKey' });
    expect((await zurich.download(path)).data?.size).toBe(bytes.length);
  });

  test('refuses more than 50 MB', async () => {
    const bucket = (await signedIn(demoPeople.zurich)).storage.from('contract-pdfs');
    const { error } = await bucket.upload(name(), Buffer.alloc(50 * 1024 * 1024 + 1), {
      contentType: 'application/pdf',
    });
    expect(error).toMatchObject({ status: 413 });
  });
});

async function tokenOf(who: {
  readonly email: string;
  readonly password: string;
}): Promise<string | undefined> {
  return (await (await signedIn(who)).auth.getSession()).data.session?.access_token;
}

describe('functions', () => {
  test('run under Deno: health says what answers, and how fast', async () => {
    const { data, error } = await (await signedIn(demoPeople.zurich)).functions.invoke('health');
    expect(error).toBeNull();
    expect(data).toMatchObject({ status: 'healthy' });
    const { components } = data as { components: { name: string; status: string; latency_ms: number }[] };
    expect(components.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'auth healthy',
      'storage healthy',
      'sync healthy',
    ]);
  });

  test('are for callers with a key, and 404 where there is none', async () => {
    expect((await fetch(`${backend.supabaseUrl}/functions/v1/health`, { method: 'POST' })).status).toBe(401);
    const none = await anonymous().functions.invoke('no-such-function');
    expect(none.error).toMatchObject({ context: { status: 404 } });
    expect((await anonymous().functions.invoke('..%2F..%2Fsecrets')).error).toMatchObject({
      context: { status: 404 },
    });
  });
});

test('without Postgres everything is a 503, never a refusal', async () => {
  const tokens = await createTokens(await loadSecrets(join(backend.dataFolder, 'secrets.json')));
  const nowhere = { port: await freePort(), password: 'none' };
  const dead = openGatewayDatabase(nowhere, () => undefined);
  const gateway = await startGateway({
    port: await freePort(),
    database: dead,
    tokens,
    storage: { database: dead, tokens, files: openStorageFiles(backend.dataFolder), signingKey: 'x' },
    functions: noFunctions,
    accessTokenSeconds: 60,
    log: () => undefined,
  });
  try {
    const client = createClient(gateway.url, backend.anonKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    expect((await client.rpc('t_add', { a: 1 })).status).toBe(503);
    const file = await client.storage.from('contract-pdfs').download(`${alpina.id}/x.pdf`);
    expect(file.error).toMatchObject({ status: 503 });
    expect((await client.auth.signInWithPassword(demoPeople.zurich)).error).toMatchObject({ status: 503 });
  } finally {
    await gateway.close();
    await dead.close();
  }
});

test('Postgres killed under way: no call is refused because of it, and it comes back by itself', async () => {
  const client = await signedIn(demoPeople.zurich);
  const pid = Number(
    readFileSync(join(backend.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  process.kill(pid, 'SIGKILL');
  const statuses = new Set<number>();
  const back = new AbortController();
  void restarted.promise.finally(() => back.abort());
  while (!back.signal.aborted) statuses.add((await client.rpc('t_add', { a: 1 })).status);
  expect([...statuses].filter((status) => status !== 200)).toEqual([503]);
  expect((await client.rpc('t_add', { a: 1 })).data).toBe(11);
  expect((await anonymous().auth.signInWithPassword(demoPeople.zurich)).error).toBeNull();
});

test('a token of another key is nobody', async () => {
  const claims = decodeJwt((await tokenOf(demoPeople.zurich)) ?? '');
  const other = await startTestBackend();
  try {
    const { data } = await createClient(other.supabaseUrl, other.anonKey).auth.signInWithPassword(
      demoPeople.zurich,
    );
    expect(decodeJwt(data.session?.access_token ?? '').sub).toBe(claims.sub);
    const answer = await fetch(`${backend.supabaseUrl}/rest/v1/rpc/t_whoami`, {
      method: 'POST',
      headers: { apikey: backend.anonKey, authorization: `Bearer ${data.session?.access_token ?? ''}` },
      body: '{}',
    });
    expect(answer.status).toBe(401);
  } finally {
    await other.stop();
  }
});
