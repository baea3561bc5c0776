import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';
import { signedIn } from '../person.ts';
import { type OldRental, oldRental } from '../retention/old-rental.ts';
import { freeWalkIn, walkIn } from '../walk-in.ts';

let backend: TestBackend;
let pool: pg.Pool;
let sql: pg.PoolClient;

beforeAll(async () => {
  backend = await startTestBackend();
  pool = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  sql = await pool.connect();
});

afterAll(async () => {
  sql.release();
  await pool.end();
  await backend.stop();
});

beforeEach(async () => {
  await sql.query('begin');
});

afterEach(async () => {
  await sql.query('rollback');
});

const zurich = alpina.branches.zurich;
const returnedAt = '2026-03-10T12:00:00Z';
/** 13 months after it, and the day before. */
const due = '2027-04-10T12:00:01Z';
const notYet = '2027-04-09T12:00:00Z';

const parts = ['contract_drivers', 'contract_lines', 'invoices', 'payments', 'deposits', 'fines'] as const;

/** On which shelves a rental and all that hangs on it lie; one, if all is well. */
async function shelvesOf({ contractId, invoiceId }: OldRental): Promise<string[]> {
  const { rows } = await sql.query<{ shelf: string }>(
    `select shelf from contracts where id = $1
     ${parts.map((part) => `union select shelf from ${part} where contract_id = $1`).join(' ')}
     union select shelf from conflicts where contract_id = $1
     union select shelf from invoice_lines where invoice_id = $2
     union select shelf from reminders where invoice_id = $2`,
    [contractId, invoiceId],
  );
  return rows.map(({ shelf }) => shelf);
}

const moveShelves = async (at: string): Promise<number> => {
  const { rows } = await sql.query<{ met: string }>('select private.move_shelves($1) as met', [at]);
  return Number(rows[0]?.met);
};

/** Adds a row as the server itself. */
async function add(table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
  const id = crypto.randomUUID();
  const all = { id, company_id: alpina.id, ...row };
  const columns = Object.keys(all);
  await sql.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(all),
  );
  return id;
}

const here = {
  branch_id: zurich,
  counter_id: alpina.counters.zurichA,
  clerk_id: demoPeople.zurich.id,
};
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

describe('a rental that is closed', () => {
  test('is its branch’s for 13 months and then archived, with all that hangs on it, by the job of the night', async () => {
    const rental = await oldRental(sql, { returnedAt });
    expect(await shelvesOf(rental)).toEqual(['open']);
    await moveShelves('2026-03-11T02:17:00Z');
    expect(await shelvesOf(rental)).toEqual([zurich]);
    await moveShelves(notYet);
    expect(await shelvesOf(rental)).toEqual([zurich]);
    const { rows } = await sql.query<{ job: string; outcome: string }>(
      'select job, outcome from private.run_jobs($1)',
      [due],
    );
    expect(rows).toContainEqual({ job: 'move_shelves', outcome: 'done' });
    expect(await shelvesOf(rental)).toEqual(['archive']);
    // Nothing is moved a second time.
    expect(await moveShelves(due)).toBe(0);
  });

  test('stays with everybody as long as it is owed, and is let go when it is paid', async () => {
    const rental = await oldRental(sql, { returnedAt: daysAgo(30), paid: false });
    await moveShelves(daysAgo(-1_000));
    expect(await shelvesOf(rental)).toEqual(['open']);
    const pay = (amount: number): Promise<string> =>
      add('payments', {
        ...here,
        invoice_id: rental.invoiceId,
        kind: 'payment',
        method: 'card',
        amount,
        paid_at: daysAgo(0),
      });
    await pay(9_999);
    expect(await shelvesOf(rental)).toEqual(['open']);
    await pay(1);
    expect(await shelvesOf(rental)).toEqual([zurich]);
  });

  test('comes back to everybody with a deposit, a fine or a conflict, and goes when that is settled', async () => {
    const rental = await oldRental(sql, { returnedAt });
    await moveShelves(due);
    expect(await shelvesOf(rental)).toEqual(['archive']);
    const of = { contract_id: rental.contractId };
    // The clock of the triggers is today’s: less than 13 months after the return, so it goes to its branch.
    const settledOnes: [string, Readonly<Record<string, unknown>>, string][] = [
      [
        'deposits',
        { ...here, ...of, method: 'card', amount: 5_000, held_at: daysAgo(1) },
        `settled_at = now(), settled_by = '${demoPeople.zurich.id}', released = 5000, kept = 0`,
      ],
      [
        'fines',
        {
          ...here,
          ...of,
          number: 'ZRH-A-26-B77001',
          authority: '{}',
          authority_reference: 'x',
          plate: 'ZH 1',
          offence_at: returnedAt,
          received_on: '2026-04-01',
        },
        `status = 'closed'`,
      ],
      [
        'conflicts',
        { ...of, kind: 'odometer_back' },
        `settled_at = now(), settled_by = '${demoPeople.zurich.id}', settled_reason = 'x'`,
      ],
    ];
    for (const [table, row, settled] of settledOnes) {
      await moveShelves(due);
      const id = await add(table, row);
      expect([table, await shelvesOf(rental)]).toEqual([table, ['open']]);
      await sql.query(`update ${table} set ${settled} where id = $1`, [id]);
      expect([table, await shelvesOf(rental)]).toEqual([table, [zurich]]);
    }
    await moveShelves(due);
    expect(await shelvesOf(rental)).toEqual(['archive']);
  });

  test('is of the branch where it was signed, also when it began elsewhere', async () => {
    const rental = await oldRental(sql, { returnedAt });
    await sql.query('set session_replication_role = replica');
    await sql.query('update contracts set branch_id = $2 where id = $1', [
      rental.contractId,
      alpina.branches.chur,
    ]);
    await sql.query('reset session_replication_role');
    await moveShelves('2026-03-11T02:17:00Z');
    expect(await shelvesOf(rental)).toEqual([zurich]);
  });

  test('is moved at the very moment it is closed', async () => {
    const { rows } = await sql.query<{ id: string }>(
      `select id from contracts where status = 'out' and company_id = $1 and counter_id = $2 limit 1`,
      [alpina.id, alpina.counters.zurichA],
    );
    const contractId = rows[0]?.id ?? '';
    const rental = { contractId, invoiceId: crypto.randomUUID(), customerId: '' };
    await sql.query(
      `update deposits set settled_at = now(), settled_by = clerk_id, released = amount, kept = 0 where contract_id = $1 and settled_at is null`,
      [contractId],
    );
    expect(await shelvesOf(rental)).toEqual(['open']);
    await sql.query(`update contracts set status = 'returned', returned_at = now() where id = $1`, [
      contractId,
    ]);
    expect(await shelvesOf(rental)).toEqual(['open']);
    await sql.query(`update contracts set status = 'closed', closed_at = now() where id = $1`, [contractId]);
    expect(await shelvesOf(rental)).toEqual([zurich]);
  });
});

describe('what hangs on no rental', () => {
  const free = (issuedAt: string | null) => ({
    ...here,
    customer_id: null as unknown,
    number: `ZRH-A-26-R${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`,
    recipient: '{}',
    issued_on: '2026-03-10',
    due_on: '2026-04-10',
    service_from: '2026-03-10',
    service_to: '2026-03-10',
    total: 0,
    vat_total: 0,
    reference: `RF18${String(Math.floor(Math.random() * 1e9))}`,
    issued_at: issuedAt,
  });
  const shelf = async (table: string, id: string): Promise<unknown> =>
    (await sql.query<{ shelf: string }>(`select shelf from ${table} where id = $1`, [id])).rows[0]?.shelf;

  test('a bill is open until it is paid, and takes its lines along', async () => {
    const { rows } = await sql.query<{ id: string }>(
      'select id from customers where company_id = $1 limit 1',
      [alpina.id],
    );
    const id = await add('invoices', { ...free(null), customer_id: rows[0]?.id, total: 500 });
    const line = await add('invoice_lines', {
      invoice_id: id,
      position: 1,
      kind: 'fee',
      label: 'x',
      unit_price: 500,
      amount: 500,
      vat_rate: 0,
    });
    await sql.query('update invoices set issued_at = now() where id = $1', [id]);
    await moveShelves(daysAgo(-1_000));
    expect([await shelf('invoices', id), await shelf('invoice_lines', line)]).toEqual(['open', 'open']);
    const paid = {
      ...here,
      invoice_id: id,
      kind: 'payment',
      method: 'twint',
      amount: 500,
      paid_at: daysAgo(0),
    };
    const payment = await add('payments', paid);
    for (const [table, row] of [
      ['invoices', id],
      ['invoice_lines', line],
      ['payments', payment],
    ] as const) {
      expect([table, await shelf(table, row)]).toEqual([table, zurich]);
    }
    await moveShelves(daysAgo(-1_000));
    expect([await shelf('invoices', id), await shelf('payments', payment)]).toEqual(['archive', 'archive']);
  });

  test('a drawer is its branch’s from the start, with what moves in it, until 13 months after its close', async () => {
    const drawer = {
      branch_id: zurich,
      counter_id: alpina.counters.zurichB,
      number: 'ZRH-B-26-K00901',
      opened_at: daysAgo(1),
      opened_by: demoPeople.zurich.id,
      opening_float: 0,
    };
    const id = await add('cash_sessions', drawer);
    const movement = await add('cash_movements', {
      session_id: id,
      kind: 'paid_in',
      amount: 500,
      reason: 'x',
      moved_at: daysAgo(0),
      clerk_id: demoPeople.zurich.id,
    });
    const both = async () => [await shelf('cash_sessions', id), await shelf('cash_movements', movement)];
    expect(await both()).toEqual([zurich, zurich]);
    await moveShelves(daysAgo(-1_000));
    expect(await both()).toEqual([zurich, zurich]);
    await sql.query(
      `update cash_sessions set closed_at = now(), closed_by = opened_by, counted = '{}', counted_total = 500, expected = 500, to_bank = 0 where id = $1`,
      [id],
    );
    await moveShelves(daysAgo(-1_000));
    expect(await both()).toEqual(['archive', 'archive']);
  });

  test('a paper stays with its counter until its file is stored, wherever its rental lies', async () => {
    const rental = await oldRental(sql, { returnedAt });
    await moveShelves(due);
    const id = crypto.randomUUID();
    const path = `${alpina.id}/${id}.pdf`;
    await sql.query(
      `insert into documents (id, company_id, counter_id, contract_id, kind, language, path, sha256, size_bytes, made_at)
       values ($1, $2, $3, $4, 'contract', 'de', $5, repeat('a', 64), 10, now())`,
      [id, alpina.id, alpina.counters.churA, rental.contractId, path],
    );
    expect(await shelf('documents', id)).toBe('open');
    await moveShelves(due);
    expect(await shelf('documents', id)).toBe('open');
    await sql.query(`insert into storage.objects (bucket_id, name) values ('contract-pdfs', $1)`, [path]);
    await sql.query('update documents set stored_at = now() where id = $1', [id]);
    expect(await shelf('documents', id)).toBe('archive');
  });
});

describe('counters', () => {
  test('write rows without a shelf, and can neither add nor change one', async () => {
    await sql.query('commit');
    const clerk = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
    const walk = walkIn({ ...(await freeWalkIn(pool)), number: 'ZRH-A-27-61001' });
    expect(await clerk.sendOne(walk.ops)).toMatchObject({ outcome: 'applied' });
    const { rows } = await pool.query<{ shelf: string }>('select shelf from contracts where id = $1', [
      walk.contractId,
    ]);
    expect(rows).toEqual([{ shelf: 'open' }]);
    const change = {
      op: 'PATCH',
      table: 'contracts',
      id: walk.contractId,
      data: { shelf: 'archive' },
    } as const;
    expect(await clerk.sendOne([change])).toMatchObject({ outcome: 'refused', code: 'not_allowed' });
    const another = walkIn({ ...(await freeWalkIn(pool)), number: 'ZRH-A-27-61002' });
    for (const table of ['contracts', 'contract_drivers', 'contract_lines']) {
      const ops = another.ops.map((op) =>
        op.op === 'PUT' && op.table === table ? { ...op, data: { ...op.data, shelf: 'archive' } } : op,
      );
      expect([table, await clerk.sendOne(ops)]).toMatchObject([
        table,
        { outcome: 'refused', code: 'not_allowed' },
      ]);
    }
    await sql.query('begin');
  });

  test('the guards let a row move, and nothing else with it', async () => {
    const rental = await oldRental(sql, { returnedAt });
    const frozen: [string, string][] = [
      [`update contracts set shelf = 'archive', total = total + 1 where id = $1`, 'contract_frozen'],
      [`update contract_lines set shelf = 'archive', amount = 0 where contract_id = $1`, 'contract_frozen'],
      [
        `update contract_drivers set shelf = 'archive', last_name = 'x' where contract_id = $1`,
        'contract_frozen',
      ],
      [`update invoices set shelf = 'archive', total = 1 where contract_id = $1`, 'invoice_frozen'],
    ];
    for (const [text, code] of frozen) {
      await sql.query('savepoint before');
      await expect(sql.query(text, [rental.contractId])).rejects.toMatchObject({ detail: code });
      await sql.query('rollback to before');
    }
    await sql.query(`update contracts set shelf = 'archive' where id = $1`, [rental.contractId]);
    expect(await shelvesOf(rental)).toEqual(['archive']);
  });
});
