import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople, lago } from '../seeds/demo-people.ts';
import { type Operation, type Person, signedIn } from './person.ts';
import { type WalkIn, moment, walkIn } from './walk-in.ts';

let backend: TestBackend;
let sql: pg.Pool;
let clerk: Person;
let facts: Omit<WalkIn, 'number'>;
let running = 50_000;

const nextNumber = (): string => `ZRH-A-27-${(running += 1)}`;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 4 });
  clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
  facts = await factsOf(0);
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

/** The n-th customer and a vehicle that is not out. */
async function factsOf(n: number): Promise<Omit<WalkIn, 'number'>> {
  const vehicle = await one<{ id: string; category_id: string; plate: string }>(
    `select v.id, v.category_id, v.plate from vehicles v
     where v.company_id = $1 and v.status = 'active'
       and not exists (select from contracts c where c.vehicle_id = v.id and c.signed_at is not null)
     order by v.id offset $2 limit 1`,
    [alpina.id, n],
  );
  const customer = await one<{ id: string }>(
    'select id from customers where company_id = $1 order by id offset $2 limit 1',
    [alpina.id, n],
  );
  return {
    companyId: alpina.id,
    branchId: alpina.branches.zurich,
    counterId: alpina.counters.zurichA,
    clerkId: demoPeople.zurich.id,
    customerId: customer.id,
    vehicle: { id: vehicle.id, categoryId: vehicle.category_id, plate: vehicle.plate },
  };
}

async function one<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const { rows } = await sql.query<Row>(text, [...values]);
  if (!rows[0]) throw new Error(`no row: ${text}`);
  return rows[0];
}

const count = async (text: string, values: readonly unknown[]): Promise<number> =>
  (await one<{ n: number }>(`select count(*)::int as n from ${text}`, values)).n;

const customer = (data: Readonly<Record<string, unknown>>): Operation => ({
  op: 'PUT',
  table: 'customers',
  id: crypto.randomUUID(),
  data: { company_id: alpina.id, kind: 'person', last_name: 'Muster', ...data },
});

describe('a transaction', () => {
  test('is applied whole: a signed contract with its driver and line', async () => {
    const { contractId, ops } = walkIn({ ...facts, number: nextNumber() });
    expect(await clerk.sendOne(ops)).toMatchObject({ outcome: 'applied' });
    expect(
      await one('select status, total::int, signature from contracts where id = $1', [contractId]),
    ).toEqual({
      status: 'out',
      total: 23_700,
      signature: {
        width: 600,
        height: 180,
        strokes: [
          [
            [1, 1],
            [99, 99],
          ],
        ],
      },
    });
    expect(await count('contract_lines where contract_id = $1', [contractId])).toBe(1);
  });

  test('that is sent again is not applied again, also at the same time', async () => {
    const { contractId, ops } = walkIn({ ...(await factsOf(1)), number: nextNumber() });
    const person = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA, 'client-repeats');
    const answers = await Promise.all([1, 2, 3].map(() => person.send([{ tx_id: 9, ops }])));
    expect(
      answers
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['already', 'already', 'applied']);
    expect(await count('contracts where id = $1', [contractId])).toBe(1);
  });

  test('is refused whole, kept with its payload, and does not stop the next one', async () => {
    const good = customer({ last_name: 'Vorher' });
    const bad: Operation = {
      ...customer({}),
      data: { company_id: alpina.id, kind: 'person', last_name: '' },
    };
    const after = customer({ last_name: 'Nachher' });
    const person = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA, 'client-refused');
    const outcomes = await person.send([
      { tx_id: 1, ops: [good, bad] },
      { tx_id: 2, ops: [after] },
    ]);
    expect(outcomes).toMatchObject([{ outcome: 'refused', code: 'rule_broken' }, { outcome: 'applied' }]);
    expect(await count('customers where id = $1', [good.id])).toBe(0);
    expect(await count('customers where id = $1', [after.id])).toBe(1);
    const kept = await one<{ payload: Operation[]; user_id: string }>(
      `select payload, user_id from refused_changes where client_id = 'client-refused'`,
    );
    expect(kept).toEqual({ payload: [good, bad], user_id: demoPeople.zurich.id });
    // Said again, the answer is the same, and the refusal is kept once.
    expect(await person.send([{ tx_id: 1, ops: [good, bad] }])).toMatchObject([
      { outcome: 'refused', code: 'rule_broken' },
    ]);
    expect(await count(`refused_changes where client_id = 'client-refused'`, [])).toBe(1);
  });

  test.each<[string, string, () => Operation]>([
    ['an unknown table', 'unknown_table', () => ({ ...customer({}), table: 'applied_transactions' })],
    ['a table of the catalogue', 'unknown_table', () => ({ ...customer({}), table: 'pg_authid' })],
    [
      'SQL for a table',
      'unknown_table',
      () => ({ ...customer({}), table: 'customers; drop table customers' }),
    ],
    ['an unknown column', 'unknown_column', () => customer({ nickname: 'Ueli' })],
    ['SQL for a column', 'unknown_column', () => customer({ 'note) values (1); --': 'x' })],
    ['a system column', 'unknown_column', () => customer({ ctid: '(0,1)' })],
    ['a wrong uuid', 'bad_value', () => ({ ...customer({}), id: 'not-a-uuid' })],
    ['a wrong date', 'bad_value', () => customer({ born_on: '1990-02-30' })],
    ['a language that is none', 'bad_value', () => customer({ language: 'rm' })],
    ['a field of 10 MB', 'field_too_large', () => customer({ note: 'x'.repeat(10 * 1024 * 1024) })],
    ['a name of 201 characters', 'rule_broken', () => customer({ last_name: 'x'.repeat(201) })],
    ['another company', 'not_allowed', () => customer({ company_id: lago.id })],
    ['no company', 'not_allowed', () => ({ ...customer({}), data: { kind: 'person', last_name: 'X' } })],
    ['a row that is not there', 'row_missing', () => ({ ...customer({}), op: 'PATCH', data: { note: 'x' } })],
    [
      'a server-owned column',
      'not_allowed',
      () => ({
        op: 'PUT',
        table: 'vehicles',
        id: facts.vehicle.id,
        data: { odometer_km: 1 },
      }),
    ],
    [
      'a new role for oneself',
      'not_allowed',
      () => ({
        op: 'PATCH',
        table: 'users',
        id: demoPeople.zurich.id,
        data: { role: 'owner' },
      }),
    ],
  ])('is refused for %s', async (_name, code, make) => {
    expect(await clerk.sendOne([make()])).toMatchObject({ outcome: 'refused', code });
  });

  test('that adds a row which is there changes what differs, and nothing when nothing does', async () => {
    const first = customer({ last_name: 'Zuerst', note: 'a' });
    const changed = { ...first, data: { ...first.data, note: 'b' } };
    const version = async () =>
      await one<{ note: string; version: string }>(
        'select note, xmin::text as version from customers where id = $1',
        [first.id],
      );
    expect(await clerk.sendOne([first])).toMatchObject({ outcome: 'applied' });
    const before = await version();
    // Beside a row that is new, so that the transaction is tried as new first.
    expect(await clerk.sendOne([customer({}), first])).toMatchObject({ outcome: 'applied' });
    expect(await version()).toEqual(before);
    expect(await clerk.sendOne([changed, customer({})])).toMatchObject({ outcome: 'applied' });
    expect((await version()).note).toBe('b');
    const moved = { ...first, data: { ...first.data, created_at: moment(-1) } };
    expect(await clerk.sendOne([moved])).toMatchObject({ outcome: 'refused', code: 'not_allowed' });
  });

  test('with a huge field is kept whole, and comes back short', async () => {
    const person = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA, 'client-huge');
    await person.sendOne([customer({ note: 'y'.repeat(300_000) })]);
    const kept = await one<{ short: number; whole: string }>(
      `select octet_length(payload::text) as short, whole_payload -> 0 -> 'data' ->> 'note' as whole
       from refused_changes where client_id = 'client-huge'`,
    );
    expect(kept.short).toBeLessThan(1_000);
    expect(kept.whole).toBe('y'.repeat(300_000));
  });
});

describe('people', () => {
  test('who only look are refused every write, and the attempt is kept', async () => {
    const viewer = await signedIn(backend, demoPeople.viewer, alpina.counters.zurichA, 'client-viewer');
    expect(await viewer.sendOne([customer({ last_name: 'Gast' })])).toMatchObject({
      outcome: 'refused',
      code: 'not_allowed',
    });
    expect(await count(`refused_changes where client_id = 'client-viewer'`, [])).toBe(1);
  });

  test('of another company neither read nor write nor use the counter', async () => {
    const thief = await signedIn(backend, demoPeople.lagoOwner, lago.counters.luganoA);
    const theirs = (
      await one<{ id: string }>('select id from customers where company_id = $1 limit 1', [alpina.id])
    ).id;
    expect(
      await thief.sendOne([
        { op: 'PATCH', table: 'customers', id: theirs, data: { last_name: 'Gestohlen' } },
      ]),
    ).toMatchObject({ outcome: 'refused', code: 'row_missing' });
    expect(await thief.sendOne([{ ...customer({ company_id: lago.id }), id: theirs }])).toMatchObject({
      outcome: 'refused',
      code: 'already_exists',
    });
    expect(await thief.sendOne([customer({ company_id: alpina.id })])).toMatchObject({ code: 'not_allowed' });
    const atTheirCounter = await signedIn(backend, demoPeople.lagoOwner, alpina.counters.zurichA);
    await expect(atTheirCounter.sendOne([customer({})])).rejects.toMatchObject({ code: '42501' });
    expect(
      (await one<{ last_name: string }>('select last_name from customers where id = $1', [theirs])).last_name,
    ).not.toBe('Gestohlen');
  });

  test('without a company get no token, suspended ones neither', async () => {
    await sql.query('update users set is_active = false where id = $1', [demoPeople.manager.id]);
    await expect(signedIn(backend, demoPeople.manager, alpina.counters.zurichA)).rejects.toMatchObject({
      status: 403,
    });
    await sql.query('update users set is_active = true where id = $1', [demoPeople.manager.id]);
    await expect(signedIn(backend, demoPeople.manager, alpina.counters.zurichA)).resolves.toBeDefined();
  });

  test('claim a counter for one machine; only a manager moves it', async () => {
    const claim = (who: Person, device: string, takeOver = false) =>
      who.supabase.rpc('claim_counter', {
        counter_id: alpina.counters.zurichB,
        device_id: device,
        take_over: takeOver,
      });
    const [one_, two] = [crypto.randomUUID(), crypto.randomUUID()];
    expect((await claim(clerk, one_)).data).toEqual({ outcome: 'claimed' });
    expect((await claim(clerk, one_)).data).toEqual({ outcome: 'claimed' });
    expect((await claim(clerk, two)).data).toEqual({ outcome: 'refused', code: 'counter_taken' });
    expect((await claim(clerk, two, true)).data).toEqual({ outcome: 'refused', code: 'counter_taken' });
    const manager = await signedIn(backend, demoPeople.manager, alpina.counters.zurichA);
    expect((await claim(manager, two, true)).data).toEqual({ outcome: 'claimed' });
  });
});

describe('what a counter runs', () => {
  const { zurichA, zurichB, churA } = alpina.counters;
  const says = async (who: Person, counterId: string, deviceId: string, version = '1.2.3') => {
    const { data, error } = await who.supabase.rpc('report_counter', {
      counter_id: counterId,
      device_id: deviceId,
      app_version: version,
    });
    return error ? error.code : (data as unknown);
  };
  const known = async (counterId: string) =>
    (
      await sql.query<{ app_version: string; last_seen_at: Date | null }>(
        'select app_version, last_seen_at from counters where id = $1',
        [counterId],
      )
    ).rows[0];
  const at = new Map([zurichA, zurichB, churA].map((id) => [id, crypto.randomUUID()]));
  const deviceOf = (counterId: string): string => at.get(counterId) ?? '';

  test('its machine says, and it is noted with the moment', async () => {
    for (const [id, device] of at)
      await sql.query('update counters set device_id = $2 where id = $1', [id, device]);
    expect(await known(zurichA)).toEqual({ app_version: '', last_seen_at: null });
    expect(await says(clerk, zurichA, deviceOf(zurichA))).toEqual({ outcome: 'noted' });
    expect(await known(zurichA)).toEqual({ app_version: '1.2.3', last_seen_at: expect.any(Date) });
  });

  test('a new version is noted at once, the same one not before it is about an hour old', async () => {
    const before = await known(zurichA);
    expect(await says(clerk, zurichA, deviceOf(zurichA))).toEqual({ outcome: 'noted' });
    expect(await known(zurichA)).toEqual(before);
    await says(clerk, zurichA, deviceOf(zurichA), '1.2.4');
    expect(await known(zurichA)).toMatchObject({ app_version: '1.2.4' });
    await sql.query(`update counters set last_seen_at = now() - interval '51 minutes' where id = $1`, [
      zurichA,
    ]);
    await says(clerk, zurichA, deviceOf(zurichA), '1.2.4');
    const { rows } = await sql.query(
      `select last_seen_at > now() - interval '1 minute' as anew from counters where id = $1`,
      [zurichA],
    );
    expect(rows).toEqual([{ anew: true }]);
  });

  test('nobody says it of a counter that is not theirs, or that their machine is not', async () => {
    const thief = await signedIn(backend, demoPeople.lagoOwner, lago.counters.luganoA);
    const viewer = await signedIn(backend, demoPeople.viewer, zurichB);
    expect(await says(thief, zurichB, deviceOf(zurichB))).toBe('42501');
    expect(await says(viewer, zurichB, deviceOf(zurichB))).toBe('42501');
    expect(await says(clerk, churA, deviceOf(churA))).toBe('42501');
    const another = { outcome: 'refused', code: 'counter_taken' };
    expect(await says(clerk, zurichB, deviceOf(zurichA))).toEqual(another);
    expect(await says(clerk, zurichB, crypto.randomUUID())).toEqual(another);
    expect(await says(clerk, zurichB, deviceOf(zurichB), 'one')).toBe('22023');
    for (const id of [zurichB, churA])
      expect(await known(id)).toEqual({ app_version: '', last_seen_at: null });
    // Not even as an owner, past the function.
    const owner = await signedIn(backend, demoPeople.owner, zurichB);
    const patch = { op: 'PATCH', table: 'counters', id: zurichB, data: { app_version: '9.9.9' } } as const;
    expect(await owner.sendOne([patch])).toMatchObject({ outcome: 'refused' });
    expect(await known(zurichB)).toMatchObject({ app_version: '' });
  });
});

describe('a contract', () => {
  test('does not change once signed, but comes back', async () => {
    const { contractId, ops } = walkIn({ ...(await factsOf(2)), number: nextNumber() });
    await clerk.sendOne(ops);
    const patch = (data: Record<string, unknown>): Operation => ({
      op: 'PATCH',
      table: 'contracts',
      id: contractId,
      data,
    });
    expect(await clerk.sendOne([patch({ total: 1 })])).toMatchObject({ code: 'contract_frozen' });
    expect(await clerk.sendOne([patch({ number: 'ZRH-A-27-99999' })])).toMatchObject({
      code: 'contract_frozen',
    });
    const [, , line] = ops;
    expect(
      await clerk.sendOne([
        { op: 'PATCH', table: 'contract_lines', id: line!.id, data: { label: 'anders' } },
      ]),
    ).toMatchObject({ code: 'contract_frozen' });
    expect(await clerk.sendOne([{ op: 'DELETE', table: 'contract_lines', id: line!.id }])).toMatchObject({
      code: 'contract_frozen',
    });
    expect(await clerk.sendOne([patch({ status: 'quote' })])).toMatchObject({ code: 'illegal_step' });
    expect(await clerk.sendOne([patch({ status: 'returned', returned_at: moment(-1.02) })])).toMatchObject({
      outcome: 'applied',
    });
  });

  test('is refused when its lines do not add up, or its number is taken', async () => {
    const where = await factsOf(3);
    const wrong = walkIn({ ...where, number: nextNumber(), total: 100, lineAmount: 99 });
    expect(await clerk.sendOne(wrong.ops)).toMatchObject({ code: 'total_mismatch' });
    const number = nextNumber();
    await clerk.sendOne(walkIn({ ...where, number }).ops);
    expect(await clerk.sendOne(walkIn({ ...where, number }).ops)).toMatchObject({ code: 'already_exists' });
  });

  test('negative amounts are refused', async () => {
    const { contractId, ops } = walkIn({ ...(await factsOf(4)), number: nextNumber() });
    await clerk.sendOne(ops);
    const payment: Operation = {
      op: 'PUT',
      table: 'payments',
      id: crypto.randomUUID(),
      data: {
        company_id: alpina.id,
        branch_id: alpina.branches.zurich,
        counter_id: alpina.counters.zurichA,
        clerk_id: demoPeople.zurich.id,
        contract_id: contractId,
        kind: 'payment',
        method: 'cash',
        amount: -5,
        paid_at: moment(-4),
      },
    };
    const outcome = await clerk.sendOne([payment]);
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'rule_broken' });
    expect(outcome.message).toContain('payments_are_positive');
  });

  test('twice for one vehicle stands twice, with one conflict, also when both arrive at once', async () => {
    const where = await factsOf(5);
    const chur = await signedIn(backend, demoPeople.chur, alpina.counters.churA);
    const first = walkIn({ ...where, number: nextNumber() });
    const second = walkIn({
      ...where,
      branchId: alpina.branches.chur,
      counterId: alpina.counters.churA,
      clerkId: demoPeople.chur.id,
      number: 'CHR-A-27-50001',
    });
    const outcomes = await Promise.all([clerk.sendOne(first.ops), chur.sendOne(second.ops)]);
    expect(outcomes).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    const { rows } = await sql.query(
      `select kind, array[contract_id, other_contract_id] as pair from conflicts where vehicle_id = $1`,
      [where.vehicle.id],
    );
    expect(rows).toEqual([{ kind: 'double_check_out', pair: [first.contractId, second.contractId].sort() }]);
  });

  test('one after the other is no conflict', async () => {
    const where = await factsOf(6);
    const first = walkIn({ ...where, number: nextNumber() });
    const sent = [await clerk.sendOne(first.ops)];
    sent.push(
      await clerk.sendOne([
        {
          op: 'PATCH',
          table: 'contracts',
          id: first.contractId,
          data: { status: 'returned', returned_at: moment(-1.02) },
        },
      ]),
      await clerk.sendOne(
        walkIn({
          ...where,
          number: nextNumber(),
          startsAt: moment(-0.9),
          endsAt: moment(1),
        }).ops,
      ),
    );
    expect(sent.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    expect(await count('conflicts where vehicle_id = $1', [where.vehicle.id])).toBe(0);
  });
});

test('an odometer that goes back is flagged, and the vehicle follows its last handover', async () => {
  const where = await factsOf(7);
  const before = (
    await one<{ odometer_km: number }>('select odometer_km from vehicles where id = $1', [where.vehicle.id])
  ).odometer_km;
  const { contractId, ops } = walkIn({ ...where, number: nextNumber() });
  const handover = (km: number, kind: string, at: string): Operation => ({
    op: 'PUT',
    table: 'handovers',
    id: crypto.randomUUID(),
    data: {
      company_id: alpina.id,
      contract_id: contractId,
      vehicle_id: where.vehicle.id,
      counter_id: alpina.counters.zurichA,
      clerk_id: demoPeople.zurich.id,
      kind,
      handed_over_at: at,
      odometer_km: km,
      fuel_eighths: 5,
    },
  });
  await clerk.sendOne([...ops, handover(before + 4, 'check_out', moment(-4))]);
  expect(
    await one('select odometer_km, fuel_eighths from vehicles where id = $1', [where.vehicle.id]),
  ).toEqual({ odometer_km: before + 4, fuel_eighths: 5 });
  expect(await clerk.sendOne([handover(before - 100, 'check_in', moment(-1.02))])).toMatchObject({
    outcome: 'applied',
  });
  expect(
    await one('select kind, details from conflicts where vehicle_id = $1', [where.vehicle.id]),
  ).toMatchObject({
    kind: 'odometer_back',
    details: { before: before + 4, now: before - 100 },
  });
});

test('a handover whose damages have another form is refused with its contract, and the next one is applied', async () => {
  const where = await factsOf(8);
  const sent = (damages: string) => {
    const { contractId, ops } = walkIn({ ...where, number: nextNumber() });
    const signing = ops.at(-1)!;
    const handover: Operation = {
      op: 'PUT',
      table: 'handovers',
      id: crypto.randomUUID(),
      data: {
        company_id: alpina.id,
        contract_id: contractId,
        vehicle_id: where.vehicle.id,
        counter_id: alpina.counters.zurichA,
        clerk_id: demoPeople.zurich.id,
        kind: 'check_out',
        handed_over_at: moment(-4),
        odometer_km: 300_000,
        fuel_eighths: 8,
        damages,
      },
    };
    return [...ops.slice(0, -1), handover, signing];
  };
  const damage = { view: 'left', x: 1, y: 2, kind: 'dent', size: 'small', note: 'Beule', status: 'known' };
  const whole = { ...damage, id: crypto.randomUUID(), found_at: moment(-9) };
  for (const [code, damages] of [
    ['damages_malformed', JSON.stringify([damage])],
    ['damages_malformed', 'null'],
    // What jsonb cannot hold comes to no rule.
    ['bad_value', '[{'],
    ['bad_value', JSON.stringify([{ ...whole, note: '\u0000' }])],
  ] as const)
    expect({ damages, ...(await clerk.sendOne(sent(damages))) }).toMatchObject({ outcome: 'refused', code });
  const ops = sent(JSON.stringify([whole]));
  expect(await clerk.sendOne(ops)).toMatchObject({ outcome: 'applied' });
  expect(await one('select damages from handovers where id = $1', [ops.at(-2)?.id])).toEqual({
    damages: [whole],
  });
});

test('every table has row level security, and nobody without a sign-in may touch one', async () => {
  const { rows } = await sql.query(
    `select c.relname from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and (not c.relrowsecurity or has_any_column_privilege('anon', c.oid, 'select, insert, update'))`,
  );
  expect(rows).toEqual([]);
  const functions = await sql.query(
    `select p.proname from pg_proc p
     where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and has_function_privilege('anon', p.oid, 'execute')`,
  );
  expect(functions.rows).toEqual([]);
});
