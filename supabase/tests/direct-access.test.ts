import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { type DemoSignIn, alpina, demoPeople, lago } from '../seeds/demo-people.ts';
import { type Direct, directly } from './direct.ts';

let backend: TestBackend;
let sql: pg.Pool;
const ids: Record<string, string> = {};

const denied = '42501';
const refused = 'RF000';

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  const remember = async (name: string, text: string): Promise<void> => {
    const { rows } = await sql.query<{ id: string }>(text);
    if (!rows[0]) throw new Error(`no ${name}`);
    ids[name] = rows[0].id;
  };
  for (const [name, company] of [
    ['own', alpina.id],
    ['theirs', lago.id],
  ] as const) {
    const of = (table: string, more = ''): string =>
      `select id from ${table} where company_id = '${company}' ${more} order by id limit 1`;
    await remember(`${name}.customer`, of('customers'));
    await remember(`${name}.vehicle`, of('vehicles'));
    await remember(`${name}.contract`, of('contracts', 'and signed_at is not null'));
    await remember(`${name}.line`, of('contract_lines'));
    await sql.query(
      `insert into conflicts (company_id, kind, vehicle_id, contract_id)
       select company_id, 'odometer_back', vehicle_id, id from contracts where id = $1`,
      [ids[`${name}.contract`]],
    );
    await remember(`${name}.conflict`, of('conflicts'));
    await sql.query(
      `insert into refused_changes (company_id, counter_id, user_id, client_id, tx_id, code, message, payload)
       select company_id, id, (select u.id from users u where u.company_id = c.company_id limit 1), 'c', 1, 'x', '', '[]'
       from counters c where company_id = $1 limit 1`,
      [company],
    );
    await remember(`${name}.refusal`, of('refused_changes'));
  }
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

const once = async (who: DemoSignIn, text: string, ...values: unknown[]): Promise<Direct> =>
  (await directly(sql, who, [[text, ...values]]))[0] ?? 'nothing';

describe('with a token, past the counter', () => {
  test('nothing of another company is read', async () => {
    const tables = await sql.query<{ name: string }>('select name from private.synced_tables order by name');
    expect(tables.rows.length).toBe(41);
    const statements = tables.rows.map(({ name }): [string, string] => [
      `select from public.${name} where ${name === 'companies' ? 'id' : 'company_id'} <> $1`,
      lago.id,
    ]);
    const theirs = await directly(sql, demoPeople.lagoOwner, statements);
    expect(theirs).toEqual(statements.map(() => 0));
    // The same question, asked as oneself, is answered.
    expect(await once(demoPeople.lagoOwner, 'select from customers')).toBeGreaterThan(0);
  });

  test('nothing of another company is changed or removed, not even by an owner', async () => {
    const { lagoOwner } = demoPeople;
    expect(
      await directly(sql, lagoOwner, [
        [`update customers set note = 'x' where id = $1`, ids['own.customer']],
        [`update vehicles set plate = 'x' where id = $1`, ids['own.vehicle']],
        [`update companies set name = 'x' where id = $1`, alpina.id],
        [`update users set role = 'viewer' where id = $1`, demoPeople.owner.id],
        [`delete from contract_lines where id = $1`, ids['own.line']],
        [
          `update conflicts set settled_at = now(), settled_by = $2 where id = $1`,
          ids['own.conflict'],
          lagoOwner.id,
        ],
        [`update customers set note = 'x' where id = $1`, ids['theirs.customer']],
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  test('a row of one’s own cannot hang on one of another company', async () => {
    const { zurich } = demoPeople;
    const payment = `insert into payments (id, company_id, branch_id, counter_id, clerk_id, contract_id, kind, method, amount, paid_at)
      values (gen_random_uuid(), $1, $2, $3, $4, $5, 'payment', 'cash', 100, now())`;
    const own = [alpina.id, alpina.branches.zurich, alpina.counters.zurichA, zurich.id, ids['own.contract']];
    const instead = (at: number, value: unknown): unknown[] =>
      own.map((v, index) => (index === at ? value : v));
    expect(
      await directly(sql, zurich, [
        [payment, ...own],
        [payment, ...instead(0, lago.id)],
        [payment, ...instead(1, lago.branches.lugano)],
        [payment, ...instead(2, lago.counters.luganoA)],
        [payment, ...instead(3, demoPeople.lagoStaff.id)],
        [payment, ...instead(4, ids['theirs.contract'])],
      ]),
    ).toEqual([1, denied, denied, denied, '23503', '23503']);
  });

  test('conflicts and refusals are settled once, by somebody of the company, and nothing else', async () => {
    const { zurich, chur, viewer, lagoStaff } = demoPeople;
    for (const [table, id, note] of [
      ['conflicts', ids['own.conflict'], 'settled_reason'],
      ['refused_changes', ids['own.refusal'], 'settled_note'],
    ]) {
      const settle = `update ${table} set settled_at = now(), settled_by = $2, ${note} = 'gut' where id = $1`;
      expect(await once(viewer, settle, id, viewer.id)).toBe(0);
      expect(await once(zurich, settle, id, lagoStaff.id)).toBe('23503');
      expect(await once(zurich, settle, id, null)).toBe('23514');
      expect(
        await directly(sql, zurich, [
          [`delete from ${table}`],
          [`update ${table} set created_at = now() where id = $1`, id],
          [`update ${table} set company_id = company_id where id = $1`, id],
          // Whoever was at the counter settled it; the session that uploads it may be another's.
          [settle, id, chur.id],
          [settle, id, zurich.id],
          [`update ${table} set settled_at = null, settled_by = null, ${note} = null where id = $1`, id],
        ]),
      ).toEqual([denied, denied, denied, 1, refused, refused]);
    }
    const made = await directly(sql, zurich, [
      [
        `insert into conflicts (company_id, kind, vehicle_id, contract_id) values ($1, 'odometer_back', $2, $3)`,
        alpina.id,
        ids['own.vehicle'],
        ids['own.contract'],
      ],
      [
        `insert into refused_changes (company_id, counter_id, user_id, client_id, tx_id, code, message, payload)
         values ($1, $2, $3, 'x', 1, 'x', 'x', '[]')`,
        alpina.id,
        alpina.counters.zurichA,
        zurich.id,
      ],
    ]);
    expect(made).toEqual([denied, denied]);
  });

  test('what the server keeps is not written: odometers, claims, times of arrival, the ledger', async () => {
    const { owner } = demoPeople;
    expect(
      await directly(sql, owner, [
        [`update vehicles set odometer_km = 1 where id = $1`, ids['own.vehicle']],
        [`update vehicles set fuel_eighths = 1 where id = $1`, ids['own.vehicle']],
        [`update counters set device_id = gen_random_uuid() where id = $1`, alpina.counters.zurichB],
        [`update counters set letter = 'Z' where id = $1`, alpina.counters.zurichB],
        [`update audit_events set received_at = now()`],
        [`delete from audit_events`],
        [`update payments set amount = 1`],
        [`update handovers set odometer_km = 1`],
        [`select * from private.applied_transactions`],
        [`insert into private.synced_tables values ('x')`],
        [`update vehicles set parking_place = 'A1' where id = $1`, ids['own.vehicle']],
      ]),
    ).toEqual([denied, denied, denied, denied, denied, denied, denied, denied, denied, denied, 1]);
  });
});

describe('roles', () => {
  const role = (name: string): string => `update users set role = '${name}' where id = $1`;

  test('are given by owners, in their own company', async () => {
    const { owner, manager, zurich, lagoStaff } = demoPeople;
    expect(await once(zurich, role('owner'), zurich.id)).toBe(0);
    expect(await once(manager, role('owner'), manager.id)).toBe(0);
    expect(await once(owner, role('manager'), zurich.id)).toBe(1);
    expect(await once(owner, role('viewer'), lagoStaff.id)).toBe(0);
    expect(await once(owner, `update users set company_id = $2 where id = $1`, zurich.id, lago.id)).toBe(
      denied,
    );
    expect(await once(owner, `update users set id = gen_random_uuid() where id = $1`, zurich.id)).toBe(
      denied,
    );
    expect(
      await once(
        owner,
        `insert into users (id, company_id, role, display_name) values ($1, $2, 'owner', 'X')`,
        crypto.randomUUID(),
        alpina.id,
      ),
    ).toBe(denied);
    expect(
      await once(owner, 'update users set branch_id = $2 where id = $1', zurich.id, lago.branches.lugano),
    ).toBe('23503');
  });

  test('the last owner stays one', async () => {
    const { owner, manager } = demoPeople;
    expect(
      await directly(sql, owner, [
        [role('staff'), owner.id],
        [`update users set is_active = false where id = $1`, owner.id],
        [`update users set display_name = 'R. Steiner' where id = $1`, owner.id],
        [role('owner'), manager.id],
        [role('staff'), owner.id],
      ]),
    ).toEqual([refused, refused, 1, 1, 1]);
  });

  test('that were taken away are gone at once, whatever the token still says', async () => {
    const { owner, zurich } = demoPeople;
    const note = `update customers set note = 'x' where id = $1`;
    const claimsToBe = async (who: DemoSignIn, user_role: string): Promise<Direct[]> =>
      await directly(
        sql,
        who,
        [
          [note, ids['own.customer']],
          [role('owner'), who.id],
        ],
        { user_role },
      );
    expect(await claimsToBe(zurich, 'owner')).toEqual([1, 0]);
    await sql.query('update users set is_active = false where id = $1', [zurich.id]);
    expect(await claimsToBe(zurich, 'staff')).toEqual([0, 0]);
    await sql.query('update users set is_active = true where id = $1', [zurich.id]);
    // A token of another company with one's own name.
    expect(await directly(sql, owner, [[note, ids['theirs.customer']]], { company_id: lago.id })).toEqual([
      0,
    ]);
  });
});

test('the token hook answers Supabase Auth alone, with the company and role of the database', async () => {
  const { zurich, owner } = demoPeople;
  expect(await once(owner, `select public.custom_access_token_hook('{}')`)).toBe(denied);
  const event = {
    user_id: zurich.id,
    claims: { sub: zurich.id, role: 'authenticated', user_role: 'owner', company_id: lago.id },
  };
  const { rows } = await sql.query<{ hook: { claims: unknown } }>(
    'select public.custom_access_token_hook($1) as hook',
    [JSON.stringify(event)],
  );
  expect(rows[0]?.hook.claims).toEqual({
    sub: zurich.id,
    role: 'authenticated',
    user_role: 'staff',
    company_id: alpina.id,
  });
  const stranger = await sql.query<{ hook: unknown }>('select public.custom_access_token_hook($1) as hook', [
    JSON.stringify({ user_id: crypto.randomUUID(), claims: {} }),
  ]);
  expect(stranger.rows[0]?.hook).toMatchObject({ error: { http_code: 403 } });
});
