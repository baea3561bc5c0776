-- What came into the tables of the second release (20261120100000 … 20261120105100): a row or two of each, beside the books of the
-- first. Ids as first-release.sql makes them.

create or replace function pg_temp.row_id(kind text, company integer, n integer default 0) returns uuid language sql immutable as $$
  select md5(kind || '/' || company || '/' || n)::uuid
$$;

insert into public.seasons (id, company_id, name, priority, valid_from, valid_to)
  select pg_temp.row_id('season', c), pg_temp.row_id('company', c), repeat('s', 200), 100, '0001-01-01', '9999-12-31' from generate_series(1, 2) c;
insert into public.kilometre_packages (id, company_id, name, kilometres, price)
  select pg_temp.row_id('package', 1, n), pg_temp.row_id('company', 1), 'Paket', case n when 1 then 9999999 end, 0 from generate_series(1, 2) n;
insert into public.extras (id, company_id, name, per, price, maximum, maximum_count, vat_kind)
  select pg_temp.row_id('extra', 1, n), pg_temp.row_id('company', 1), 'Kindersitz', (array['day', 'once'])[n]::public.charge_per, 500,
    case n when 1 then 0 end, 99, (array['standard', 'none'])[n]::public.vat_kind from generate_series(1, 2) n;
insert into public.protections (id, company_id, name, cover, per_day, deductible)
  select pg_temp.row_id('protection', 1, n), pg_temp.row_id('company', 1), 'Schutz', (array['collision', 'theft'])[n], 0, 0 from generate_series(1, 2) n;
insert into public.one_way_fees (id, company_id, from_branch_id, to_branch_id, price)
  values (pg_temp.row_id('fee', 1, 1), pg_temp.row_id('company', 1), null, null, 0),
    (pg_temp.row_id('fee', 1, 2), pg_temp.row_id('company', 1), pg_temp.row_id('branch', 1, 1), pg_temp.row_id('branch', 1, 2), 9007199254740991);
insert into public.discounts (id, company_id, name, customer_group, voucher, share, amount, applies_to, valid_from, valid_to)
  values (pg_temp.row_id('discount', 1, 1), pg_temp.row_id('company', 1), 'x', 'regular', null, 10000, null, 'all', '2026-01-01', '2026-01-01'),
    (pg_temp.row_id('discount', 1, 2), pg_temp.row_id('company', 1), 'y', null, 'V', null, 1, 'rental', '2026-01-01', '2027-01-01');

insert into public.vehicle_plates (id, company_id, vehicle_id, plate, used_from, used_to)
  select pg_temp.row_id('plate', 1, n), pg_temp.row_id('company', 1), pg_temp.row_id('vehicle', 1, 1), 'ZH ' || n,
    '2000-01-01'::timestamptz + n * interval '1 year', case n when 1 then '2001-06-01'::timestamptz end from generate_series(1, 2) n;
insert into public.vehicle_holds (id, company_id, vehicle_id, reason, starts_at)
  select pg_temp.row_id('hold', 1, n::integer), pg_temp.row_id('company', 1), pg_temp.row_id('vehicle', 1, n::integer), reason, now()
  from unnest(enum_range(null::public.hold_reason)) with ordinality as every (reason, n);
insert into public.vehicle_transfers (id, company_id, vehicle_id, from_branch_id, to_branch_id, leaves_at)
  values (pg_temp.row_id('transfer', 1), pg_temp.row_id('company', 1), pg_temp.row_id('vehicle', 1, 1), pg_temp.row_id('branch', 1, 1),
    pg_temp.row_id('branch', 1, 2), now());
insert into public.damages (id, company_id, vehicle_id, view, x, y, kind, size, found_at, repaired_at)
  select pg_temp.row_id('damage', 1, n::integer), pg_temp.row_id('company', 1), pg_temp.row_id('vehicle', 1, 1), 'top', 0, 1000, kind, 'large',
    now(), case n when 1 then now() end from unnest(enum_range(null::public.damage_kind)) with ordinality as every (kind, n);
insert into public.photos (id, company_id, counter_id, damage_id, path, mime, sha256, size_bytes, taken_at)
  select pg_temp.row_id('photo', 1), pg_temp.row_id('company', 1), pg_temp.row_id('counter', 1, 1), pg_temp.row_id('damage', 1, 1),
    pg_temp.row_id('company', 1) || '/' || pg_temp.row_id('photo', 1) || '.webp', 'image/webp', repeat('a', 64), 1, now();

insert into public.amendments (id, company_id, contract_id, branch_id, counter_id, clerk_id, number, position, changes, follows, vehicle_id,
    category_id, return_branch_id, ends_at, total_before, total, terms, signature, signed_name, signed_at)
  values (pg_temp.row_id('amendment', 1), pg_temp.row_id('company', 1), pg_temp.row_id('contract', 1, 5), pg_temp.row_id('branch', 1, 1),
    pg_temp.row_id('counter', 1, 1), pg_temp.row_id('user', 1, 1), 'ABX-A-26-N00001', 99, '[{"kind": "period"}]', repeat('0', 64),
    pg_temp.row_id('vehicle', 1, 5), pg_temp.row_id('category', 1, 2), pg_temp.row_id('branch', 1, 2), 'infinity', 0, 9007199254740991, '{}',
    '{}', '', now());
-- 1 held, 2 given back, 3 kept whole
insert into public.deposits (id, company_id, branch_id, counter_id, clerk_id, contract_id, method, amount, held_at, released, kept,
    kept_reason, settled_at, settled_by)
  select pg_temp.row_id('deposit', 1, n), pg_temp.row_id('company', 1), pg_temp.row_id('branch', 1, 1), pg_temp.row_id('counter', 1, 1),
    pg_temp.row_id('user', 1, 1), pg_temp.row_id('contract', 1, 7), 'cash', 50000, now(), case n when 2 then 50000 when 3 then 0 end,
    case n when 2 then 0 when 3 then 50000 end, case n when 3 then 'Kratzer' else '' end, case when n > 1 then now() end,
    case when n > 1 then pg_temp.row_id('user', 1, 1) end from generate_series(1, 3) n;
insert into public.cash_sessions (id, company_id, branch_id, counter_id, number, currency, opened_at, opened_by, opening_float)
  select pg_temp.row_id('drawer', 1, n), pg_temp.row_id('company', 1), pg_temp.row_id('branch', 1, 1), pg_temp.row_id('counter', 1, 1),
    'ABX-A-26-K0000' || n, (array['CHF', 'EUR'])[n]::public.currency, now(), pg_temp.row_id('user', 1, 1), 20000 from generate_series(1, 2) n;
insert into public.cash_movements (id, company_id, session_id, kind, amount, payment_id, deposit_id, reason, moved_at, clerk_id)
  select pg_temp.row_id('cash', 1, n::integer), pg_temp.row_id('company', 1), pg_temp.row_id('drawer', 1, 1), kind, 5,
    case when kind in ('payment', 'refund') then pg_temp.row_id('payment', 1, 1) end,
    case when kind in ('deposit_in', 'deposit_out') then pg_temp.row_id('deposit', 1, 2) end, 'Wechselgeld', now(), pg_temp.row_id('user', 1, 1)
  from unnest(enum_range(null::public.cash_movement_kind)) with ordinality as every (kind, n);
update public.cash_sessions set closed_at = now(), closed_by = pg_temp.row_id('user', 1, 1), counted = '{"2000": 10}', counted_total = 20005,
  expected = 20000, difference_reason = 'verzählt', to_bank = 20005 where id = pg_temp.row_id('drawer', 1, 1);
insert into public.reminders (id, company_id, invoice_id, counter_id, clerk_id, step, open_amount, reminded_on, pay_until)
  select pg_temp.row_id('reminder', 1, n), pg_temp.row_id('company', 1), pg_temp.row_id('invoice', 1, 1), pg_temp.row_id('counter', 1, 1),
    pg_temp.row_id('user', 1, 1), n, 1, '2026-12-21', '2026-12-21' from generate_series(1, 3) n;
insert into public.fines (id, company_id, branch_id, counter_id, clerk_id, number, status, authority, authority_reference, plate, offence_at,
    received_on, contract_id, driver_name, named_on)
  select pg_temp.row_id('fine', 1, n::integer), pg_temp.row_id('company', 1), pg_temp.row_id('branch', 1, 1), pg_temp.row_id('counter', 1, 1),
    pg_temp.row_id('user', 1, 1), 'ABX-A-26-B0000' || n, status, '{}', '', '', '2026-11-01', '2026-11-20', pg_temp.row_id('contract', 1, 7),
    'Ärni', case status when 'named' then date '2026-11-21' end
  from unnest(enum_range(null::public.fine_status)) with ordinality as every (status, n);
insert into public.bank_imports (id, company_id, clerk_id, file_name, sha256, message_kind, entries, imported_at)
  values (pg_temp.row_id('import', 1), pg_temp.row_id('company', 1), pg_temp.row_id('user', 1, 1), '', repeat('b', 64), 'camt.054', 0, now());
insert into public.bank_entries (id, company_id, import_id, dedupe_key, account, booked_on, currency, amount, outcome, invoice_id)
  select pg_temp.row_id('entry', 1, n::integer), pg_temp.row_id('company', 1), pg_temp.row_id('import', 1), repeat('k', 199) || n,
    'CH9300762011623852957', '2026-11-20', 'CHF', -1, outcome, case outcome when 'matched' then pg_temp.row_id('invoice', 1, 1) end
  from unnest(enum_range(null::public.bank_entry_outcome)) with ordinality as every (outcome, n);

insert into public.messages (id, company_id, counter_id, clerk_id, channel, template, language, recipient, queued_at, status, sent_at)
  select pg_temp.row_id('message', 1, n::integer), pg_temp.row_id('company', 1), pg_temp.row_id('counter', 1, 1), pg_temp.row_id('user', 1, 1),
    'sms', 'thanks', 'it', '+41', now(), status, case status when 'sent' then now() end
  from unnest(enum_range(null::public.message_status)) with ordinality as every (status, n);
insert into public.release_policies (id, company_id, channel, version)
  values (pg_temp.row_id('policy', 1), pg_temp.row_id('company', 1), 'early', '9999.9999.9999');
insert into private.security_events (kind, code) values ('data_breach', 'tried');
insert into private.logs (level, source, message) values ('error', 'job', repeat('m', 2000));
insert into private.analytics_events (company_id, name) values (pg_temp.row_id('company', 1), 'opened');
insert into private.counter_keys (counter_id, public_key, company_id, device_id, claimed_by)
  values (pg_temp.row_id('counter', 1, 1), repeat('f', 64), pg_temp.row_id('company', 1), gen_random_uuid(), gen_random_uuid());
insert into private.counter_sessions (session_id, company_id, counter_id, user_id, ended_at)
  values (gen_random_uuid(), pg_temp.row_id('company', 1), pg_temp.row_id('counter', 1, 2), pg_temp.row_id('user', 1, 1), now());
insert into private.files_to_remove (bucket, path) values ('contract-photos', 'gone.jpg');
insert into private.uploads (company_id, client_id, counter_id, user_id, schema_version, transactions, bytes)
  values (pg_temp.row_id('company', 1), 'kasse', pg_temp.row_id('counter', 1, 1), pg_temp.row_id('user', 1, 1), 2, 0, 0);
