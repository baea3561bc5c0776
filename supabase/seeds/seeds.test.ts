import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import { parseSeriesNumber } from '#shared/numbering/series-number.ts';
import { checkUid } from '#shared/parties/uid.ts';
import { must } from '#shared/result/result.ts';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoSignIns, lago } from './demo-people.ts';
import { generateContracts } from './generate.ts';
import { generatePresent } from './generate-present.ts';

interface Sums {
  readonly counterNo: number;
  readonly total: number;
  readonly vat: number;
  readonly lines: number;
  readonly late: boolean;
  readonly paid: number;
}

let backend: TestBackend;
let pool: pg.Pool;
beforeAll(async () => {
  backend = await startTestBackend();
  pool = new pg.Pool({ connectionString: backend.databaseUrl });
});
afterAll(async () => {
  await pool.end();
  await backend.stop();
});

async function one<T>(sql: string, parameters: unknown[] = []): Promise<T | undefined> {
  const { rows } = await pool.query<{ value: T }>(sql, parameters);
  return rows[0]?.value;
}

/** Rows that the database would not take if they came one by one. */
async function brokenRows(): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{
    tables: string;
    name: string;
    definition: string;
    foreign_table: string;
  }>(
    `select conrelid::regclass::text as tables, conname as name, confrelid::regclass::text as foreign_table,
       array_to_string(array(select format('c.%I = f.%I', a.attname, b.attname) from unnest(conkey, confkey) as k(mine, theirs)
         join pg_attribute a on a.attrelid = conrelid and a.attnum = mine
         join pg_attribute b on b.attrelid = confrelid and b.attnum = theirs), ' and ') as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const found: Record<string, unknown> = {};
  for (const { tables, name, definition, foreign_table: foreign } of rows) {
    const complete = definition.replaceAll(/(c\.\S+) = \S+/g, '$1 is not null');
    const n = await one<number>(
      `select count(*)::int as value from ${tables} c where ${complete} and not exists (select from ${foreign} f where ${definition})`,
    );
    if (n !== 0) found[name] = n;
  }
  found['total is not the sum'] = await one<number>(
    `select count(*)::int as value from public.contracts c where signed_at is not null and total <>
       (select coalesce(sum(amount), 0) from public.contract_lines l where l.contract_id = c.id)`,
  );
  found['no main driver'] = await one<number>(
    `select count(*)::int as value from public.contracts c where signed_at is not null and not exists
       (select from public.contract_drivers d where d.contract_id = c.id and is_main)`,
  );
  return found;
}

describe('the demo', () => {
  test('has what it promises', async () => {
    const count = (table: string, company: string): Promise<number | undefined> =>
      one(`select count(*)::int as value from public.${table} where company_id = $1`, [company]);
    expect(await count('branches', alpina.id)).toBe(2);
    expect(await count('counters', alpina.id)).toBe(3);
    expect(await count('vehicles', alpina.id)).toBe(30);
    expect(await count('customers', alpina.id)).toBe(60);
    expect(await count('contracts', lago.id)).toBe(3);
    expect(new Set(demoSignIns.map(({ role }) => role)).size).toBe(4);
    const today = `(ends_at at time zone 'Europe/Zurich')::date = (now() at time zone 'Europe/Zurich')::date`;
    const out = `select count(*)::int as value from public.contracts where company_id = '${alpina.id}' and status = 'out' and`;
    expect(await one(`${out} ${today}`)).toBe(2);
    expect(
      await one(
        `${out} ends_at < date_trunc('day', now() at time zone 'Europe/Zurich') at time zone 'Europe/Zurich'`,
      ),
    ).toBe(1);
    const pickUps = `select count(*)::int as value from public.contracts where company_id = '${alpina.id}' and status = 'reserved' and`;
    expect(await one(`${pickUps} ${today.replaceAll('ends_at', 'starts_at')}`)).toBe(3);
  });

  test('is right: numbers, references, totals', async () => {
    const { rows } = await pool.query<{ uid: string; iban: string; qr_iban: string }>(
      'select uid, iban, qr_iban from public.companies',
    );
    for (const { uid, iban, qr_iban: qrIban } of rows) {
      expect(checkUid(uid).ok).toBe(true);
      for (const number of [iban, qrIban]) expect(checkDigits(number)).toBe(1n);
      expect(Number(qrIban.slice(4, 9))).toBeGreaterThanOrEqual(30_000);
      expect(Number(qrIban.slice(4, 9))).toBeLessThanOrEqual(31_999);
      expect(Number(iban.slice(4, 9))).toBeLessThan(30_000);
    }
    expect(await brokenRows()).toEqual({ 'total is not the sum': 0, 'no main driver': 0 });
    expect(await one('select count(*)::int as value from public.conflicts')).toBe(0);
    const bills = await pool.query<Record<'number' | 'reference' | 'branch' | 'letter', string> & Sums>(
      `select i.number, i.reference, b.code as branch, k.letter, k.reference_no as "counterNo", i.total::int, i.vat_total::int as vat,
         (select sum(l.amount)::int from public.invoice_lines l where l.invoice_id = i.id) as lines,
         i.due_on < current_date as late,
         (select coalesce(sum(p.amount), 0)::int from public.payments p where p.invoice_id = i.id) as paid
       from public.invoices i join public.counters k on k.id = i.counter_id join public.branches b on b.id = k.branch_id
       where i.issued_at is not null`,
    );
    for (const { number, reference, branch, letter, counterNo, total, vat, lines } of bills.rows) {
      const series = must(parseSeriesNumber(number));
      expect(series).toMatchObject({ kind: 'invoice', branch, counter: letter });
      const { year, running } = series;
      expect(reference).toBe(must(qrReference({ bankPrefix: '210000', counterNo, year, running })));
      expect(lines).toBe(total);
      expect(vat).toBe(Math.round((total * 810) / 10_810));
    }
    const owed = bills.rows.filter(({ paid, total }) => paid < total);
    expect(owed.filter(({ late }) => late)).toHaveLength(1);
    expect(owed.filter(({ paid }) => paid > 0)).toHaveLength(1);
    expect(bills.rows.length - owed.length).toBeGreaterThan(1);
    expect(bills.rows.some(({ number }) => number.startsWith('ZRH-A-'))).toBe(false);
  });

  test('has a plate for every car, an open drawer and a fine that waits', async () => {
    const plates = `select count(*)::int as value from public.vehicles v where not exists (select from public.vehicle_plates p
      where p.vehicle_id = v.id and p.plate = v.plate and p.used_to is null)`;
    expect(await one(plates)).toBe(0);
    const drawers = `select k.letter || b.code as value from public.cash_sessions s join public.counters k on k.id = s.counter_id
      join public.branches b on b.id = k.branch_id where s.closed_at is null and s.opened_at <= now()`;
    expect(await one(drawers)).toBe('ACHR');
    // The car was out with the driver of the fine at that moment.
    const fines = `select count(*)::int as value from public.fines f join public.contracts c on c.id = f.contract_id
      where f.status = 'resolved' and c.vehicle_id = f.vehicle_id and f.offence_at between c.starts_at and c.ends_at`;
    expect(await one(fines)).toBe(1);
  });
});

describe('generated contracts', () => {
  beforeAll(() => generateContracts(pool, { companyId: alpina.id, count: 2_000, seed: 7 }));

  test('are as many as asked for, right in all references and sums, and the same for the same seed', async () => {
    const closed = `select count(*)::int as value from public.contracts where status = 'closed' and company_id = '${alpina.id}'`;
    expect(await one(closed)).toBe(2_000);
    expect(await brokenRows()).toEqual({ 'total is not the sum': 0, 'no main driver': 0 });
    const digest = `select md5(string_agg(id::text || customer_name || total, ',' order by id)) as value from public.contracts where status = 'closed'`;
    const before = await one(digest);
    const other = await startTestBackend();
    const otherPool = new pg.Pool({ connectionString: other.databaseUrl });
    await generateContracts(otherPool, { companyId: alpina.id, count: 2_000, seed: 7 });
    const { rows } = await otherPool.query<{ value: string }>(digest);
    expect(rows[0]?.value).toBe(before);
    await otherPool.end();
    await other.stop();
  });

  test('are of as many customers as asked for', async () => {
    await generateContracts(pool, { companyId: lago.id, count: 145, customers: 100, seed: 7 });
    const renters = `select count(distinct customer_id)::int as value from public.contracts
      where company_id = '${lago.id}' and status = 'closed'`;
    expect(await one(renters)).toBe(100);
  });

  test('get a present that adds up: bills of the last 13 months, and plans that do not clash', async () => {
    const { bills, open } = await generatePresent(pool, alpina.id);
    const recent = `select count(*)::int as value from public.contracts
    where company_id = '${alpina.id}' and status = 'closed' and closed_at > now() - interval '13 months'`;
    expect(bills).toBeGreaterThanOrEqual((await one(recent)) as number);
    expect(open).toBeGreaterThan(50);
    expect(await brokenRows()).toEqual({ 'total is not the sum': 0, 'no main driver': 0 });
    const clashes = `select count(*)::int as value from public.contracts a join public.contracts b on b.vehicle_id = a.vehicle_id
    and b.id > a.id and b.starts_at < a.ends_at and a.starts_at < b.ends_at
    where a.status in ('reserved', 'out') and b.status in ('reserved', 'out') and a.company_id = '${alpina.id}'`;
    expect(await one(clashes)).toBe(0);
    const { rows } = await pool.query<{ reference: string; total: number; billed: number }>(
      `select i.reference, i.total::int as total, sum(l.amount)::int as billed
      from public.invoices i join public.invoice_lines l on l.invoice_id = i.id where i.company_id = $1 group by i.id`,
      [alpina.id],
    );
    expect(rows.filter(({ total, billed }) => total !== billed)).toEqual([]);
    const creditor = rows.filter(({ reference }) => reference.startsWith('RF'));
    expect(creditor.length).toBeGreaterThan(100);
    expect(creditor.filter(({ reference }) => checkDigits(reference) !== 1n)).toEqual([]);
  });
});

/** ISO 7064 modulo 97-10: 1 for a right IBAN. */
function checkDigits(iban: string): bigint {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(Number.parseInt(letter, 36)),
  );
  return BigInt(digits) % 97n;
}
