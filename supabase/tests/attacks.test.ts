import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople, lago } from '../seeds/demo-people.ts';
import { auditLink } from './audit-link.ts';
import { type Operation, type Person, signedIn } from './person.ts';
import { type WalkIn, freeWalkIn, moment, walkIn } from './walk-in.ts';

let backend: TestBackend;
let sql: pg.Pool;
let clerk: Person;
let facts: Omit<WalkIn, 'number'>;
let theirs: { readonly customer: string; readonly contract: string; readonly line: string };
let running = 80_000;

const nextNumber = (): string => `ZRH-A-27-${(running += 1)}`;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
  facts = await freeWalkIn(sql);
  const other = await sql.query<{ customer: string; contract: string; line: string }>(
    `select k.customer_id as customer, k.id as contract, l.id as line
     from contracts k join contract_lines l on l.contract_id = k.id where k.company_id = $1 limit 1`,
    [lago.id],
  );
  theirs = other.rows[0]!;
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

const patch = (table: string, id: string, data: Readonly<Record<string, unknown>>): Operation => ({
  op: 'PATCH',
  table,
  id,
  data,
});
const put = (
  table: string,
  data: Readonly<Record<string, unknown>>,
  id: string = crypto.randomUUID(),
): Operation => ({
  op: 'PUT',
  table,
  id,
  data: { company_id: alpina.id, ...data },
});
const customer = (data: Readonly<Record<string, unknown>>): Operation =>
  put('customers', { last_name: 'Muster', ...data });

describe('a signature', () => {
  test.each([
    ['of next week', 8],
    ['of the year before last', -500],
  ])('%s is refused; one of last month is not', async (_name, days) => {
    const sign = async (signedAt: string) =>
      await clerk.sendOne(walkIn({ ...facts, number: nextNumber(), signedAt }).ops);
    expect(await sign(moment(days))).toMatchObject({ outcome: 'refused', code: 'implausible_time' });
    expect(await sign(moment(-30))).toMatchObject({ outcome: 'applied' });
  });

  test('takes no number of another counter', async () => {
    const { ops } = walkIn({ ...facts, number: `CHR-A-27-${(running += 1)}` });
    expect(await clerk.sendOne(ops)).toMatchObject({ outcome: 'refused', code: 'foreign_number' });
  });

  test('is given once: neither signed again nor moved, nor a line added', async () => {
    const { contractId, ops } = walkIn({ ...facts, number: nextNumber() });
    expect(await clerk.sendOne(ops)).toMatchObject({ outcome: 'applied' });
    const second = walkIn({ ...facts, number: nextNumber() });
    const overIt = second.ops.map((op) =>
      op.table === 'contracts'
        ? { ...op, id: contractId }
        : { ...op, data: { ...op.data, contract_id: contractId } },
    );
    expect(await clerk.sendOne(overIt)).toMatchObject({ outcome: 'refused' });
    expect(await clerk.sendOne([patch('contracts', contractId, { signed_at: moment(-5) })])).toMatchObject({
      code: 'contract_frozen',
    });
    expect(await clerk.sendOne([patch('contracts', contractId, { signed_at: null })])).toMatchObject({
      code: 'contract_frozen',
    });
    expect(await clerk.sendOne(overIt.slice(2, 3))).toMatchObject({ code: 'contract_frozen' });
    const back = { status: 'returned', returned_at: moment(-1) };
    expect(await clerk.sendOne([patch('contracts', contractId, back)])).toMatchObject({ outcome: 'applied' });
    expect(await clerk.sendOne([patch('contracts', contractId, { returned_at: moment(-3) })])).toMatchObject({
      code: 'contract_frozen',
    });
  });
});

describe('facts', () => {
  const handover = (contractId: string, at: string): Operation =>
    put('handovers', {
      contract_id: contractId,
      vehicle_id: facts.vehicle.id,
      counter_id: facts.counterId,
      clerk_id: facts.clerkId,
      kind: 'check_out',
      handed_over_at: at,
      odometer_km: 1,
      fuel_eighths: 1,
    });

  test('of next year are refused: a vehicle would not move until then', async () => {
    const { contractId, ops } = walkIn({ ...facts, number: nextNumber() });
    expect(await clerk.sendOne([...ops, handover(contractId, moment(300))])).toMatchObject({
      code: 'implausible_time',
    });
    expect(await clerk.sendOne([...ops, handover(contractId, moment(0.5))])).toMatchObject({
      outcome: 'applied',
    });
  });

  test('of another company’s contract are not added', async () => {
    const payment = (contractId: string): Operation =>
      put('payments', {
        branch_id: facts.branchId,
        counter_id: facts.counterId,
        clerk_id: facts.clerkId,
        contract_id: contractId,
        kind: 'payment',
        method: 'cash',
        amount: 100,
        paid_at: moment(0),
      });
    expect(await clerk.sendOne([payment(theirs.contract)])).toMatchObject({ code: 'missing_reference' });
    expect(
      await clerk.sendOne([
        put('contract_drivers', {
          contract_id: theirs.contract,
          first_name: 'A',
          last_name: 'B',
          born_on: '1990-01-01',
          licence_number: '1',
          licence_category: 'B',
          licence_since: '2010-01-01',
        }),
      ]),
    ).toMatchObject({ code: 'not_allowed' });
    expect(
      await clerk.sendOne([patch('contracts', theirs.contract, { customer_id: facts.customerId })]),
    ).toMatchObject({ code: 'row_missing' });
  });

  test('a line is removed by those who may, and nobody is told that it was when it was not', async () => {
    const { contractId, ops } = walkIn({ ...facts, number: nextNumber() });
    await clerk.sendOne(ops.slice(0, 3));
    const line = ops[2]!.id;
    const viewer = await signedIn(backend, demoPeople.viewer, alpina.counters.zurichA);
    const remove = (id: string): Operation => ({ op: 'DELETE', table: 'contract_lines', id });
    expect(await viewer.sendOne([remove(line)])).toMatchObject({ outcome: 'refused', code: 'not_allowed' });
    // What is not there for this person is gone already, as for a removal that was sent twice.
    expect(await clerk.sendOne([remove(theirs.line)])).toMatchObject({ outcome: 'applied' });
    const { rows } = await sql.query('select from contract_lines where id = any($1)', [[line, theirs.line]]);
    expect(rows).toHaveLength(2);
    expect(await clerk.sendOne([remove(line)])).toMatchObject({ outcome: 'applied' });
    expect((await sql.query('select from contract_lines where contract_id = $1', [contractId])).rows).toEqual(
      [],
    );
    expect(await clerk.sendOne([{ op: 'DELETE', table: 'payments', id: crypto.randomUUID() }])).toMatchObject(
      { code: 'not_allowed' },
    );
  });
});

describe('a document', () => {
  const document = (id: string, data: Readonly<Record<string, unknown>> = {}): Operation =>
    put(
      'documents',
      {
        counter_id: alpina.counters.zurichA,
        kind: 'contract',
        language: 'de',
        path: `${alpina.id}/${id}.pdf`,
        sha256: 'a'.repeat(64),
        size_bytes: 3,
        made_at: moment(0),
        ...data,
      },
      id,
    );

  test('names its own file, which is stored when it is there, and stays as it was', async () => {
    const id = crypto.randomUUID();
    for (const path of [
      `${lago.id}/${id}.pdf`,
      `${alpina.id}/other.pdf`,
      `${alpina.id}/../${lago.id}/${id}.pdf`,
    ]) {
      expect(await clerk.sendOne([document(id, { path })])).toMatchObject({ code: 'rule_broken' });
    }
    expect(await clerk.sendOne([document(id, { stored_at: moment(0) })])).toMatchObject({
      code: 'file_missing',
    });
    expect(await clerk.sendOne([document(id)])).toMatchObject({ outcome: 'applied' });
    // Another file is not this one.
    const another = `${alpina.id}/${crypto.randomUUID()}.pdf`;
    const file = new Blob(['pdf'], { type: 'application/pdf' });
    expect((await clerk.supabase.storage.from('contract-pdfs').upload(another, file)).error).toBeNull();
    const stored = (at: string | null) => clerk.sendOne([patch('documents', id, { stored_at: at })]);
    expect(await stored(moment(0))).toMatchObject({ code: 'file_missing' });
    const { error } = await clerk.supabase.storage
      .from('contract-pdfs')
      .upload(`${alpina.id}/${id}.pdf`, new Blob(['pdf'], { type: 'application/pdf' }));
    expect(error).toBeNull();
    expect(await stored(moment(0))).toMatchObject({ outcome: 'applied' });
    expect(await stored(moment(-1))).toMatchObject({ code: 'document_sealed' });
    expect(await stored(null)).toMatchObject({ code: 'document_sealed' });
    expect(await clerk.sendOne([patch('documents', id, { sha256: 'b'.repeat(64) })])).toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('values that are none', () => {
  test.each<[string, string, () => Operation]>([
    [
      'a signature nested without end',
      'bad_value',
      () => put('contracts', { signature: '['.repeat(200_000) }),
    ],
    ['an amount of 1e300', 'bad_value', () => put('payments', { amount: JSON.parse('1e300') as number })],
    ['an amount of NaN', 'bad_value', () => put('payments', { amount: 'NaN' })],
    ['half a Rappen', 'bad_value', () => put('payments', { amount: 0.5 })],
    [
      'a number that goes on',
      'rule_broken',
      () =>
        put('contracts', { ...walkIn({ ...facts, number: `ZRH-A-26-${'9'.repeat(5_000)}` }).ops[0]?.data }),
    ],
    [
      'an escaped U+0000 in a signature',
      'bad_value',
      () => put('contracts', { signature: String.raw`"\u0000"` }),
    ],
    ['nothing at all', 'not_allowed', () => ({ ...customer({}), data: {} })],
    ['a list', 'bad_value', () => ({ ...customer({}), data: JSON.parse('[1]') as Record<string, unknown> })],
    ['no id', 'field_missing', () => JSON.parse('{"op":"PUT","table":"customers","data":{}}') as Operation],
    ['a name that hides two', 'unknown_column', () => customer({ 'note,phone': 'x' })],
    ['an empty name', 'unknown_column', () => customer({ '': 'x' })],
  ])('are refused, and do not stop the next: %s', async (_name, code, make) => {
    const after = customer({ last_name: 'Danach' });
    const person = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
    const outcomes = await person.send([
      { tx_id: 1, ops: [make()] },
      { tx_id: 2, ops: [after] },
    ]);
    expect(outcomes).toMatchObject([{ outcome: 'refused', code }, { outcome: 'applied' }]);
  });

  test.each([
    ['beyond bigint', '99999999999999999999'],
    ['negative', '-1'],
    ['broken', '1.5'],
    ['a text', '"x"'],
    ['missing', 'null'],
  ])('a transaction number %s turns the call away', async (_name, txId) => {
    const { error } = await clerk.supabase.rpc('apply_changes', {
      client_id: 'numbers',
      counter_id: alpina.counters.zurichA,
      transactions: JSON.parse(`[{"tx_id": ${txId}, "ops": []}]`) as unknown,
    });
    expect(error).toMatchObject({ code: '22023' });
  });

  test('the last of two columns of one name counts, as everywhere', async () => {
    const id = crypto.randomUUID();
    const body = `{"client_id":"twice","counter_id":"${alpina.counters.zurichA}","transactions":[{"tx_id":1,"ops":[
      {"op":"PUT","table":"customers","id":"${id}","data":{"company_id":"${lago.id}","company_id":"${alpina.id}",
       "last_name":"Zweimal","id":"${theirs.customer}"}}]}]}`;
    const { data } = await clerk.supabase.auth.getSession();
    const answer = await fetch(`${backend.supabaseUrl}/rest/v1/rpc/apply_changes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${data.session?.access_token ?? ''}`,
        apikey: backend.anonKey,
        'content-type': 'application/json',
      },
      body,
    });
    expect(await answer.json()).toMatchObject([{ outcome: 'applied' }]);
    const { rows } = await sql.query('select company_id from customers where id = $1', [id]);
    expect(rows).toEqual([{ company_id: alpina.id }]);
  });
});

describe('people', () => {
  test('suspended a minute ago are turned away with the token they still have', async () => {
    const person = await signedIn(backend, demoPeople.chur, alpina.counters.churA);
    expect(await person.sendOne([customer({})])).toMatchObject({ outcome: 'applied' });
    await sql.query('update users set is_active = false where id = $1', [demoPeople.chur.id]);
    await expect(person.sendOne([customer({})])).rejects.toMatchObject({ code: '42501' });
    await sql.query('update users set is_active = true where id = $1', [demoPeople.chur.id]);
    expect(await person.sendOne([customer({})])).toMatchObject({ outcome: 'applied' });
  });

  test('who only look do not claim a counter, and nobody releases one', async () => {
    const claim = async (who: Person, device: string | null, takeOver: boolean | null = false) =>
      await who.supabase.rpc('claim_counter', {
        counter_id: alpina.counters.zurichB,
        device_id: device,
        take_over: takeOver,
      });
    const viewer = await signedIn(backend, demoPeople.viewer, alpina.counters.churA);
    const manager = await signedIn(backend, demoPeople.manager, alpina.counters.churA);
    expect((await claim(viewer, crypto.randomUUID())).error).toMatchObject({ code: '42501' });
    expect((await claim(clerk, crypto.randomUUID())).data).toEqual({ outcome: 'claimed' });
    expect((await claim(clerk, null)).error).toMatchObject({ code: '22004' });
    const another = crypto.randomUUID();
    expect((await claim(manager, another, null)).data).toEqual({ outcome: 'refused', code: 'counter_taken' });
    expect((await claim(manager, another, true)).data).toEqual({ outcome: 'claimed' });
  });

  test('do not call what is not for them', async () => {
    for (const name of ['remember_outcome', 'role_now', 'write_statements', 'check_moment']) {
      expect((await clerk.supabase.rpc(name, {})).error).toMatchObject({ code: 'PGRST202' });
    }
    expect((await clerk.supabase.rpc('custom_access_token_hook', { event: {} })).error).toMatchObject({
      code: '42501',
    });
  });

  test('name who acted, not who sends: anybody of the company, and nobody else', async () => {
    const event = (userId: string): Operation =>
      put(
        'audit_events',
        auditLink({ counterId: alpina.counters.zurichB, userId, sequence: (running += 1) }),
      );
    expect(await clerk.sendOne([event(demoPeople.chur.id)])).toMatchObject({ outcome: 'applied' });
    expect(await clerk.sendOne([event(demoPeople.lagoStaff.id)])).toMatchObject({
      code: 'missing_reference',
    });
    const received = { ...event(demoPeople.chur.id) };
    expect(
      await clerk.sendOne([{ ...received, data: { ...received.data, received_at: moment(-9) } }]),
    ).toMatchObject({ code: 'not_allowed' });
  });
});

test('files have plain names in the folder of the company, and stay as they are', async () => {
  const pdf = new Blob(['%PDF'], { type: 'application/pdf' });
  const png = new Blob(['png'], { type: 'image/png' });
  const upload = async (who: Person, bucket: string, path: string, body = pdf) =>
    (await who.supabase.storage.from(bucket).upload(path, body)).error;
  const id = crypto.randomUUID();
  expect(await upload(clerk, 'contract-pdfs', `${alpina.id}/${id}.pdf`)).toBeNull();
  expect(await upload(clerk, 'contract-photos', `${alpina.id}/${id}/front.png`, png)).toBeNull();
  for (const path of [
    `${lago.id}/${id}.pdf`,
    `${id}.pdf`,
    `${alpina.id}/a/b/c.pdf`,
    `${alpina.id}/.pdf`,
    `${alpina.id}/x.pdf.html`,
    `${alpina.id}/${id}.svg`,
  ]) {
    expect(await upload(clerk, 'contract-pdfs', path)).toMatchObject({ statusCode: '403' });
  }
  // What a gateway would not let through, asked of the policy itself.
  const { rows } = await sql.query<{ check: string }>(
    `select pg_get_expr(polwithcheck, polrelid) as check from pg_policy where polname = 'staff add files of their company'`,
  );
  expect(rows[0]?.check).toContain(
    "name ~ '^[0-9a-f-]{36}(/[A-Za-z0-9_-]{1,100}){1,2}[.](pdf|jpg|png|webp)$'",
  );
  const name = /name ~ '([^']+)'/.exec(rows[0]?.check ?? '')?.[1] ?? '';
  for (const path of [`${alpina.id}/../${lago.id}/x.pdf`, `${alpina.id}//x.pdf`, `${alpina.id}/..%2fx.pdf`]) {
    const asked = await sql.query<{ matches: boolean }>('select $1 ~ $2 as matches', [path, name]);
    expect(asked.rows).toEqual([{ matches: false }]);
  }
});
