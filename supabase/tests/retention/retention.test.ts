import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';
import { oldRental } from './old-rental.ts';

let backend: TestBackend;
let sql: pg.Client;

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Client({ connectionString: backend.databaseUrl });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await backend.stop();
});

beforeEach(async () => {
  await sql.query('begin');
});

afterEach(async () => {
  await sql.query('rollback');
});

async function one<T>(text: string, ...values: readonly unknown[]): Promise<T> {
  const { rows } = await sql.query<{ value: T }>(text, [...values]);
  if (!rows[0]) throw new Error('no row');
  return rows[0].value;
}

const call = (name: string, at: string): Promise<number> =>
  one<string>(`select private.${name}($1) as value`, at).then(Number);

const count = (table: string, id: string): Promise<number> =>
  one<string>(`select count(*) as value from ${table} where $1 in (id::text)`, id).then(Number);

describe('partitions', () => {
  test('are made ahead by month, once', async () => {
    expect(await one('select private.make_partitions(2, $1) as value', '2031-11-20')).toBe(12);
    expect(await one('select private.make_partitions(2, $1) as value', '2031-11-30T23:59:59Z')).toBe(0);
    const { rows } = await sql.query(
      `select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound from pg_class c
       where c.relkind = 'r' and c.relname like 'logs_203%' order by 1`,
    );
    expect(rows).toEqual([
      {
        name: 'logs_2031_11',
        bound: expect.stringContaining(`FROM ('2031-11-01 00:00:00+00') TO ('2031-12-01`),
      },
      { name: 'logs_2031_12', bound: expect.stringContaining(`TO ('2032-01-01 00:00:00+00')`) },
      { name: 'logs_2032_01', bound: expect.any(String) },
    ]);
  });

  test('take over what waited in the default one, sealed rows too', async () => {
    await sql.query(
      `insert into private.audit_receipts (event_id, company_id, counter_id, sequence, hash, arrival, key, received_at)
       values (gen_random_uuid(), $1, $2, 1, repeat('a', 64), 'follows', 'known', '2033-05-31T23:59:59.999Z')`,
      [alpina.id, alpina.counters.churA],
    );
    const where = () =>
      one<string>(
        `select tableoid::regclass::text as value from private.audit_receipts where counter_id = $1`,
        alpina.counters.churA,
      );
    expect(await where()).toBe('private.audit_receipts_default');
    await sql.query(`select private.make_partitions(0, '2033-05-02')`);
    expect(await where()).toBe('private.audit_receipts_2033_05');
    for (const table of ['audit_receipts_default', 'audit_receipts_2033_05', 'audit_receipts']) {
      await sql.query('savepoint before');
      await expect(sql.query(`truncate private.${table}`)).rejects.toMatchObject({ detail: 'sealed' });
      await sql.query('rollback to before');
      await expect(sql.query(`delete from private.audit_receipts`)).rejects.toMatchObject({
        detail: 'sealed',
      });
      await sql.query('rollback to before');
    }
  });
});

describe('what is not kept', () => {
  test.each([
    ['logs', 'logged_at', 30, `(level, source, message, logged_at) values ('info', 'test', 'x', $1)`],
    [
      'analytics_events',
      'occurred_at',
      90,
      `(company_id, name, occurred_at) values (gen_random_uuid(), 'test', $1)`,
    ],
    ['security_events', 'occurred_at', 90, `(kind, code, occurred_at) values ('auth_failure', 'test', $1)`],
  ])('%s', async (table, moment, days, row) => {
    const at = new Date('2031-07-10T12:00:00Z');
    const aged = (seconds: number): string =>
      new Date(at.getTime() - days * 86_400_000 - seconds * 1000).toISOString();
    await sql.query(`select private.make_partitions(3, $1::timestamptz - interval '2 months')`, [aged(0)]);
    // A whole month too old, just too old, and just young enough; the first without a partition of its month.
    for (const seconds of [120 * 86_400, 1, -1])
      await sql.query(`insert into private.${table} ${row}`, [aged(seconds)]);
    await sql.query(`select private.drop_expired_partitions($1)`, [at.toISOString()]);
    const { rows } = await sql.query(
      `select ${moment} as moment from private.${table} where ${moment} > '2030-01-01'`,
    );
    expect(rows).toEqual([{ moment: new Date(aged(-1)) }]);
    expect(await one(`select to_regclass('private.${table}_2031_01') as value`)).toBeNull();
  });

  test('transactions that are older than any fact the server takes', async () => {
    await sql.query(
      `insert into private.applied_transactions (company_id, client_id, tx_id, payload_hash, counter_id, user_id, outcome, applied_at)
       select $1, 'old', n, 'x', $2, $3, 'applied', timestamptz '2030-01-01' + n * interval '1 day' from generate_series(1, 3) n`,
      [alpina.id, alpina.counters.zurichA, demoPeople.zurich.id],
    );
    await call('prune_applied_transactions', '2031-02-07T00:00:00Z');
    expect(
      (
        await sql.query(
          `select tx_id::int as tx from private.applied_transactions where client_id = 'old' order by 1`,
        )
      ).rows,
    ).toEqual([{ tx: 2 }, { tx: 3 }]);
  });
});

describe('the jobs of a night', () => {
  test('run one by one: one that fails is logged, and the others run', async () => {
    await sql.query(`create function private.broken(at timestamptz) returns bigint language plpgsql as
      $$ begin raise exception 'Eva Muster'; end $$; insert into private.jobs values ('broken', 0)`);
    const { rows } = await sql.query<{ job: string; outcome: string }>('select * from private.run_jobs()');
    expect(rows.map(({ job, outcome }) => [job, outcome])).toEqual([
      ['broken', 'P0001'],
      ...[
        'make_next_partitions',
        'drop_expired_partitions',
        'prune_applied_transactions',
        'prune_counter_sessions',
        'mask_people',
        'finish_erasures',
        'remove_expired_documents',
        'move_shelves',
        'prune_stream_passes',
        'forget_bank_entries',
      ].map((job) => [job, 'done']),
    ]);
    const logged = await sql.query(
      `select level, source, message, details::text from private.logs where level = 'error'`,
    );
    expect(logged.rows).toMatchObject([{ source: 'jobs.broken' }]);
    expect(JSON.stringify(logged.rows)).not.toContain('Muster');
  });

  test('are not scheduled without pg_cron, and it is said', async () => {
    expect(await one('select private.schedule_jobs() as value')).toBe(false);
  });
});

describe('birth date and licence', () => {
  const driver = (contractId: string) =>
    one(
      `select jsonb_build_object('born', born_on, 'licence', licence_number, 'since', licence_since, 'name', last_name,
         'masked', masked_at is not null) as value from contract_drivers where contract_id = $1`,
      contractId,
    );
  const customer = (id: string) =>
    one(
      `select jsonb_build_object('born', born_on, 'licence', licence_number, 'name', last_name, 'town', town) as value
       from customers where id = $1`,
      id,
    );
  const known = { born: '1980-05-05', licence: '003700000001', name: 'Muster' };

  test('are masked six months after the return, to the day; the name stays', async () => {
    const { contractId, customerId } = await oldRental(sql, { returnedAt: '2026-03-15T10:00:00Z' });
    await call('mask_people', '2026-09-15T10:00:00Z');
    expect(await driver(contractId)).toMatchObject({ ...known, masked: false });
    expect(await customer(customerId)).toMatchObject(known);
    await call('mask_people', '2026-09-15T10:00:01Z');
    expect(await driver(contractId)).toEqual({
      born: '1900-01-01',
      licence: '',
      since: '1900-01-01',
      name: 'Muster',
      masked: true,
    });
    expect(await customer(customerId)).toEqual({ born: null, licence: '', name: 'Muster', town: 'Thun' });
  });

  test('stay while a bill is open, and go when it is paid', async () => {
    const { contractId, customerId, invoiceId } = await oldRental(sql, {
      returnedAt: '2026-03-15T10:00:00Z',
      paid: false,
    });
    await call('mask_people', '2026-12-01T00:00:00Z');
    expect(await driver(contractId)).toMatchObject({ ...known, masked: false });
    expect(await customer(customerId)).toMatchObject(known);
    await sql.query(
      `insert into payments (id, company_id, branch_id, counter_id, clerk_id, invoice_id, kind, method, amount, paid_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'payment', 'bank', 10000, now())`,
      [alpina.id, alpina.branches.zurich, alpina.counters.zurichA, demoPeople.zurich.id, invoiceId],
    );
    await call('mask_people', '2026-12-01T00:00:00Z');
    expect(await driver(contractId)).toMatchObject({ masked: true });
  });

  test.each([
    ['another name', `last_name = 'Anders', masked_at = now()`],
    [
      'no mark',
      `born_on = '1900-01-01', licence_number = '', licence_since = '1900-01-01', licence_expires_on = null`,
    ],
    [
      'another date',
      `born_on = '1970-01-01', licence_number = '', licence_since = '1900-01-01', masked_at = now()`,
    ],
  ])('are masked to nothing else, also by the owner of the database: %s', async (_what, change) => {
    const { contractId } = await oldRental(sql, { returnedAt: '2026-03-15T10:00:00Z' });
    await expect(
      sql.query(`update contract_drivers set ${change} where contract_id = $1`, [contractId]),
    ).rejects.toMatchObject({
      detail: 'contract_frozen',
    });
  });
});

describe('legal documents', () => {
  test.each([
    [12, '2014-01-01', '2024-12-31'],
    [12, '2014-12-31', '2024-12-31'],
    [6, '2014-06-30', '2024-06-30'],
    [6, '2014-07-01', '2025-06-30'],
    [2, '2013-03-01', '2024-02-29'],
    [2, '2016-02-29', '2026-02-28'],
  ])(
    'are kept ten years from the end of the year that ends with month %i: %s until %s',
    async (month, day, until) => {
      await sql.query('update companies set financial_year_end_month = $2 where id = $1', [alpina.id, month]);
      expect(await one('select private.kept_until($1, $2)::text as value', alpina.id, day)).toBe(until);
    },
  );

  test('go on the day after, whole, and not on the day before', async () => {
    const { contractId, invoiceId } = await oldRental(sql, { returnedAt: '2014-06-15T10:00:00Z' });
    expect(await call('remove_expired_documents', '2024-12-31T22:00:00Z')).toBe(0);
    expect([await count('contracts', contractId), await count('invoices', invoiceId)]).toEqual([1, 1]);
    expect(await call('remove_expired_documents', '2024-12-31T23:00:00Z')).toBe(3);
    expect([await count('contracts', contractId), await count('invoices', invoiceId)]).toEqual([0, 0]);
  });

  test('stay together: a contract as long as a bill of a later year', async () => {
    const { contractId, invoiceId } = await oldRental(sql, { returnedAt: '2014-06-15T10:00:00Z' });
    await sql.query('set session_replication_role = replica');
    await sql.query(`update invoices set issued_on = '2015-01-05', due_on = '2015-01-05' where id = $1`, [
      invoiceId,
    ]);
    await sql.query('reset session_replication_role');
    await call('remove_expired_documents', '2025-06-01T00:00:00Z');
    expect([await count('contracts', contractId), await count('invoices', invoiceId)]).toEqual([1, 1]);
    expect(
      await one(`select count(*)::int as value from contract_lines where contract_id = $1`, contractId),
    ).toBe(1);
    await call('remove_expired_documents', '2026-01-01T00:00:00Z');
    expect([await count('contracts', contractId), await count('invoices', invoiceId)]).toEqual([0, 0]);
  });

  test('are not held back by a damage that was found before the rental, and is not mended', async () => {
    const { contractId } = await oldRental(sql, { returnedAt: '2014-06-15T10:00:00Z' });
    const [handoverId, damageId, between] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    await sql.query('set session_replication_role = replica');
    await sql.query(
      `insert into handovers (id, company_id, contract_id, vehicle_id, counter_id, clerk_id, kind, handed_over_at, odometer_km, fuel_eighths)
        select $2, company_id, id, vehicle_id, counter_id, clerk_id, 'check_out', starts_at, 1, 8 from contracts where id = $1`,
      [contractId, handoverId],
    );
    await sql.query(
      `insert into damages (id, company_id, vehicle_id, handover_id, view, x, y, kind, size, found_at)
        select n.id, h.company_id, h.vehicle_id, n.handover_id, 'rear', 400, 500, 'dent', 'small', h.handed_over_at
        from handovers h, (values ($2::uuid, $1::uuid), ($3::uuid, null)) n (id, handover_id) where h.id = $1`,
      [handoverId, damageId, between],
    );
    await sql.query('reset session_replication_role');
    await call('remove_expired_documents', '2024-12-31T23:00:00Z');
    expect([await count('contracts', contractId), await count('damages', damageId)]).toEqual([0, 0]);
    // What was found in between names nobody, and is known until it is mended.
    expect(await count('damages', between)).toBe(1);
  });

  test('go never earlier, whatever clock the job is given and whoever asks', async () => {
    const { contractId, invoiceId } = await oldRental(sql, { returnedAt: '2017-06-15T10:00:00Z' });
    for (const role of ['postgres', 'service_role']) {
      for (const text of [
        `select private.remove_expired_documents('2040-01-01')`,
        `delete from contracts where id = '${contractId}'`,
        `delete from invoices where id = '${invoiceId}'`,
        `delete from invoice_lines where invoice_id = '${invoiceId}'`,
        `delete from contract_lines where contract_id = '${contractId}'`,
        `delete from payments where invoice_id = '${invoiceId}'`,
        'truncate contracts cascade',
      ]) {
        await sql.query('savepoint before');
        await sql.query(`set local role ${role}`);
        // service_role may not call the jobs, or lacks the right, before it comes to the rule.
        await expect(sql.query(text)).rejects.toMatchObject({
          code: expect.stringMatching(/^(RF000|42501)$/),
        });
        await sql.query('rollback to before');
      }
    }
  });
});
