-- What companies had in their books when the first release (20261120090000 … 20261120090700) was all there was: every table, every
-- status, and at the edges of what that version took. Three companies: one that fills every field to its limit, one that fills
-- none it need not, one larger than any tier that came later.
--
-- Written through the rules of that version, in the steps of its app. Only what had grown older than a counter may date it is
-- written past them.

create function pg_temp.row_id(kind text, company integer, n integer default 0) returns uuid language sql immutable as $$
  select md5(kind || '/' || company || '/' || n)::uuid
$$;
create function pg_temp.long(sort text) returns text language sql immutable as $$
  -- Two hundred characters, of one to four bytes; what Latin-1 does not know stays within what a text may hold.
  select left(repeat(sort || ' Zürich–Genève “Łódź” 漢字 🚗 ', 12), 200)
$$;
create function pg_temp.hash(what text) returns text language sql immutable as $$
  select encode(sha256(convert_to(what, 'UTF8')), 'hex')
$$;

-- ── who ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
insert into public.companies (id, name, street, postal_code, town, uid, iban)
  values (pg_temp.row_id('company', 2), 'Klein', 'Gasse', '1', 'X', '', 'CH9300762011623852957');
insert into public.companies (id, name, street, building_number, postal_code, town, country, phone, email, website, uid,
    vat_registered, iban, qr_iban, qr_bank_prefix, payment_days, terms, accent_colour, created_at)
  values (pg_temp.row_id('company', 1), pg_temp.long('Autovermietung'), pg_temp.long('Strasse'), pg_temp.long('1'),
    pg_temp.long('8000'), pg_temp.long('Ort'), 'LI', pg_temp.long('+41'), pg_temp.long('@'), pg_temp.long('https://'),
    'CHE-116.281.710 MWST', true, 'CH9300762011623852957', 'CH4431999123000889012', '210000', 365, repeat('§', 10000), '#000000',
    '1999-12-31 23:59:59.999999+00'),
  (pg_temp.row_id('company', 3), 'Gross AG', 'Ring', '1', '8000', 'Zürich', 'CH', '', '', '', 'CHE-000.000.000', false,
    'LI21088100002324013AA', null, '', 0, '', '#ffffff', now());

insert into public.branches (id, company_id, code, name, street, postal_code, town)
  select pg_temp.row_id('branch', c, n), pg_temp.row_id('company', c),
    chr(65 + n / 26) || chr(65 + n % 26) || 'X', 'Filiale ' || n, 'Weg', '8000', 'Zürich'
  from (values (1, 3), (2, 1), (3, 45)) as size (c, many), generate_series(1, many) n;

insert into auth.users (id, email, created_at)
  select pg_temp.row_id('user', c, n), format('user-%s-%s@post.example', c, n), now()
  from (values (1, 6), (2, 1), (3, 3)) as size (c, many), generate_series(1, many) n;
insert into public.users (id, company_id, branch_id, role, display_name, language, is_active)
  select pg_temp.row_id('user', c, n), pg_temp.row_id('company', c),
    case when n in (3, 4) then pg_temp.row_id('branch', c, 1) end,
    (array['owner', 'manager', 'staff', 'staff', 'viewer', 'owner'])[n]::public.user_role,
    case n when 1 then pg_temp.long('Chefin') else 'Person ' || n end,
    (array['de', 'fr', 'it', 'en', 'de', 'fr'])[n]::public.language, n <> 6
  from (values (1, 6), (2, 1), (3, 3)) as size (c, many), generate_series(1, many) n;

insert into public.counters (id, company_id, branch_id, letter, reference_no, name, device_id, claimed_at, is_active)
  select pg_temp.row_id('counter', c, n), pg_temp.row_id('company', c), pg_temp.row_id('branch', c, 1), chr(64 + n),
    case n when 1 then 1 else 10000 - n end, case n when 1 then '' else pg_temp.long('Schalter') end,
    case n when 1 then pg_temp.row_id('device', c, n) end, case n when 1 then now() - interval '90 days' end, n <> 3
  from generate_series(1, 3) c, generate_series(1, 3) n;

-- ── renters, fleet, prices ──────────────────────────────────────────────────────────────────────────────────────────────────
insert into public.customers (id, company_id, last_name) -- nothing that need not be
  select pg_temp.row_id('customer', c, 1), pg_temp.row_id('company', c), '-' from generate_series(1, 3) c;
insert into public.customers (id, company_id, kind, first_name, last_name, company_name, street, building_number, postal_code, town,
    country, phone, email, language, born_on, licence_number, licence_category, licence_since, licence_country, note, created_at)
  values
    (pg_temp.row_id('customer', 1, 2), pg_temp.row_id('company', 1), 'person', pg_temp.long('Anna'), pg_temp.long('Ärni'),
      pg_temp.long('bei'), pg_temp.long('Strasse'), pg_temp.long('1'), pg_temp.long('8'), pg_temp.long('Ort'), 'AF',
      pg_temp.long('+'), pg_temp.long('@'), 'it', '0001-01-01', pg_temp.long('L'), pg_temp.long('B'), '9999-12-31', 'ZW',
      repeat('ß', 10000), '-infinity'),
    (pg_temp.row_id('customer', 1, 3), pg_temp.row_id('company', 1), 'company', '', '', pg_temp.long('Firma'), '', '', '', '', 'CH',
      '', '', 'fr', null, '', '', null, 'CH', '', now()),
    -- Entered twice, with the same licence and the same birthday: nobody was told of that yet.
    (pg_temp.row_id('customer', 1, 4), pg_temp.row_id('company', 1), 'person', 'Beat', 'Zwilling', '', '', '', '', '', 'CH', '', '',
      'en', '1980-02-29', 'L-123 456', 'B', '2000-01-01', 'CH', '', now()),
    (pg_temp.row_id('customer', 1, 5), pg_temp.row_id('company', 1), 'person', 'BEAT', 'zwilling', '', '', '', '', '', 'CH', '', '',
      'de', '1980-02-29', 'l123456', 'B', '2000-01-01', 'CH', E'Zeile\nzwei\t"', now());

insert into public.vehicle_categories (id, company_id, code, name, position, deposit, deductible, minimum_age, minimum_licence_years)
  select pg_temp.row_id('category', c, n), pg_temp.row_id('company', c), 'K' || n, case n when 1 then pg_temp.long('Klasse') else '' end,
    case n when 1 then 2147483647 else -2147483648 end, case n when 1 then 9007199254740991 else 0 end,
    case n when 1 then 9007199254740991 else 0 end, case n when 1 then 99 else 18 end, case n when 1 then 50 else 0 end
  from generate_series(1, 3) c, generate_series(1, 2) n;
insert into public.vehicles (id, company_id, branch_id, category_id, vin, plate, make, model, colour, energy, status, odometer_km,
    fuel_eighths, parking_place)
  select pg_temp.row_id('vehicle', c, n), pg_temp.row_id('company', c), pg_temp.row_id('branch', c, 1),
    pg_temp.row_id('category', c, 1 + n % 2), 'WVW' || lpad(n::text, 14, '0'),
    case n when 1 then pg_temp.long('ZH') else 'ZH ' || n end, 'VW', 'Golf', case n when 1 then pg_temp.long('rot') else '' end,
    (array['petrol', 'diesel', 'hybrid', 'electric'])[1 + n % 4]::public.energy,
    (array['active', 'workshop', 'retired'])[case when n > 10 then n - 9 else 1 end]::public.vehicle_status,
    case n when 1 then 9999999 else 0 end, n % 9, case n when 1 then pg_temp.long('Platz') else '' end
  from generate_series(1, 3) c, generate_series(1, 12) n;
insert into public.rates (id, company_id, category_id, name, valid_from, valid_to, minimum_days, day_price, kilometres_per_day,
    extra_kilometre_price, grace_minutes)
  select pg_temp.row_id('rate', c, n), pg_temp.row_id('company', c), pg_temp.row_id('category', c, 1 + n % 2),
    case n when 1 then pg_temp.long('Tarif') else '' end, case n when 1 then date '0001-01-01' else date '2026-01-01' end,
    case n when 1 then date '9999-12-31' else date '2026-01-01' end, case n when 1 then 2147483647 else 1 end,
    case n when 1 then 9007199254740991 when 2 then 0 else 7900 end, case n when 1 then 9999999 when 2 then 0 else 200 end,
    case n when 1 then 9007199254740991 when 2 then 0 else 35 end, case n when 1 then 720 else 0 end
  from generate_series(1, 3) c, generate_series(1, 3) n;

-- ── rentals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- n: 1 quote, 2 reserved with a vehicle, 3 to assign, 4 void, 5 out, 6 returned, 7 closed, 8 and 9 out with one vehicle,
-- 10 out and full to the limits, 11 closed ten years ago, 12 reserved and signed by nobody, with its price already
insert into public.contracts (id, company_id, branch_id, return_branch_id, status, customer_id, customer_name, category_id, vehicle_id,
    plate, starts_at, ends_at, currency, language, note)
  select pg_temp.row_id('contract', c, n), pg_temp.row_id('company', c), pg_temp.row_id('branch', c, 1),
    pg_temp.row_id('branch', c, case c when 1 then 2 else 1 end),
    (case n when 2 then 'reserved' when 3 then 'to_assign' when 4 then 'void' when 12 then 'reserved' else 'quote' end)::public.contract_status,
    pg_temp.row_id('customer', c, 1), case n when 10 then pg_temp.long('Name') else 'Ärni, Anna' end,
    pg_temp.row_id('category', c, 1 + n % 2),
    case when n not in (1, 3, 4) then pg_temp.row_id('vehicle', c, case n when 9 then 8 else n end) end,
    case n when 10 then pg_temp.long('ZH') when 1 then '' else 'ZH ' || n end,
    case n when 1 then '-infinity' when 10 then '1900-01-01' when 11 then now() - interval '10 years' else now() - interval '3 days' end,
    case n when 1 then 'infinity'::timestamptz when 10 then '9999-12-31' when 11 then now() - interval '119 months'
      else now() + interval '4 days' end,
    (case n when 6 then 'EUR' else 'CHF' end)::public.currency,
    (array['de', 'fr', 'it', 'en'])[1 + n % 4]::public.language, case n when 10 then repeat('n', 10000) else '' end
  from generate_series(1, 3) c, generate_series(1, 12) n;
insert into public.contract_drivers (id, company_id, contract_id, is_main, first_name, last_name, born_on, licence_number,
    licence_category, licence_since)
  select pg_temp.row_id('driver', c, n * 10 + d), pg_temp.row_id('company', c), pg_temp.row_id('contract', c, n), d = 1,
    case n when 10 then pg_temp.long('Vor') else '' end, 'Ärni', case n when 10 then date '0001-01-01' else date '1980-02-29' end,
    case n when 10 then pg_temp.long('L') else '' end, 'B', '2000-01-01'
  from generate_series(1, 3) c, generate_series(4, 12) n, generate_series(1, 2) d;
insert into public.contract_lines (id, company_id, contract_id, position, kind, label, explanation, quantity, unit_price, amount,
    vat_kind, vat_rate)
  select pg_temp.row_id('line', c, n * 10 + l.position), pg_temp.row_id('company', c), pg_temp.row_id('contract', c, n),
    case when n = 10 and l.position = 7 then 999 else l.position end, l.kind::public.line_kind,
    case n when 10 then pg_temp.long('Zeile') else l.kind end, case n when 10 then pg_temp.long('weil') else '' end, l.quantity,
    l.price, l.quantity * l.price, (case l.kind when 'damage' then 'none' else 'standard' end)::public.vat_kind,
    case l.kind when 'damage' then 0 when 'fee' then 10000 else 810 end
  from generate_series(1, 3) c, generate_series(4, 12) n, (values
    (1, 'rental', 7, 7900), (2, 'kilometres', 99999, 1), (3, 'protection', 7, 0), (4, 'extra', 0, 500), (5, 'fee', 1, 5),
    (6, 'discount', 1, -4500), (7, 'damage', 1, 100000)
  ) as l (position, kind, quantity, price);

insert into public.handovers (id, company_id, contract_id, vehicle_id, counter_id, clerk_id, kind, handed_over_at, odometer_km,
    fuel_eighths, note)
  select pg_temp.row_id('out', c, n), pg_temp.row_id('company', c), pg_temp.row_id('contract', c, n),
    pg_temp.row_id('vehicle', c, case n when 9 then 8 else n end), pg_temp.row_id('counter', c, 1), pg_temp.row_id('user', c, 1),
    'check_out', now() - interval '3 days' + n * interval '1 second', case n when 8 then 5000 when 9 then 100 when 10 then 9999999 else 0 end,
    case n when 10 then 0 else 8 end, case n when 10 then repeat('k', 10000) else '' end
  from generate_series(1, 3) c, generate_series(5, 10) n;
update public.contracts k set counter_id = pg_temp.row_id('counter', c, 1), clerk_id = pg_temp.row_id('user', c, 1),
    number = format('ABX-A-26-%s', lpad((case n when 10 then 999999999 else n end)::text, 5, '0')), rate_id = pg_temp.row_id('rate', c, 1),
    total = (select sum(amount) from public.contract_lines l where l.contract_id = k.id),
    deposit = case n when 10 then 9007199254740991 else 0 end, deductible = case n when 10 then 9007199254740991 else 0 end,
    kilometres_included = case n when 10 then 9999999 else 1400 end, extra_kilometre_price = case n when 10 then 9007199254740991 else 35 end
  from generate_series(1, 3) c, generate_series(5, 12) n
  where k.id = pg_temp.row_id('contract', c, n) and n <> 11;
update public.contracts k set status = 'out', signed_at = now() - interval '3 days' + n * interval '1 millisecond',
    signed_name = case n when 10 then pg_temp.long('Name') else 'Anna Ärni' end,
    signature = case n when 10 then jsonb_build_object('width', 600, 'height', 180, 'strokes', (select jsonb_agg(jsonb_build_array(x, x)) from generate_series(1, 5000) x))
      else '{"width": 600, "height": 180, "strokes": [[[1, 1], [300, 90]]]}' end
  from generate_series(1, 3) c, generate_series(5, 10) n where k.id = pg_temp.row_id('contract', c, n);
insert into public.handovers (id, company_id, contract_id, vehicle_id, counter_id, clerk_id, kind, handed_over_at, odometer_km, fuel_eighths)
  select pg_temp.row_id('in', c, n), pg_temp.row_id('company', c), pg_temp.row_id('contract', c, n), pg_temp.row_id('vehicle', c, n),
    pg_temp.row_id('counter', c, 1), pg_temp.row_id('user', c, 1), 'check_in', now() - interval '1 day', 480, 3
  from generate_series(1, 3) c, generate_series(6, 7) n;
update public.contracts k set status = 'returned', returned_at = now() - interval '1 day'
  from generate_series(1, 3) c, generate_series(6, 7) n where k.id = pg_temp.row_id('contract', c, n);
update public.contracts k set status = 'closed', closed_at = now()
  from generate_series(1, 3) c where k.id = pg_temp.row_id('contract', c, 7);

-- ── money and papers ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- n: 1 issued, 2 being written, 3 issued for a company without a contract, full to the limits
insert into public.invoices (id, company_id, branch_id, counter_id, clerk_id, contract_id, customer_id, number, recipient, currency,
    issued_on, due_on, service_from, service_to, total, vat_total, reference, language)
  select pg_temp.row_id('invoice', c, n), pg_temp.row_id('company', c), pg_temp.row_id('branch', c, 1), pg_temp.row_id('counter', c, 1),
    pg_temp.row_id('user', c, 1), case when n < 3 then pg_temp.row_id('contract', c, 7) end, pg_temp.row_id('customer', c, 1),
    format('ABX-A-26-R%s', lpad((case n when 3 then 999999999 else n end)::text, 5, '0')),
    case n when 3 then jsonb_build_object('name', pg_temp.long('Firma'), 'more', null) else '{"name": "Anna Ärni"}' end,
    (case n when 3 then 'EUR' else 'CHF' end)::public.currency, '2026-11-20', '2026-12-20',
    case n when 3 then '0001-01-01' else '2026-11-17'::date end, case n when 3 then '9999-12-31' else '2026-11-20'::date end,
    case n when 3 then 9007199254740991 else 55300 end, case n when 3 then 9007199254740991 else 4144 end,
    case n when 3 then 'RF18' || repeat('Z', 21) else lpad((c * 10 + n)::text, 27, '0') end,
    (array['de', 'fr', 'it', 'en'])[1 + (c + n) % 4]::public.language
  from generate_series(1, 3) c, generate_series(1, 3) n;
insert into public.invoice_lines (id, company_id, invoice_id, position, kind, label, quantity, unit_price, amount, vat_rate)
  select pg_temp.row_id('billed', c, n), pg_temp.row_id('company', c), pg_temp.row_id('invoice', c, n), case n when 3 then 999 else 1 end,
    'rental', case n when 3 then pg_temp.long('Zeile') else 'Miete' end, case n when 3 then 1 else 7 end,
    case n when 3 then 9007199254740991 else 7900 end, case n when 3 then 9007199254740991 else 55300 end, 810
  from generate_series(1, 3) c, generate_series(1, 3) n;
insert into public.invoice_lines (id, company_id, invoice_id, position, kind, label, quantity, unit_price, amount, vat_kind, vat_rate)
  select pg_temp.row_id('billed', c, 100 + l.position), pg_temp.row_id('company', c), pg_temp.row_id('invoice', c, 2), l.position,
    l.kind::public.line_kind, '', 0, l.price, 0, (case l.kind when 'damage' then 'none' else 'standard' end)::public.vat_kind, 0
  from generate_series(1, 3) c, (values
    (2, 'kilometres', 1), (3, 'protection', 9007199254740991), (4, 'extra', -1), (5, 'fee', 0), (6, 'discount', 5), (7, 'damage', 1)
  ) as l (position, kind, price);
update public.invoices i set issued_at = now() from generate_series(1, 3) c, unnest(array[1, 3]) n
  where i.id = pg_temp.row_id('invoice', c, n);
insert into public.payments (id, company_id, branch_id, counter_id, clerk_id, contract_id, invoice_id, kind, method, currency, amount,
    paid_at, reference)
  select pg_temp.row_id('payment', c, n), pg_temp.row_id('company', c), pg_temp.row_id('branch', c, 1), pg_temp.row_id('counter', c, 1),
    pg_temp.row_id('user', c, 1), case when n < 4 then pg_temp.row_id('contract', c, 7) end,
    case when n > 2 then pg_temp.row_id('invoice', c, 1) end,
    (array['payment', 'refund', 'deposit', 'deposit_release'])[n]::public.payment_kind,
    (array['cash', 'card', 'twint', 'bank'])[n]::public.payment_method, (case n when 2 then 'EUR' else 'CHF' end)::public.currency,
    -- One Rappen in cash: coins of one were asked of nobody yet.
    case n when 1 then 1 when 2 then 9007199254740991 else 55300 end, now() - interval '390 days' * (n - 1) / 3,
    case n when 1 then pg_temp.long('Beleg') else '' end
  from generate_series(1, 3) c, generate_series(1, 4) n;
insert into storage.objects (bucket_id, name, owner, metadata)
  select d.bucket, format('%s/%s.%s', pg_temp.row_id('company', c), pg_temp.row_id('document', c, n), d.ending), pg_temp.row_id('user', c, 1),
    jsonb_build_object('size', 1234, 'mimetype', d.mime)
  from generate_series(1, 3) c, generate_series(1, 2) n,
    (values ('contract-pdfs', 'pdf', 'application/pdf'), ('contract-photos', 'jpg', 'image/jpeg')) as d (bucket, ending, mime);
insert into public.documents (id, company_id, counter_id, contract_id, invoice_id, kind, language, path, sha256, size_bytes, made_at, stored_at)
  select pg_temp.row_id('document', c, n), pg_temp.row_id('company', c), pg_temp.row_id('counter', c, 1),
    case when n = 1 then pg_temp.row_id('contract', c, 7) end, case when n = 2 then pg_temp.row_id('invoice', c, 1) end,
    (array['contract', 'invoice', 'contract'])[n]::public.document_kind, (array['de', 'fr', 'it', 'en'])[1 + (c + n) % 4]::public.language,
    format('%s/%s.pdf', pg_temp.row_id('company', c), pg_temp.row_id('document', c, n)), pg_temp.hash('paper' || n),
    case n when 1 then 1 else 52428800 end, '2000-01-01', case when n < 3 then now() end
  from generate_series(1, 3) c, generate_series(1, 3) n;

-- ── the chain, and what people have to settle ───────────────────────────────────────────────────────────────────────────────
insert into public.audit_events (id, company_id, counter_id, user_id, sequence, kind, subject_id, content_hash, previous_hash, hash,
    occurred_at)
  select pg_temp.row_id('link', c, n), pg_temp.row_id('company', c), pg_temp.row_id('counter', c, 1), pg_temp.row_id('user', c, 1), n,
    (array['contract.signed', 'invoice.issued', 'contract.signed'])[n], pg_temp.row_id('contract', c, 4 + n), pg_temp.hash('content' || n),
    case n when 1 then repeat('0', 64) else pg_temp.hash(c || '/' || (n - 1)) end, pg_temp.hash(c || '/' || n), now() - interval '3 days'
  from generate_series(1, 3) c, generate_series(1, 3) n;
-- Conflicts of every kind stand already (double_check_out of 8 and 9, odometer_back of 9). One more that was settled.
insert into public.conflicts (id, company_id, kind, vehicle_id, contract_id, details, settled_at, settled_by, settled_reason)
  select pg_temp.row_id('conflict', c), pg_temp.row_id('company', c), 'odometer_back', pg_temp.row_id('vehicle', c, 7),
    pg_temp.row_id('contract', c, 7), '{}', now(), pg_temp.row_id('user', c, 1), repeat('r', 10000)
  from generate_series(1, 3) c;
insert into public.refused_changes (id, company_id, counter_id, user_id, client_id, tx_id, code, message, payload, whole_payload,
    settled_at, settled_by, settled_note)
  select pg_temp.row_id('refusal', c, n), pg_temp.row_id('company', c), pg_temp.row_id('counter', c, 1), pg_temp.row_id('user', c, 1),
    'kasse', n, 'rule_broken', repeat('m', 1000), case n when 1 then '[]' when 2 then '"a text"' else '[{"op": "PUT", "table": "customers", "id": "x", "data": null}]'::jsonb end,
    case n when 3 then to_jsonb(repeat('w', 300000)) end, case n when 2 then now() end,
    case n when 2 then pg_temp.row_id('user', c, 1) end, case n when 2 then repeat('s', 10000) end
  from generate_series(1, 3) c, generate_series(1, 3) n;

-- A rental of ten years ago came from the program before this one.
set session_replication_role = replica;
update public.contracts k set status = 'closed', signed_at = now() - interval '10 years', returned_at = now() - interval '119 months',
    closed_at = now() - interval '119 months', signed_name = '', signature = '{}', number = 'ABX-A-16-00011',
    total = (select sum(amount) from public.contract_lines l where l.contract_id = k.id),
    counter_id = pg_temp.row_id('counter', c, 3), clerk_id = pg_temp.row_id('user', c, 1)
  from generate_series(1, 3) c where k.id = pg_temp.row_id('contract', c, 11);
reset session_replication_role;
