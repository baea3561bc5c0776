import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { demoCategories } from '#supabase/seeds/demo-fleet.ts';
import { type Amounts, type Tenant, assumed, rowsOfRental } from './tenants.ts';

export interface FilledTenant {
  readonly companyId: string;
  readonly sessionId: string;
  /** The counter whose streams are measured: the first of the first branch. */
  readonly counterId: string;
}

/**
 * Writes a company of that size as far as one counter receives it: everything open, and what its own branch closed in the last
 * 13 months. Texts, signatures and hashes are as long as those of real rentals.
 */
export async function fillTenant(client: pg.Client, tenant: Tenant, sample: Amounts): Promise<FilledTenant> {
  const companyId = randomUUID();
  const sessionId = randomUUID();
  // Past triggers and foreign keys: what is written here is right by construction.
  await client.query("set session_replication_role = 'replica'");
  await client.query(company, [companyId]);
  await client.query(branches, [companyId, tenant.branches, assumed.countersPerBranch]);
  await client.query(people, [companyId, tenant.branches]);
  for (const [index, category] of demoCategories.entries()) {
    await client.query(prices, [
      companyId,
      category.code,
      category.name,
      index,
      category.deposit,
      category.deductible,
    ]);
  }
  await client.query(vehicles, [companyId, tenant.vehicles]);
  await client.query(customers, [companyId, sample.customers]);
  const contract = (status: string, count: number, spread: string): Promise<unknown> =>
    client.query(contracts, [companyId, count, status, spread]);
  await contract('reserved', sample.reserved, 'company');
  await contract('out', sample.open, 'company');
  await contract('closed', sample.closed, 'branch');
  for (const part of parts) await client.query(part, [companyId]);
  await client.query(
    'insert into private.stream_passes (session_id, company_id, user_id) select $1, $2, id from public.users where company_id = $2 limit 1',
    [sessionId, companyId],
  );
  await client.query('reset session_replication_role');
  const { rows } = await client.query<{ id: string }>(
    'select id from public.counters where company_id = $1 order by reference_no limit 1',
    [companyId],
  );
  const [counter] = rows;
  if (!counter) throw new Error('the company has no counter');
  return { companyId, sessionId, counterId: counter.id };
}

const company = `
  insert into public.companies (id, name, street, building_number, postal_code, town, uid, iban, terms)
  values ($1, 'Musterverleih AG', 'Lagerstrasse', '14', '8004', 'Zürich', 'CHE-123.456.788', 'CH5800791123000889012',
    repeat('Die Mietbedingungen gelten. ', 120))`;

const branches = `
  with made as (
    insert into public.branches (id, company_id, code, name, street, building_number, postal_code, town, phone)
    select gen_random_uuid(), $1::uuid, chr(65 + (n - 1) / 26) || chr(65 + (n - 1) % 26) || 'X', 'Station ' || n, 'Bahnhofstrasse',
      n::text, '8000', 'Musterstadt', '+41445550100'
    from generate_series(1, $2::int) n returning id, code
  )
  insert into public.counters (id, company_id, branch_id, letter, reference_no, name, device_id, claimed_at, app_version, public_key)
  select gen_random_uuid(), $1::uuid, m.id, chr(64 + k), row_number() over (order by m.code, k), 'Schalter ' || k, gen_random_uuid(),
    now(), '1.4.2', repeat('a', 64)
  from made m cross join generate_series(1, $3::int) k`;

const people = `
  insert into public.users (id, company_id, branch_id, role, display_name)
  select gen_random_uuid(), $1::uuid, b.id, 'staff', 'Vorname Nachname ' || n
  from public.branches b cross join generate_series(1, 6) n where b.company_id = $1::uuid and $2::int > 0`;

const prices = `
  with category as (
    insert into public.vehicle_categories (id, company_id, code, name, position, deposit, deductible)
    values (gen_random_uuid(), $1::uuid, $2, $3, $4::int, $5::bigint, $6::bigint) returning id
  )
  insert into public.rates (id, company_id, category_id, name, valid_from, valid_to, minimum_days, day_price, kilometres_per_day,
    extra_kilometre_price)
  select gen_random_uuid(), $1::uuid, category.id, 'Tarif ' || n, date '2026-01-01', date '2027-12-31', n, 7900, 200, 35
  from category cross join generate_series(1, 12) n`;

const vehicles = `
  with category as (select id, row_number() over (order by code) - 1 as place, count(*) over () as size
    from public.vehicle_categories where company_id = $1::uuid),
  branch as (select id, row_number() over (order by code) - 1 as place, count(*) over () as size
    from public.branches where company_id = $1::uuid),
  made as (
    insert into public.vehicles (id, company_id, branch_id, category_id, vin, plate, make, model, colour, energy, odometer_km, parking_place)
    select gen_random_uuid(), $1::uuid, b.id, c.id, 'STREAMS' || lpad(n::text, 10, '0'), 'ZH ' || 100000 + n, 'Volkswagen', 'Golf Variant',
      'Silber', 'petrol', 40000 + n, 'P' || n % 90
    from generate_series(1, $2::int) n join category c on c.place = n % c.size join branch b on b.place = n % b.size
    returning id, plate
  ),
  plates as (
    insert into public.vehicle_plates (id, company_id, vehicle_id, plate, used_from)
    select gen_random_uuid(), $1::uuid, id, plate, now() - interval '3 years' from made
  )
  insert into public.damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
  select gen_random_uuid(), $1::uuid, id, 'left', 400, 300, 'scratch', 'small', 'Kratzer an der Tür', now() from made, generate_series(1, 3)`;

const customers = `
  insert into public.customers (id, company_id, first_name, last_name, street, building_number, postal_code, town, phone, email, born_on,
    licence_number, licence_category, licence_since)
  select md5($1::text || n)::uuid, $1::uuid, 'Katharina', 'Leuenberger ' || n, 'Bahnhofstrasse', (n % 140)::text, '8400', 'Winterthur',
    '+4178' || lpad(n::text, 7, '0'), 'kunde' || n || '@post.example', date '1980-01-01', lpad(n::text, 12, '0'), 'B', date '2000-01-01'
  from generate_series(1, $2::int) n`;

/** A signature as a pad writes it: some 120 points. */
const signature = `(select jsonb_build_object('width', 600, 'height', 200, 'strokes', jsonb_agg(jsonb_build_array(p * 4, 100 + p % 60)))
  from generate_series(1, 120) p)`;

/** What was agreed with its price list: of the length it has in the demo. */
const terms = "jsonb_build_object('priceList', repeat('x', 4850))";

const contracts = `
  with desk as (
    select k.id as counter_id, k.branch_id, b.code || '-' || k.letter as prefix, row_number() over (order by k.reference_no) - 1 as place,
      case $4 when 'branch' then ${assumed.countersPerBranch} else count(*) over () end as size
    from public.counters k join public.branches b on b.id = k.branch_id where k.company_id = $1::uuid
  ), car as (
    select id, category_id, plate, row_number() over (order by vin) - 1 as place, count(*) over () as size
    from public.vehicles where company_id = $1::uuid
  ), clerk as (select id from public.users where company_id = $1::uuid limit 1), ink as (select ${signature} as strokes)
  insert into public.contracts (id, company_id, branch_id, return_branch_id, counter_id, number, status, customer_id, customer_name,
    category_id, vehicle_id, plate, starts_at, ends_at, returned_at, closed_at, total, deposit, kilometres_included,
    extra_kilometre_price, signature, signed_name, signed_at, clerk_id, terms, shelf)
  select gen_random_uuid(), $1::uuid, desk.branch_id, desk.branch_id, desk.counter_id,
    case when $3 <> 'reserved' then desk.prefix || '-26-' || case $3 when 'out' then 500000 else 700000 end + n end,
    $3::public.contract_status, md5($1::text || 1 + n % 50)::uuid, 'Leuenberger, Katharina', car.category_id,
    case when $3 <> 'reserved' then car.id end, car.plate, now(), now() + interval '4 days',
    case $3 when 'closed' then now() end, case $3 when 'closed' then now() end, 31600, 50000, 800, 35,
    case when $3 <> 'reserved' then ink.strokes end, case when $3 <> 'reserved' then 'Katharina Leuenberger' end,
    case when $3 <> 'reserved' then now() end, clerk.id, case when $3 <> 'reserved' then ${terms} end,
    case $3 when 'closed' then desk.branch_id::text else 'open' end
  from generate_series(1, $2::int) n join desk on desk.place = n % desk.size join car on car.place = n % car.size cross join clerk cross join ink`;

const many = (table: keyof typeof rowsOfRental): string =>
  `cross join generate_series(1, ${rowsOfRental[table]}) n`;
const signed = `from public.contracts c where c.company_id = $1::uuid and c.signed_at is not null`;
const line = `'protection', 'Vollkasko mit reduziertem Selbstbehalt', '4 Tage zu CHF 18.00', 4, 1800, 7200, 810`;

const parts: readonly string[] = [
  `insert into public.contract_drivers (id, company_id, contract_id, is_main, first_name, last_name, born_on, licence_number, licence_category, licence_since, shelf)
   select gen_random_uuid(), c.company_id, c.id, true, 'Katharina', 'Leuenberger', date '1980-01-01', '003700000001', 'B', date '2000-01-01', c.shelf ${signed}`,
  `insert into public.contract_lines (id, company_id, contract_id, position, kind, label, explanation, quantity, unit_price, amount, vat_rate, shelf)
   select gen_random_uuid(), c.company_id, c.id, n, ${line}, c.shelf from public.contracts c ${many('contract_lines')} where c.company_id = $1::uuid`,
  `insert into public.handovers (id, company_id, contract_id, vehicle_id, counter_id, clerk_id, kind, handed_over_at, odometer_km, fuel_eighths, signature, signed_name, shelf)
   select gen_random_uuid(), c.company_id, c.id, c.vehicle_id, c.counter_id, c.clerk_id, case n when 1 then 'check_out' else 'check_in' end::public.handover_kind,
     now(), 40000, 8, c.signature, c.signed_name, c.shelf from public.contracts c ${many('handovers')} where c.company_id = $1::uuid and c.signed_at is not null`,
  `insert into public.deposits (id, company_id, branch_id, counter_id, clerk_id, contract_id, method, amount, held_at, shelf)
   select gen_random_uuid(), c.company_id, c.branch_id, c.counter_id, c.clerk_id, c.id, 'card', 50000, now(), c.shelf ${signed}`,
  `insert into public.photos (id, company_id, counter_id, vehicle_id, contract_id, caption, path, mime, sha256, size_bytes, taken_at, stored_at, shelf)
   select p.id, c.company_id, c.counter_id, c.vehicle_id, c.id, 'Links', c.company_id || '/' || p.id || '.jpg', 'image/jpeg', repeat('a', 64), 400000, now(), now(), c.shelf
   from public.contracts c ${many('photos')} cross join lateral (select md5('photo' || c.id || n)::uuid as id) p where c.company_id = $1::uuid and c.signed_at is not null`,
  `insert into public.invoices (id, company_id, branch_id, counter_id, clerk_id, contract_id, customer_id, number, recipient, issued_on, due_on, service_from, service_to,
     total, vat_total, reference, issued_at, vat, shelf)
   select gen_random_uuid(), c.company_id, c.branch_id, c.counter_id, c.clerk_id, c.id, c.customer_id, left(c.number, 9) || 'R' || substr(c.number, 10),
     '{"name": "Katharina Leuenberger", "street": "Bahnhofstrasse", "buildingNumber": "14", "postalCode": "8400", "town": "Winterthur", "country": "CH"}',
     current_date, current_date + 30, current_date, current_date, 31600, 2368, lpad(row_number() over ()::text, 27, '0'), now(),
     '[{"rate": 810, "net": 29232, "vat": 2368}]', c.shelf ${signed}`,
  `insert into public.invoice_lines (id, company_id, invoice_id, position, kind, label, explanation, quantity, unit_price, amount, vat_rate, shelf)
   select gen_random_uuid(), i.company_id, i.id, n, ${line}, i.shelf from public.invoices i ${many('invoice_lines')} where i.company_id = $1::uuid`,
  `insert into public.payments (id, company_id, branch_id, counter_id, clerk_id, contract_id, invoice_id, kind, method, amount, paid_at, shelf)
   select gen_random_uuid(), i.company_id, i.branch_id, i.counter_id, i.clerk_id, i.contract_id, i.id, 'payment', 'card', 15800, now(), i.shelf
   from public.invoices i ${many('payments')} where i.company_id = $1::uuid`,
  `insert into public.documents (id, company_id, counter_id, contract_id, kind, language, path, sha256, size_bytes, made_at, stored_at, shelf)
   select p.id, c.company_id, c.counter_id, c.id, 'contract', 'de', c.company_id || '/' || p.id || '.pdf', repeat('a', 64), 90000, now(), now(), c.shelf
   from public.contracts c ${many('documents')} cross join lateral (select md5('paper' || c.id || n)::uuid as id) p where c.company_id = $1::uuid and c.signed_at is not null`,
  `insert into public.audit_events (id, company_id, counter_id, user_id, sequence, kind, subject_id, content_hash, previous_hash, hash, occurred_at, signature, public_key)
   select gen_random_uuid(), c.company_id, c.counter_id, c.clerk_id, row_number() over (partition by c.counter_id), 'contract.signed', c.id, repeat('a', 64), repeat('b', 64),
     repeat('c', 64), now(), repeat('d', 128), repeat('e', 64) from public.contracts c ${many('audit_events')} where c.company_id = $1::uuid and c.signed_at is not null`,
  `with drawer as (
     insert into public.cash_sessions (id, company_id, branch_id, counter_id, number, opened_at, opened_by, opening_float, closed_at, closed_by, counted, counted_total, expected, to_bank, shelf)
     select gen_random_uuid(), k.company_id, k.branch_id, k.id, b.code || '-' || k.letter || '-26-K' || lpad(n::text, 5, '0'), now(), u.id, 20000, now(), u.id,
       '{"2000": 5, "5000": 3}', 50000, 50000, 30000, k.branch_id
     from public.counters k join public.branches b on b.id = k.branch_id cross join lateral (select id from public.users where company_id = k.company_id limit 1) u
       cross join generate_series(1, 340) n
     where k.company_id = $1::uuid and k.reference_no <= ${assumed.countersPerBranch} returning id, counter_id, company_id, opened_by, shelf
   ), one as (select distinct on (counter_id) * from drawer)
   insert into public.cash_movements (id, company_id, session_id, kind, amount, reason, moved_at, clerk_id, shelf)
   select gen_random_uuid(), one.company_id, one.id, 'paid_in', 15800, 'Miete bar', now(), one.opened_by, one.shelf
   from one join public.contracts c on c.counter_id = one.counter_id ${many('cash_movements')} where c.signed_at is not null`,
];
