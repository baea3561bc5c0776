import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccessTable, tableAccess } from '#supabase/access/matrix.ts';
import { StreamClient } from '#supabase/embedded/stream/testing-client.ts';
import { tokenOf } from '#supabase/embedded/testing.ts';
import { type DemoSignIn, alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { type Operation, type Person, signedIn } from '../person.ts';
import { asPerson } from './ask.ts';
import { changes, newRow } from './rows.ts';
import { useStage } from './stage.ts';
import { eventsOf, fingerprint, forgetEvents, markSecrets, secret } from './thief.ts';

/**
 * Somebody has a token of Alpina that is good: they took it from a machine, or they work there. They want what Lago has, or more
 * of Alpina than is theirs. Nothing of it is read, nothing is written, and where Postgres can keep it, it is noted.
 */
const stage = useStage(2);
const tables = Object.keys(tableAccess) as AccessTable[];
let thief: Person;
let token: string;
let before: Record<string, string>;

beforeAll(async () => {
  const { backend, sql } = stage();
  await markSecrets(sql, lago.id);
  thief = await signedIn(backend, demoPeople.owner, alpina.counters.zurichA, 'thief');
  token = await tokenOf(backend, demoPeople.owner);
  before = await fingerprint(sql, lago.id);
});

beforeEach(async () => {
  await forgetEvents(stage().sql);
});

/** Everything that Lago has is as it was; the answers hold nothing of it. */
async function expectNothingTaken(...answers: unknown[]): Promise<void> {
  expect(JSON.stringify(answers)).not.toContain(secret);
  expect(await fingerprint(stage().sql, lago.id)).toEqual(before);
}

const noted = async (code: string): Promise<number> => (await eventsOf(stage().sql, alpina.id, code)).length;

let lastTx = 1_000;
/** Sends each operation as a transaction of its own, as a counter of Alpina. */
const sendEach = async (operations: readonly Operation[], who = thief) => {
  const outcomes = [];
  for (let from = 0; from < operations.length; from += 100) {
    const transactions = operations
      .slice(from, from + 100)
      .map((op) => ({ tx_id: (lastTx += 1), ops: [op] }));
    outcomes.push(...(await who.send(transactions)));
  }
  return outcomes;
};

interface Asked extends RequestInit {
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** A request past supabase-js, as any program makes it. */
const request = async (path: string, init: Asked = {}) => {
  const { as = token, ...more } = init;
  const answer = await fetch(`${stage().backend.supabaseUrl}${path}`, {
    ...more,
    headers: { apikey: stage().backend.anonKey, authorization: `Bearer ${as}`, ...more.headers },
  });
  return { status: answer.status, text: await answer.text() };
};
const json = { 'content-type': 'application/json' };
const emptyCall = (counter: string): string =>
  JSON.stringify({ client_id: 'thief', counter_id: counter, transactions: [] });

describe('rows of another company', () => {
  test('are neither changed nor overwritten nor removed by their ids, in any table', async () => {
    const { lugano } = stage().places;
    const { id: _id, ...row } = newRow('customers', lugano);
    const operations = tables.flatMap((table): Operation[] => [
      { op: 'PATCH', table, id: lugano.rows[table], data: changes[table](lugano) },
      {
        op: 'PUT',
        table,
        id: lugano.rows[table],
        data: { ...newRow(table, stage().places.zurich), id: undefined },
      },
      { op: 'DELETE', table, id: lugano.rows[table] },
    ]);
    const outcomes = await sendEach([
      ...operations,
      { op: 'PUT', table: 'customers', id: crypto.randomUUID(), data: row },
    ]);
    await expectNothingTaken(outcomes);
    // A removal of what is not there for this person is done already; everything else is refused.
    const applied = outcomes.flatMap(({ outcome }, at) =>
      outcome === 'refused' ? [] : [operations[at]?.op],
    );
    expect(new Set(applied)).toEqual(new Set(['DELETE']));
    expect(await noted('foreign_row')).toBeGreaterThan(0);
    expect(await noted('foreign_company')).toBeGreaterThan(0);
  });

  test('are not added to, nor hung on, in any column that refers to something', async () => {
    const { zurich, lugano } = stage().places;
    const theirs = new Map<unknown, unknown>(
      Object.entries(zurich).flatMap(([name, value]) =>
        typeof value === 'string' && name !== 'series' ? [[value, lugano[name as keyof typeof lugano]]] : [],
      ),
    );
    const operations = tables.flatMap((table): Operation[] => {
      const row = newRow(table, zurich);
      return Object.entries(row).flatMap(([column, value]) =>
        theirs.has(value) && column !== 'id'
          ? [
              {
                op: 'PUT',
                table,
                id: crypto.randomUUID(),
                data: { ...newRow(table, zurich), id: undefined, [column]: theirs.get(value) },
              },
            ]
          : [],
      );
    });
    expect(operations.length).toBeGreaterThan(100);
    const outcomes = await sendEach(operations);
    await expectNothingTaken(outcomes);
    const passed = outcomes.flatMap(({ outcome }, at) => (outcome === 'refused' ? [] : [operations[at]]));
    expect(passed).toEqual([]);
    expect(await noted('foreign_row')).toBe(5);
    expect(await noted('foreign_company')).toBe(5);
  });

  test('are not read by REST, by functions that are not for people, or with filters that ask for them', async () => {
    const answers = [];
    for (const path of [
      `/rest/v1/customers?company_id=eq.${lago.id}`,
      `/rest/v1/customers?or=(company_id.eq.${lago.id},id.not.is.null)`,
      `/rest/v1/companies?select=*,customers(*)`,
      `/rest/v1/rpc/apply_changes?select=*`,
      `/rest/v1/`,
    ]) {
      answers.push(await request(path));
      answers.push(
        await request(path, {
          headers: { 'accept-profile': 'private', prefer: 'tx=commit', role: 'service_role' },
        }),
      );
    }
    for (const name of [
      'audit_links',
      'known_outcome',
      'foreign_row',
      'note_security_event',
      'my_company',
      'pg_read_file',
      'set_config',
      'query',
    ]) {
      answers.push(await request(`/rest/v1/rpc/${name}`, { method: 'POST', body: '{}', headers: json }));
    }
    const opened = answers.filter(({ status }) => status < 400);
    expect(opened).toEqual([]);
    await expectNothingTaken(answers);
  });

  test('are not read past the policies: joins, views of the catalogue, functions with a look of their own', async () => {
    const { sql } = stage();
    await asPerson(sql, demoPeople.owner, async (turn) => {
      for (const text of [
        `select from customers c join companies k on k.id = c.company_id where k.id = $1`,
        `select from contracts where company_id = $1 or true and company_id = $1`,
        `with other as (select * from customers where company_id = $1) select from other`,
        `select from pg_stats where tablename = 'customers' and $1::uuid is not null`,
      ]) {
        expect(await turn.ask(text, [lago.id])).toEqual({ met: 0 });
      }
      for (const text of [
        `select * from private.security_events`,
        `select * from private.applied_transactions`,
        `select * from private.counter_sessions`,
        `select * from auth.users`,
        `select * from auth.refresh_tokens`,
        `select private.note_security_event('data_breach', 'x', '{}', null, null)`,
        `select private.foreign_row('{}', gen_random_uuid())`,
        `set local session_replication_role = replica`,
        `alter table customers disable row level security`,
        `create policy open on customers for select using (true)`,
        `copy customers to program 'cat'`,
        `do $$ begin perform pg_read_file('/etc/passwd'); end $$`,
      ]) {
        expect([text, await turn.ask(text)]).toMatchObject([text, { state: '42501' }]);
      }
    });
  });
});

describe('claims', () => {
  test('in a body, a parameter or a header mean nothing', async () => {
    const body = (more: object): string =>
      JSON.stringify({ client_id: 'thief', counter_id: lago.counters.luganoA, transactions: [], ...more });
    const call = async (init: Asked, query = '') =>
      await request(`/rest/v1/rpc/apply_changes${query}`, {
        method: 'POST',
        headers: json,
        body: body({}),
        ...init,
      });
    const answers = [
      await call({ body: body({ company_id: lago.id }) }),
      await call({ body: body({ claims: { company_id: lago.id }, role: 'service_role' }) }),
      await call({}, `?company_id=${lago.id}&user_role=owner`),
      await call({
        headers: {
          ...json,
          'x-company-id': lago.id,
          'request.jwt.claims': JSON.stringify({ company_id: lago.id }),
        },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 403, 403]);
    await expectNothingTaken(answers);
    expect(await noted('counter_unknown')).toBe(2);
  });

  test('in a token that was changed, unsigned, or signed by somebody else are not taken', async () => {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const forged = encode({ ...claims, company_id: lago.id, sub: demoPeople.lagoOwner.id });
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const own = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      keys.privateKey,
      Buffer.from(`${head}.${forged}`),
    );
    const tokens = [
      `${head}.${forged}.${signature}`,
      `${encode({ alg: 'none', typ: 'JWT' })}.${forged}.`,
      `${encode({ alg: 'HS256', typ: 'JWT' })}.${forged}.${signature}`,
      `${head}.${forged}.${Buffer.from(own).toString('base64url')}`,
      `${head}.${payload}.${signature.slice(0, -4)}AAAA`,
    ];
    for (const as of tokens) {
      const init = { method: 'POST', headers: json, body: emptyCall(lago.counters.luganoA), as };
      expect((await request('/rest/v1/rpc/apply_changes', init)).status).toBe(401);
      const stream = await fetch(`${stage().backend.powersyncUrl}/sync/stream`, {
        method: 'POST',
        headers: { ...json, authorization: `Token ${as}` },
        body: '{}',
      });
      expect(stream.status).toBe(401);
      expect(
        (await request(`/storage/v1/object/list/contract-pdfs`, { ...init, body: '{"prefix":""}' })).status,
      ).toBe(400);
    }
    await expectNothingTaken();
  });

  test('of the stream are the only ones: parameters widen nothing', async () => {
    const parameters = { company_id: lago.id, user_role: 'owner', sub: demoPeople.lagoOwner.id };
    const names = [
      'company',
      'fleet',
      'prices',
      'open_contracts',
      'open_files',
      'customers',
      'office',
      `company' or 1=1 --`,
    ];
    const stream = new StreamClient({
      url: stage().backend.powersyncUrl,
      token,
      parameters,
      streams: { include_defaults: true, subscriptions: names.map((name) => ({ stream: name, parameters })) },
    });
    await stream.connect();
    await stream.until(() => stream.completed > 0);
    const received = [...stream.tables()].flatMap((table) =>
      [...stream.rows(table).values()].map((row) => (table === 'companies' ? row['id'] : row['company_id'])),
    );
    await stream.disconnect();
    expect(new Set(received)).toEqual(new Set([alpina.id]));
    await expectNothingTaken(stream.lines);
  });

  test('open no archive of another company: customers, vehicles, contracts, bills, numbers, counters', async () => {
    const { sql, places, backend } = stage();
    const { rows } = places.lugano;
    for (const table of ['contracts', 'invoices'] as const) {
      await sql.query(`update public.${table} set shelf = 'archive' where id = $1`, [rows[table]]);
    }
    before = await fingerprint(sql, lago.id);
    const found = await sql.query<Record<string, string>>(
      `select c.customer_id, c.vehicle_id, c.id as contract_id, i.id as invoice_id, i.number
       from public.contracts c, public.invoices i where c.id = $1 and i.id = $2`,
      [rows.contracts, rows.invoices],
    );
    const parameters = { ...found.rows[0], counter_id: lago.counters.luganoA, company_id: lago.id };
    const streams = {
      include_defaults: false,
      subscriptions: ['branch', 'customer_history', 'vehicle_history', 'rental', 'bill', 'by_number'].map(
        (name) => ({ stream: name, parameters }),
      ),
    };
    const ask = async (as: string): Promise<StreamClient> => {
      const stream = new StreamClient({ url: backend.powersyncUrl, token: as, parameters, streams });
      await stream.connect();
      await stream.catchUp();
      await stream.disconnect();
      return stream;
    };
    const theirs = await ask(await tokenOf(backend, demoPeople.lagoStaff));
    expect(theirs.rows('contracts').has(rows.contracts)).toBe(true);
    expect(theirs.rows('invoices').has(rows.invoices)).toBe(true);
    expect(theirs.rows('audit_events').has(rows.audit_events)).toBe(true);
    const stolen = await ask(token);
    expect([...stolen.tables()]).toEqual([]);
    await expectNothingTaken(stolen.lines);
  });
});

describe('files of another company', () => {
  const paths = (): string[] => {
    const { documents } = stage().places.lugano.rows;
    const name = `${lago.id}/${documents}.pdf`;
    return [
      name,
      `${alpina.id}/../${name}`,
      `${alpina.id}/..%2f${name}`,
      `${alpina.id}/%2e%2e/${name}`,
      `${alpina.id}/%252e%252e%252f${name}`,
      `${alpina.id}\\..\\${name}`,
      `./${name}`,
      `/${name}`,
      name.toUpperCase(),
      `${lago.id.toUpperCase()}/${documents}.pdf`,
      name.replace('/', '%2F'),
      name.replaceAll('-', '\u2010'),
      name.normalize('NFKD').replace('a', '\uFF41'),
      `${name}%00`,
      `${name}?token=x`,
    ];
  };

  beforeAll(async () => {
    // A file with bytes, put there by somebody of Lago.
    const clerk = await signedIn(stage().backend, demoPeople.lagoOwner, lago.counters.luganoA);
    const bytes = new Blob([secret], { type: 'application/pdf' });
    const { error } = await clerk.supabase.storage
      .from('contract-pdfs')
      .upload(`${lago.id}/${crypto.randomUUID()}.pdf`, bytes);
    if (error) throw error;
    before = await fingerprint(stage().sql, lago.id);
  });

  test('are neither read, listed, signed, overwritten, moved nor removed, however their path is written', async () => {
    const { rows } = await stage().sql.query<{ name: string }>(
      `select name from storage.objects where bucket_id = 'contract-pdfs' and name like $1`,
      [`${lago.id}/%`],
    );
    const all = [...paths(), ...rows.map(({ name }) => name)];
    const answers = [];
    for (const path of all) {
      for (const bucket of ['contract-pdfs', 'contract-photos', 'contract-pdfs/..', 'CONTRACT-PDFS']) {
        const file = `/storage/v1/object/${bucket}/${path}`;
        answers.push(await request(file));
        answers.push(await request(`/storage/v1/object/authenticated/${bucket}/${path}`));
        answers.push(await request(`/storage/v1/object/public/${bucket}/${path}`));
        answers.push(
          await request(`/storage/v1/object/sign/${bucket}/${path}`, {
            method: 'POST',
            headers: json,
            body: '{"expiresIn":60}',
          }),
        );
        answers.push(
          await request(file, { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: 'x' }),
        );
        answers.push(
          await request(file, {
            method: 'POST',
            headers: { 'content-type': 'application/pdf', 'x-upsert': 'true' },
            body: 'x',
          }),
        );
        answers.push(
          await request(file, { method: 'PUT', headers: { 'content-type': 'application/pdf' }, body: 'x' }),
        );
        answers.push(await request(file, { method: 'DELETE' }));
      }
    }
    const opened = answers.filter(({ status }) => status < 400);
    expect(opened).toEqual([]);
    const listed = [];
    for (const prefix of [
      lago.id,
      `${lago.id}/`,
      '%',
      `../${lago.id}`,
      `${alpina.id}/../${lago.id}`,
      `' or 1=1 --`,
    ]) {
      const body = JSON.stringify({ prefix, limit: 100 });
      listed.push(
        await request('/storage/v1/object/list/contract-pdfs', { method: 'POST', headers: json, body }),
      );
    }
    expect(
      listed.flatMap(({ text }) => (JSON.parse(text) as { id?: string }[]).filter?.(({ id }) => id) ?? []),
    ).toEqual([]);
    await expectNothingTaken(answers, listed);
  });

  test('have no name that the policy takes for one’s own', async () => {
    const { sql } = stage();
    const file = crypto.randomUUID();
    const add = async (bucket: string, name: string) =>
      await asPerson(sql, demoPeople.owner, (turn) =>
        turn.ask('insert into storage.objects (bucket_id, name) values ($1, $2)', [bucket, name]),
      );
    expect(await add('contract-pdfs', `${alpina.id}/${file}.pdf`)).toEqual({ met: 1 });
    expect(await add('contract-photos', `${alpina.id}/${file}/front.jpg`)).toEqual({ met: 1 });
    for (const name of [
      `${alpina.id}//../${lago.id}/x.pdf`,
      ...paths().map((path) => decodeURIComponent(path.replace('%00', '').replace('%25', '%'))),
      `${alpina.id}/${file}.pdf\n`,
      `${alpina.id}\n/${file}.pdf`,
      ` ${alpina.id}/${file}.pdf`,
      `${alpina.id}/${file}.pdf `,
      `${alpina.id}/${file}.PDF`,
      `${alpina.id.toUpperCase()}/${file}.pdf`,
      `${alpina.id}/${file}\u202Efdp.pdf`,
      `${alpina.id}/\u017F.pdf`,
      `${alpina.id}/\u212A.pdf`,
      `${alpina.id}/a/b/c.pdf`,
      `${alpina.id}/.pdf`,
      `${alpina.id}.pdf`,
      `${alpina.id}/${file}.jpg`,
      `${alpina.id}/${'a'.repeat(101)}.pdf`,
    ]) {
      expect([name, await add('contract-pdfs', name)]).toEqual([name, { state: '42501', code: '' }]);
    }
    expect(await add('contract-photos', `${alpina.id}/${file}.pdf`)).toMatchObject({ state: '42501' });
    await expectNothingTaken();
  });

  test('are not named by a paper or a photo of one’s own', async () => {
    const { zurich, lugano } = stage().places;
    const outcomes = await sendEach(
      (['documents', 'photos'] as const).map((table) => {
        const row = newRow(table, zurich, { path: `${alpina.id}/../${lago.id}/${lugano.rows[table]}.pdf` });
        return { op: 'PUT', table, id: row.id, data: { ...row, id: undefined } };
      }),
    );
    expect(outcomes).toMatchObject([{ code: 'rule_broken' }, { code: 'rule_broken' }]);
    expect(await noted('foreign_path')).toBe(2);
    await expectNothingTaken(outcomes);
  });
});

describe('a call', () => {
  const customer = (data: object): Operation => ({
    op: 'PUT',
    table: 'customers',
    id: crypto.randomUUID(),
    data: { company_id: alpina.id, last_name: 'Dieb', ...data },
  });

  test('does not write columns that are the server’s, however they are named', async () => {
    const { rows } = stage().places.zurich;
    const patch = (table: AccessTable, data: Readonly<Record<string, unknown>>): Operation => ({
      op: 'PATCH',
      table,
      id: rows[table],
      data,
    });
    const outcomes = await sendEach([
      patch('companies', { tier: 'enterprise' }),
      patch('vehicles', { odometer_km: 1 }),
      patch('counters', { device_id: crypto.randomUUID() }),
      patch('counters', { reference_no: 9_999 }),
      patch('users', { company_id: lago.id }),
      patch('customers', { erased_at: '2026-01-01T00:00:00.000Z' }),
      patch('messages', { status: 'sent' }),
      patch('refused_changes', { whole_payload: '{}' }),
      patch('audit_events', { received_at: '2026-01-01T00:00:00.000Z' }),
      patch('contracts', { created_at: '2020-01-01T00:00:00.000Z' }),
    ]);
    expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['not_allowed']));
    const odd = await sendEach([
      customer({ 'note = (select terms from companies limit 1), phone': 'x' }),
      customer({ 'note"; drop table customers; --': 'x' }),
      customer({ xmin: '1' }),
      { ...customer({}), table: 'public.customers; drop table customers' },
      { ...customer({}), table: 'CUSTOMERS' },
      { ...customer({}), table: 'auth.users' },
      JSON.parse('{"op":"TRUNCATE","table":"customers","id":"x"}') as Operation,
    ]);
    expect(new Set(odd.map(({ code }) => code))).toEqual(
      new Set(['unknown_column', 'unknown_table', 'unknown_operation']),
    );
    expect(await noted('unknown_name')).toBe(5);
    await expectNothingTaken(outcomes, odd);
  });

  test('keeps SQL in values as the text it is', async () => {
    const texts = [
      `'; drop table customers; --`,
      `$1`,
      `' || (select terms from companies where id = '${lago.id}') || '`,
      `{{company_id}}`,
      `\\'; select 1`,
      `%s %I %L`,
    ];
    const operations = texts.map((note) => customer({ note }));
    expect((await sendEach(operations)).map(({ outcome }) => outcome)).toEqual(texts.map(() => 'applied'));
    const { rows } = await stage().sql.query<{ note: string }>(
      'select note from customers where id = any ($1)',
      [operations.map(({ id }) => id)],
    );
    expect(rows.map(({ note }) => note).toSorted()).toEqual(texts.toSorted());
    await expectNothingTaken();
  });

  test('that is huge or without end is refused or turned away, and the next is served', async () => {
    const many = { tx_id: (lastTx += 1), ops: Array.from({ length: 5_001 }, () => customer({})) };
    expect(await thief.send([many])).toMatchObject([{ code: 'too_many_operations' }]);
    const deep = customer({ note: 'x' });
    const outcomes = await sendEach([
      customer({ note: 'x'.repeat(5_000_000) }),
      { ...deep, table: 'contracts', data: { signature: `${'['.repeat(100_000)}${']'.repeat(100_000)}` } },
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual(['field_too_large', 'bad_value']);
    expect(await noted('oversized')).toBe(3);
    const body = `{"client_id":"thief","counter_id":"${alpina.counters.zurichA}","transactions":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const answers = [
      await request('/rest/v1/rpc/apply_changes', { method: 'POST', headers: json, body }),
      await request('/rest/v1/rpc/apply_changes', {
        method: 'POST',
        headers: json,
        body: `{"a":"${'x'.repeat(33 * 1024 * 1024)}"}`,
      }).catch(() => ({ status: 413, text: '' })),
      await request('/rest/v1/rpc/apply_changes', { method: 'POST', headers: json, body: '[]' }),
      await request('/rest/v1/rpc/apply_changes', { method: 'POST', headers: json, body: '{' }),
    ];
    expect(answers.every(({ status }) => status >= 400)).toBe(true);
    await expect(
      thief.send(Array.from({ length: 201 }, () => ({ tx_id: (lastTx += 1), ops: [] }))),
    ).rejects.toMatchObject({ code: '22023' });
    expect(await sendEach([customer({})])).toMatchObject([{ outcome: 'applied' }]);
    await expectNothingTaken(answers);
  });

  test('that is sent again does nothing again, whoever sends it', async () => {
    const { backend } = stage();
    const operation = customer({});
    const transactions = [{ tx_id: (lastTx += 1), ops: [operation] }];
    expect(await thief.send(transactions)).toMatchObject([{ outcome: 'applied' }]);
    expect(await thief.send(transactions)).toMatchObject([{ outcome: 'already' }]);
    // Taken from the line by somebody of Lago: at Alpina's counter, and at their own.
    const other = await signedIn(backend, demoPeople.lagoOwner, alpina.counters.zurichA, 'thief');
    await expect(other.send(transactions)).rejects.toMatchObject({ code: '42501' });
    const atHome = await signedIn(backend, demoPeople.lagoOwner, lago.counters.luganoA, 'thief');
    expect(await atHome.send(transactions)).toMatchObject([{ outcome: 'refused' }]);
    const { rows } = await stage().sql.query('select company_id from customers where id = $1', [
      operation.id,
    ]);
    expect(rows).toEqual([{ company_id: alpina.id }]);
    const theirs = await eventsOf(stage().sql, lago.id);
    expect(theirs.map(({ code }) => code).toSorted()).toEqual(['counter_unknown', 'foreign_row']);
    // What Lago's own person did is Lago's: a refusal more. Nothing else of it changed.
    const { refused_changes: _more, ...rest } = await fingerprint(stage().sql, lago.id);
    const { refused_changes: _before, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    before = await fingerprint(stage().sql, lago.id);
  });

  test('under an old number or for another counter is taken for what it is, and noted', async () => {
    const { backend } = stage();
    const tx_id = (lastTx += 1);
    const [first, second] = [customer({ note: 'a' }), customer({ note: 'b' })];
    expect(await thief.send([{ tx_id, ops: [first] }])).toMatchObject([{ outcome: 'applied' }]);
    expect(await thief.send([{ tx_id, ops: [second] }])).toMatchObject([{ outcome: 'applied' }]);
    expect(await noted('transaction_reused')).toBe(1);
    const moved = await signedIn(backend, demoPeople.owner, alpina.counters.zurichB, 'thief');
    expect(await moved.send([{ tx_id: (lastTx += 1), ops: [customer({})] }])).toMatchObject([
      { outcome: 'applied' },
    ]);
    expect(await noted('client_moved')).toBe(1);
    for (const client of ['', 'a'.repeat(101), `x' or '1'='1`, '../thief', 'thïef']) {
      const odd = await signedIn(backend, demoPeople.owner, alpina.counters.zurichA, client);
      await expect(odd.send([{ tx_id: 1, ops: [] }])).rejects.toMatchObject({ code: '22023' });
    }
  });

  test('for a counter that is not there, or another company’s, is turned away, and noted', async () => {
    const { backend } = stage();
    for (const counter of [lago.counters.luganoA, crypto.randomUUID()]) {
      const person = await signedIn(backend, demoPeople.owner, counter);
      await expect(person.send([])).rejects.toMatchObject({ code: '42501' });
      const { error } = await person.supabase.rpc('claim_counter', {
        counter_id: counter,
        device_id: crypto.randomUUID(),
        take_over: true,
      });
      expect(error).toMatchObject({ code: '42501', details: 'counter_unknown' });
    }
    expect(await noted('counter_unknown')).toBe(4);
    await expectNothingTaken();
  });
});

describe('a token that is still good', () => {
  const names = (who: DemoSignIn, session: string) => ({ sub: who.id, session_id: session });
  const sees = async (who: DemoSignIn, session?: string) =>
    await asPerson(
      stage().sql,
      who,
      async (turn) => [
        await turn.ask('select from companies'),
        await turn.ask('select from storage.objects limit 1'),
      ],
      session === undefined ? {} : names(who, session),
    );
  const sessionOf = async (person: Person): Promise<string> => {
    const { data } = await person.supabase.auth.getSession();
    const payload = data.session?.access_token.split('.')[1] ?? '';
    return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { session_id: string }).session_id;
  };
  const everything = [{ met: 1 }, { met: 1 }];
  const nothing = [{ met: 0 }, { met: 0 }];

  test('of somebody suspended reads nothing, writes nothing, and is not renewed', async () => {
    const { backend, sql } = stage();
    const { chur } = demoPeople;
    const person = await signedIn(backend, chur, alpina.counters.churA);
    expect(await person.sendOne([])).toMatchObject({ outcome: 'applied' });
    expect(await sees(chur)).toEqual(everything);
    await sql.query('update users set is_active = false where id = $1', [chur.id]);
    try {
      await expect(person.sendOne([])).rejects.toMatchObject({ code: '42501' });
      const claim = { counter_id: alpina.counters.churA, device_id: crypto.randomUUID() };
      expect((await person.supabase.rpc('claim_counter', claim)).error).toMatchObject({
        details: 'person_unknown',
      });
      expect((await person.supabase.rpc('list_security_events')).error).toMatchObject({ code: '42501' });
      expect(await sees(chur)).toEqual(nothing);
      expect((await person.supabase.storage.from('contract-pdfs').list(alpina.id)).data).toEqual([]);
      expect((await person.supabase.auth.refreshSession()).error).toMatchObject({ status: 403 });
      expect(await noted('person_suspended')).toBe(2);
      expect(await noted('person_changed')).toBe(1);
    } finally {
      await sql.query('update users set is_active = true where id = $1', [chur.id]);
    }
  });

  test('of a counter that was revoked reads nothing, writes nothing, and is not renewed; the person works on elsewhere', async () => {
    const { backend, sql } = stage();
    const { zurich } = demoPeople;
    const stolen = await signedIn(backend, zurich, alpina.counters.zurichB);
    const elsewhere = await signedIn(backend, zurich, alpina.counters.zurichA);
    expect(await stolen.sendOne([])).toMatchObject({ outcome: 'applied' });
    expect(await elsewhere.sendOne([])).toMatchObject({ outcome: 'applied' });
    const [gone, good] = [await sessionOf(stolen), await sessionOf(elsewhere)];
    expect([await sees(zurich, gone), await sees(zurich, good)]).toEqual([everything, everything]);
    await sql.query('update counters set is_active = false where id = $1', [alpina.counters.zurichB]);
    try {
      expect([await sees(zurich, gone), await sees(zurich, good)]).toEqual([nothing, everything]);
      await expect(stolen.sendOne([])).rejects.toMatchObject({ code: '42501' });
      expect((await stolen.supabase.auth.refreshSession()).error).toMatchObject({ status: 403 });
      expect(await elsewhere.sendOne([])).toMatchObject({ outcome: 'applied' });
      expect((await elsewhere.supabase.auth.refreshSession()).error).toBeNull();
      // Signed in anew, the counter is still no counter.
      const again = await signedIn(backend, zurich, alpina.counters.zurichB);
      await expect(again.sendOne([])).rejects.toMatchObject({ code: '42501' });
      expect([
        await noted('session_ended'),
        await noted('counter_revoked'),
        await noted('counter_changed'),
      ]).toEqual([1, 1, 1]);
    } finally {
      await sql.query('update counters set is_active = true where id = $1', [alpina.counters.zurichB]);
    }
  });
});

describe('what is noted', () => {
  const wall = (): Operation => ({ op: 'PATCH', table: 'companies', id: alpina.id, data: { name: 'Meine' } });

  test('includes who runs into the same wall again and again, but not who did so once', async () => {
    const viewer = await signedIn(stage().backend, demoPeople.viewer, alpina.counters.zurichA);
    await sendEach(Array.from({ length: 9 }, wall), viewer);
    expect(await noted('not_allowed_repeatedly')).toBe(0);
    await sendEach([wall()], viewer);
    expect(await noted('not_allowed_repeatedly')).toBe(1);
  });

  test('is bounded: nobody fills the table', async () => {
    const { sql, places } = stage();
    const foreign = (): Operation => ({
      op: 'PATCH',
      table: 'customers',
      id: places.lugano.customerId,
      data: { note: 'x' },
    });
    await sendEach(Array.from({ length: 150 }, foreign));
    expect(await noted('foreign_row')).toBe(5);
    await sql.query(
      `insert into private.security_events (company_id, user_id, kind, code)
       select $1, gen_random_uuid(), 'suspicious_access', 'foreign_row' from generate_series(1, 95)`,
      [alpina.id],
    );
    await sendEach([{ ...wall(), table: 'nothing' }]);
    expect(await noted('unknown_name')).toBe(0);
    // Rights that change are noted in any case.
    await sql.query(`update users set role = 'staff' where id = $1`, [demoPeople.viewer.id]);
    await sql.query(`update users set role = 'viewer' where id = $1`, [demoPeople.viewer.id]);
    expect(await noted('person_changed')).toBe(2);
  });

  test('is what changes who may do what, or where the money goes, with before and after', async () => {
    const iban = { iban: 'CH9300762011623852957' };
    await sendEach([
      { op: 'PATCH', table: 'users', id: demoPeople.viewer.id, data: { role: 'manager' } },
      {
        op: 'PATCH',
        table: 'users',
        id: demoPeople.viewer.id,
        data: { role: 'viewer', display_name: 'B. Wüthrich' },
      },
      { op: 'PATCH', table: 'companies', id: alpina.id, data: iban },
      {
        op: 'PATCH',
        table: 'companies',
        id: alpina.id,
        data: { iban: 'CH5800791123000889012', website: 'x' },
      },
    ]);
    // Of one call, and so of one moment: in no order.
    const events = await eventsOf(stage().sql, alpina.id);
    expect(
      events.every(({ kind, user_id }) => kind === 'admin_action' && user_id === demoPeople.owner.id),
    ).toBe(true);
    const told = events.map(({ code, details }) => `${code} ${JSON.stringify(details['after'])}`);
    expect(told.toSorted()).toEqual([
      'bank_account_changed {"iban":"CH5800791123000889012"}',
      'bank_account_changed {"iban":"CH9300762011623852957"}',
      'person_changed {"role":"manager"}',
      'person_changed {"role":"viewer"}',
    ]);
  });

  test('is read by the owners of the company alone', async () => {
    const { backend } = stage();
    await sendEach([{ ...wall(), table: 'nothing' }]);
    const list = async (who: DemoSignIn, counter: string) =>
      await (await signedIn(backend, who, counter)).supabase.rpc('list_security_events', { at_most: 10 });
    expect((await list(demoPeople.owner, alpina.counters.zurichA)).data).toMatchObject([
      { code: 'unknown_name', kind: 'suspicious_access', user_id: demoPeople.owner.id },
    ]);
    for (const who of [demoPeople.manager, demoPeople.zurich, demoPeople.viewer]) {
      expect((await list(who, alpina.counters.zurichA)).error).toMatchObject({ code: '42501' });
    }
    expect((await list(demoPeople.lagoOwner, lago.counters.luganoA)).data).toEqual([]);
  });
});
