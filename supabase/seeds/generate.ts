import type pg from 'pg';
import { generatedId } from './generated-id.ts';

export interface GenerateOptions {
  readonly companyId: string;
  /** How many closed contracts. */
  readonly count: number;
  /** How many customers they are of, at most as many as contracts. Otherwise every second contract brings a new one. */
  readonly customers?: number;
  /** The same seed gives the same rows. */
  readonly seed: number;
  /**
   * The branch on whose shelf they all lie, whatever their age: to measure a counter that holds that many. Otherwise they lie
   * where the job of the night would have put them by today.
   */
  readonly heldBy?: string;
}

/**
 * Gives a seeded company a past: customers, and closed contracts spread over ten years, each with its main driver and
 * its line. Written in bulk as `postgres`, past the triggers that guard a single contract on its way.
 */
export async function generateContracts(pool: pg.Pool, options: GenerateOptions): Promise<void> {
  const { companyId, count, customers: people = Math.ceil(count / 2), seed, heldBy = null } = options;
  const client = await pool.connect();
  try {
    await client.query('begin');
    // No triggers and no foreign keys in this transaction: what is written here is right by construction.
    await client.query("set local session_replication_role = 'replica'");
    await client.query('set local statement_timeout = 0');
    await client.query(customers, [companyId, people, seed, firstNames, lastNames, towns, streets]);
    await client.query(contracts, [companyId, count, seed, firstNames, lastNames, heldBy, people]);
    await client.query(drivers, [companyId, seed]);
    await client.query(lines, [companyId, seed]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  await pool.query(
    'analyze public.customers, public.contracts, public.contract_drivers, public.contract_lines',
  );
}

const firstNames =
  'Anna Beat Carla Dario Elena Fabio Gisela Heinz Irène Jonas Katharina Lorenz Mirjam Noah Ornella Patrick Quirin Rosa Silvan Tanja Ueli Valérie Werner Xaver Yolanda Zita'.split(
    ' ',
  );
const lastNames =
  'Aebi Baumgartner Christen Dürr Egli Fuchs Gasser Hess Imhof Jenny Käser Leuenberger Marti Niederberger Oberholzer Portmann Rüegg Schneider Tanner Ulrich Vögeli Wäfler Zürcher Favre Rochat Bianchi Ferrari Caviezel'.split(
    ' ',
  );
const towns = [
  '8004 Zürich',
  '8400 Winterthur',
  '7000 Chur',
  '3011 Bern',
  '4051 Basel',
  '1003 Lausanne',
  '6900 Lugano',
];
const streets = [
  'Bahnhofstrasse',
  'Dorfstrasse',
  'Hauptstrasse',
  'Seestrasse',
  'Kirchweg',
  'Gartenstrasse',
  'Feldweg',
];

// hashtextextended gives each row its own well-spread number; md5 of a name gives its id.
const customers = `
  insert into public.customers (id, company_id, kind, first_name, last_name, street, building_number, postal_code, town,
    phone, email, born_on, licence_number, licence_category, licence_since)
  select ${generatedId(`'customer/' || $1 || $3::int || '/' || n`)}, $1::uuid, 'person',
    ($4::text[])[1 + h % cardinality($4::text[])],
    ($5::text[])[1 + (h / 31) % cardinality($5::text[])],
    ($7::text[])[1 + (h / 977) % cardinality($7::text[])], (1 + h % 140)::text,
    split_part(($6::text[])[1 + (h / 7919) % cardinality($6::text[])], ' ', 1),
    split_part(($6::text[])[1 + (h / 7919) % cardinality($6::text[])], ' ', 2),
    '+4178' || lpad((h % 10000000)::text, 7, '0'), 'kunde' || n || '@post.example',
    date '1950-01-01' + (h % 19000)::int, lpad((h % 1000000000000)::text, 12, '0'), 'B', date '1985-01-01' + (h % 12000)::int
  from generate_series(1, $2::int) n, lateral (select abs(hashtextextended(n::text, $3::int)) % 1000000000000 as h) x`;

const contracts = `
  with fleet as (
    select v.*, row_number() over (order by v.vin) as place, count(*) over () as size,
      (select r.id from public.rates r where r.category_id = v.category_id order by r.minimum_days limit 1) as rate_id
    from public.vehicles v where v.company_id = $1::uuid
  ), desk as (
    select c.id as counter_id, c.branch_id, b.code || '-' || c.letter as prefix, row_number() over (order by c.reference_no) as place,
      count(*) over () as size
    from public.counters c join public.branches b on b.id = c.branch_id where c.company_id = $1::uuid
  ), clerk as (
    select id from public.users where company_id = $1::uuid and role = 'staff' order by id limit 1
  )
  insert into public.contracts (id, company_id, branch_id, return_branch_id, counter_id, number, status, customer_id,
    customer_name, category_id, vehicle_id, plate, rate_id, starts_at, ends_at, returned_at, closed_at, total, deposit,
    kilometres_included, extra_kilometre_price, signature, signed_name, signed_at, clerk_id, created_at, shelf)
  select ${generatedId(`'contract/' || $1 || $3::int || '/' || n`)}, $1::uuid, desk.branch_id, desk.branch_id, desk.counter_id,
    desk.prefix || '-' || to_char(starts_at, 'YY') || '-' || (500000 + n)::text, 'closed',
    ${generatedId(`'customer/' || $1 || $3::int || '/' || customer`)}, last_name || ', ' || first_name, fleet.category_id, fleet.id,
    fleet.plate, fleet.rate_id, starts_at, ends_at, ends_at, ends_at + interval '20 minutes', days * 7900, 50000, days * 200, 35,
    '{"width": 600, "height": 200, "strokes": [[[60, 140], [300, 60], [540, 120]]]}', first_name || ' ' || last_name, starts_at,
    clerk.id, starts_at, coalesce($6::text, private.shelf_since(ends_at, desk.branch_id, now()))
  from generate_series(1, $2::int) n
    cross join lateral (select abs(hashtextextended(n::text, $3::int + 1)) % 1000000000000 as h, 1 + (n - 1)::bigint * $7::int / $2::int as customer) x
    cross join lateral (select abs(hashtextextended(customer::text, $3::int)) % 1000000000000 as c) y
    cross join lateral (select 1 + (h % 9)::int as days, ($4::text[])[1 + c % cardinality($4::text[])] as first_name,
      ($5::text[])[1 + (c / 31) % cardinality($5::text[])] as last_name,
      date_trunc('day', now()) - interval '1 day' * (12 + h % 3640) + interval '1 minute' * (420 + h % 600) as starts_at) z
    cross join lateral (select starts_at + interval '1 day' * days as ends_at) e
    join desk on desk.place = 1 + n % desk.size
    join fleet on fleet.place = 1 + h % fleet.size
    cross join clerk`;

const drivers = `
  insert into public.contract_drivers (id, company_id, contract_id, is_main, first_name, last_name, born_on, licence_number,
    licence_category, licence_since, created_at, shelf)
  select ${generatedId(`'driver/' || c.id`)}, c.company_id, c.id, true, k.first_name, k.last_name, k.born_on, k.licence_number, 'B',
    k.licence_since, c.created_at, c.shelf
  from public.contracts c join public.customers k on k.id = c.customer_id
  where c.company_id = $1::uuid and c.status = 'closed' and $2::int is not null
    and not exists (select from public.contract_drivers d where d.contract_id = c.id)`;

const lines = `
  insert into public.contract_lines (id, company_id, contract_id, position, kind, label, quantity, unit_price, amount, vat_rate,
    created_at, shelf)
  select ${generatedId(`'line/' || c.id`)}, c.company_id, c.id, 1, 'rental', c.total / 7900 || ' Tage Miete', c.total / 7900, 7900,
    c.total, 810, c.created_at, c.shelf
  from public.contracts c
  where c.company_id = $1::uuid and c.status = 'closed' and $2::int is not null
    and not exists (select from public.contract_lines l where l.contract_id = c.id)`;
