import type pg from 'pg';
import { generatedId } from './generated-id.ts';

/**
 * Gives a company whose past was generated (`generateContracts`) a present as full as a busy month: a bill for each contract of
 * the last 13 months, nine in ten paid; every third free vehicle on the road, some of them overdue; and nine reservations in the
 * next 90 days for each, ten days apart. Written in bulk as `postgres`, past the triggers.
 *
 * @param companyId of a company with vehicles, counters and customers
 * @returns how many bills it made, and how many open contracts there are then
 */
export async function generatePresent(
  pool: pg.Pool,
  companyId: string,
): Promise<{ readonly bills: number; readonly open: number }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // No triggers and no foreign keys in this transaction: what is written here is right by construction.
    await client.query("set local session_replication_role = 'replica'");
    await client.query('set local statement_timeout = 0');
    for (const statement of [open, drivers, lines, handovers, bills, billLines, payments]) {
      await client.query(statement, [companyId]);
    }
    await client.query('commit');
    const { rows } = await client.query<{ bills: number; open: number }>(counts, [companyId]);
    return rows[0] ?? { bills: 0, open: 0 };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const perDay = 7900;

/** Run 0 is the rental that is under way, of every third vehicle; 1 to 9 are reservations, ten days apart. */
const open = `
  with free as (
    select v.*, row_number() over (order by v.vin) as place,
      (select r.id from public.rates r where r.category_id = v.category_id order by r.minimum_days limit 1) as rate_id,
      (select k.id from public.counters k where k.branch_id = v.branch_id order by k.reference_no limit 1) as counter_id
    from public.vehicles v
    where v.company_id = $1::uuid and v.status = 'active' and not exists (
      select from public.contracts c
      where c.vehicle_id = v.id and c.status in ('quote', 'reserved', 'to_assign', 'out'))
  ), renter as (
    select k.*, row_number() over (order by k.id) as place, count(*) over () as size
    from (select * from public.customers
      where company_id = $1::uuid and kind = 'person' and licence_number <> '' and born_on < date '1975-01-01'
        and licence_since between date '1999-01-01' and date '2015-01-01'
      order by id limit 5000) k
  ), clerk as (
    select id from public.users where company_id = $1::uuid and role = 'staff' order by id limit 1
  ), planned as (
    select ${generatedId(`'open/' || free.id || '/' || run`)} as contract_id, free.*, run, clerk.id as clerk_id,
      1 + (free.place * 7 + run * 3) % 7 as days,
      date_trunc('day', now() at time zone 'Europe/Zurich') + interval '1 minute' * (420 + (free.place * 37) % 600) +
        interval '1 day' * case when run = 0 then -2 - free.place % 5
          else (run - 1) * 10 + case when free.place % 3 = 0 then 7 else free.place % 10 end end as starts_local
    from free, clerk, generate_series(0, 9) run
    where free.counter_id is not null and (run > 0 or free.place % 3 = 0)
  )
  insert into public.contracts (id, company_id, branch_id, return_branch_id, counter_id, number, status, customer_id,
    customer_name, category_id, vehicle_id, plate, rate_id, starts_at, ends_at, total, deposit, kilometres_included,
    extra_kilometre_price, signature, signed_name, signed_at, clerk_id, created_at, shelf)
  select p.contract_id, p.company_id, p.branch_id, p.branch_id, case when run = 0 then p.counter_id end,
    case when run = 0 then (select b.code || '-' || k.letter from public.counters k join public.branches b on b.id = k.branch_id
      where k.id = p.counter_id) || '-' || to_char(starts_local, 'YY') || '-' || (800000 + p.place)::text end,
    (case when run = 0 then 'out' else 'reserved' end)::public.contract_status, renter.id,
    renter.last_name || ', ' || renter.first_name, p.category_id, p.id, p.plate, p.rate_id,
    starts_local at time zone 'Europe/Zurich', (starts_local + interval '1 day' * days) at time zone 'Europe/Zurich',
    days * ${perDay}, 50000, days * 200, 35,
    case when run = 0 then '{"width": 600, "height": 200, "strokes": [[[60, 140], [300, 60], [540, 120]]]}'::jsonb end,
    case when run = 0 then renter.first_name || ' ' || renter.last_name end,
    case when run = 0 then starts_local at time zone 'Europe/Zurich' end, p.clerk_id,
    least(now(), starts_local at time zone 'Europe/Zurich') - interval '2 days', 'open'
  from planned p
    join renter on renter.place = 1 + (p.place * 31 + p.run * 101) % renter.size`;

const generated = `c.company_id = $1::uuid and c.status in ('reserved', 'out')
    and c.id in (select ${generatedId(`'open/' || v.id || '/' || run`)} from public.vehicles v, generate_series(0, 9) run
      where v.company_id = $1::uuid)`;

const drivers = `
  insert into public.contract_drivers (id, company_id, contract_id, is_main, first_name, last_name, born_on, licence_number,
    licence_category, licence_since, created_at, shelf)
  select ${generatedId(`'driver/' || c.id`)}, c.company_id, c.id, true, k.first_name, k.last_name, k.born_on, k.licence_number, 'B',
    k.licence_since, c.created_at, c.shelf
  from public.contracts c join public.customers k on k.id = c.customer_id where ${generated}`;

const lines = `
  insert into public.contract_lines (id, company_id, contract_id, position, kind, label, quantity, unit_price, amount, vat_rate,
    created_at, shelf)
  select ${generatedId(`'line/' || c.id`)}, c.company_id, c.id, 1, 'rental', c.total / ${perDay} || ' Tage Miete', c.total / ${perDay},
    ${perDay}, c.total, 810, c.created_at, c.shelf
  from public.contracts c where ${generated}`;

const handovers = `
  insert into public.handovers (id, company_id, contract_id, vehicle_id, counter_id, clerk_id, kind, handed_over_at, odometer_km,
    fuel_eighths, created_at, shelf)
  select ${generatedId(`'handover/' || c.id`)}, c.company_id, c.id, c.vehicle_id, c.counter_id, c.clerk_id, 'check_out', c.signed_at,
    v.odometer_km, v.fuel_eighths, c.signed_at, c.shelf
  from public.contracts c join public.vehicles v on v.id = c.vehicle_id where ${generated} and c.status = 'out'`;

/** A creditor reference (ISO 11649): RF, 98 less the remainder by 97, and the digits. */
const reference = `'RF' || lpad((98 - (lpad(n::text, 10, '0') || '271500')::numeric % 97)::text, 2, '0') || lpad(n::text, 10, '0')`;

const bills = `
  insert into public.invoices (id, company_id, branch_id, counter_id, clerk_id, contract_id, customer_id, number, recipient,
    issued_on, due_on, service_from, service_to, total, vat_total, reference, issued_at, created_at, kind, shelf)
  select ${generatedId(`'bill/' || c.id`)}, c.company_id, c.branch_id, c.counter_id, c.clerk_id, c.id, c.customer_id,
    substring(c.number from 1 for 9) || 'R' || (500000 + n)::text,
    jsonb_build_object('name', k.first_name || ' ' || k.last_name, 'street', k.street, 'building_number', k.building_number,
      'postal_code', k.postal_code, 'town', k.town, 'country', k.country),
    day, day + 30, c.starts_at::date, greatest(day, c.starts_at::date), c.total, vat, ${reference}, c.closed_at, c.closed_at,
    'invoice', case when n % 10 = 0 then 'open' else c.shelf end
  from (select c.*, row_number() over (order by c.id) as n, c.closed_at::date as day,
      round(c.total * 810 / 10810.0)::int as vat
    from public.contracts c
    where c.company_id = $1::uuid and c.status = 'closed' and c.closed_at > now() - interval '13 months'
      and not exists (select from public.invoices i where i.contract_id = c.id)) c
    join public.customers k on k.id = c.customer_id`;

const billLines = `
  insert into public.invoice_lines (id, company_id, invoice_id, position, kind, label, quantity, unit_price, amount, vat_rate,
    created_at, shelf)
  select ${generatedId(`'line/' || i.id`)}, i.company_id, i.id, 1, 'rental', i.total / ${perDay} || ' Tage Miete', i.total / ${perDay},
    ${perDay}, i.total, 810, i.created_at, i.shelf
  from public.invoices i
  where i.company_id = $1::uuid and i.id = ${generatedId(`'bill/' || i.contract_id`)}`;

const payments = `
  insert into public.payments (id, company_id, branch_id, counter_id, clerk_id, contract_id, invoice_id, kind, method, amount,
    paid_at, created_at, shelf)
  select ${generatedId(`'payment/' || i.id`)}, i.company_id, i.branch_id, i.counter_id, i.clerk_id, i.contract_id, i.id, 'payment',
    (array['card', 'cash', 'twint', 'bank'])[1 + abs(hashtext(i.number)) % 4]::public.payment_method, i.total, i.issued_at,
    i.issued_at, i.shelf
  from public.invoices i
  where i.company_id = $1::uuid and i.id = ${generatedId(`'bill/' || i.contract_id`)} and i.shelf <> 'open'`;

const counts = `
  select (select count(*)::int from public.invoices i where i.company_id = $1::uuid
      and i.id = ${generatedId(`'bill/' || i.contract_id`)}) as bills,
    (select count(*)::int from public.contracts
      where company_id = $1::uuid and status in ('quote', 'reserved', 'to_assign', 'out')) as open`;
