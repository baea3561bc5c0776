-- What must be kept, what must go, and what a person may ask for.
--
-- Books and what belongs to them: ten years from the end of the financial year (OR 958f), and never removed earlier, by nobody.
-- Birth date and licence: six months after the return, unless something is open. Name and address: as long as a fine may
-- still come, which is three years (StGB 109), for the driver must then be named (OBG 7).

alter table public.companies add column financial_year_end_month integer not null default 12
  check (financial_year_end_month between 1 and 12);
comment on column public.companies.financial_year_end_month is
  'The month with whose last day the financial year ends: what is to be kept is kept ten years from then.';
grant update (financial_year_end_month) on public.companies to authenticated;

create function private.kept_until(p_company uuid, p_day date) returns date
language plpgsql stable set search_path = ''
as $$
declare
  v_ends date;
begin
  select make_date(extract(year from p_day)::integer, c.financial_year_end_month, 1) + interval '1 month' - interval '1 day' into v_ends
    from public.companies c where c.id = p_company;
  if v_ends < p_day then
    v_ends := date_trunc('month', v_ends) + interval '13 months' - interval '1 day';
  end if;
  -- The last day of the month again: 29 February is no day of every year.
  return date_trunc('month', v_ends) + interval '10 years 1 month' - interval '1 day';
end $$;
comment on function private.kept_until(uuid, date) is
  'The last day on which something of that day must be kept: ten years after the end of its financial year.';

-- By table, the day that counts; null is no document yet: a quote, a draft.
create function private.kept_day(p_table text, p_row jsonb) returns date
language plpgsql immutable set search_path = ''
as $$
declare
  v_moment constant text := case p_table
    when 'contracts' then case when p_row ->> 'signed_at' is not null
      then coalesce(p_row ->> 'closed_at', p_row ->> 'returned_at', p_row ->> 'ends_at') end
    when 'amendments' then p_row ->> 'signed_at'
    when 'handovers' then p_row ->> 'handed_over_at'
    when 'invoices' then case when p_row ->> 'issued_at' is not null then p_row ->> 'issued_on' end
    when 'reminders' then p_row ->> 'reminded_on'
    when 'payments' then p_row ->> 'paid_at'
    when 'deposits' then coalesce(p_row ->> 'settled_at', p_row ->> 'held_at')
    when 'cash_sessions' then coalesce(p_row ->> 'closed_at', p_row ->> 'opened_at')
    when 'cash_movements' then p_row ->> 'moved_at'
    when 'fines' then p_row ->> 'received_on'
    when 'documents' then p_row ->> 'made_at'
    when 'bank_imports' then p_row ->> 'imported_at'
    when 'bank_entries' then p_row ->> 'booked_on'
  end;
begin
  -- A day is a day; of a moment, that in Switzerland.
  return case when length(v_moment) = 10 then v_moment::date else (v_moment::timestamptz at time zone 'Europe/Zurich')::date end;
end $$;
comment on function private.kept_day(text, jsonb) is
  'The day from which a row of a legal document is kept; null for what is none, or none yet.';

create function private.guard_kept() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_until constant date := private.kept_until(old.company_id, private.kept_day(tg_table_name, to_jsonb(old)));
begin
  -- The clock of the server, whatever the job was told: nobody moves this one.
  if v_until >= (now() at time zone 'Europe/Zurich')::date then
    perform private.refuse('must_be_kept', format('This row of %s must be kept until %s.', tg_table_name, v_until));
  end if;
  return old;
end $$;
comment on function private.guard_kept() is 'Refuses to remove a legal document before its ten years are over, whoever asks.';

do $$
declare
  kept text;
begin
  foreach kept in array array['contracts', 'amendments', 'handovers', 'invoices', 'reminders', 'payments', 'deposits',
    'cash_sessions', 'cash_movements', 'fines', 'documents', 'bank_imports', 'bank_entries'] loop
    execute format('create trigger guard_kept before delete on public.%I for each row execute function private.guard_kept()', kept);
  end loop;
  -- Nor all at once.
  foreach kept in array array['contracts', 'contract_drivers', 'contract_lines', 'amendments', 'handovers', 'invoices',
    'invoice_lines', 'reminders', 'payments', 'deposits', 'cash_sessions', 'cash_movements', 'fines', 'documents', 'bank_imports',
    'bank_entries'] loop
    execute format('revoke truncate on public.%I from service_role', kept);
    execute format('create trigger guard_sealed_whole before truncate on public.%I for each statement execute function private.guard_sealed()', kept);
  end loop;
end $$;

-- Drivers and lines go with what they are part of; and a driver may be masked, to exactly these values.
create or replace function private.guard_contract_parts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  contract public.contracts;
begin
  select * into contract from public.contracts c
    where c.id = case tg_op when 'DELETE' then old.contract_id else new.contract_id end
      and c.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if contract.signed_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and private.kept_until(contract.company_id, private.kept_day('contracts', to_jsonb(contract)))
    < (now() at time zone 'Europe/Zurich')::date then
    return old;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'contract_drivers' then
    if old.masked_at is null and to_jsonb(new) = to_jsonb(old) || jsonb_build_object('masked_at', new.masked_at,
        'born_on', '1900-01-01', 'licence_number', '', 'licence_since', '1900-01-01', 'licence_expires_on', null)
      and new.masked_at is not null then
      return new;
    end if;
  end if;
  perform private.refuse('contract_frozen', 'The drivers and lines of a signed contract do not change.');
  return null;
end $$;
comment on function private.guard_contract_parts() is
  'Drivers and lines are frozen with their contract: masked later, removed with it after its ten years.';

create or replace function private.guard_invoice_lines() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  invoice public.invoices;
begin
  select * into invoice from public.invoices i
    where i.id = case tg_op when 'DELETE' then old.invoice_id else new.invoice_id end
      and i.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if invoice.issued_at is not null and not (tg_op = 'DELETE'
    and private.kept_until(invoice.company_id, private.kept_day('invoices', to_jsonb(invoice))) < (now() at time zone 'Europe/Zurich')::date) then
    perform private.refuse('invoice_frozen', 'The lines of an issued invoice do not change.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function private.guard_invoice_lines() is 'Lines are frozen with their invoice, and removed with it after its ten years.';

create table private.files_to_remove (
  bucket text not null,
  path text not null,
  noted_at timestamptz not null default now(),
  primary key (bucket, path)
);
comment on table private.files_to_remove is
  'Files whose row is gone. Storage forgets a file only through its own API: a function with the service key removes them, and then the row here.';
comment on column private.files_to_remove.bucket is 'The bucket of Storage.';
comment on column private.files_to_remove.path is 'The path in it.';
comment on column private.files_to_remove.noted_at is 'Since when it waits.';
grant select, delete on private.files_to_remove to service_role;

create function private.note_file() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.files_to_remove (bucket, path) values (old.bucket, old.path) on conflict do nothing;
  return null;
end $$;
comment on function private.note_file() is 'The file of a removed row is to be removed, too.';
create trigger note_file after delete on public.documents for each row execute function private.note_file();
create trigger note_file after delete on public.photos for each row execute function private.note_file();

-- A condition that no row of another table hangs on this one, out of the catalogue: so a new table is never forgotten.
create function private.nothing_hangs_on(p_table text, p_but_for text[]) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return coalesce((
    select string_agg(format('not exists (select from %s c where c.company_id = t.company_id and c.%I = t.id)',
      k.conrelid::regclass, a.attname), ' and ')
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'company_id'
    where k.contype = 'f' and k.confrelid = format('public.%I', p_table)::regclass
      and not (k.conrelid = any (p_but_for::regclass[]))), 'true');
end $$;
comment on function private.nothing_hangs_on(text, text[]) is 'A condition on a row t of a table: no row of others, but for those named, points at it.';

create function private.remove_expired_documents(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  -- From what hangs on others to what others hang on.
  in_order constant text[] := array['documents', 'reminders', 'bank_entries', 'cash_movements', 'payments', 'deposits', 'fines',
    'invoices', 'amendments', 'photos', 'damages', 'handovers', 'contracts', 'cash_sessions', 'bank_imports'];
  today constant date := (at at time zone 'Europe/Zurich')::date;
  v_table text;
  v_parts text[];
  v_part text;
  v_day text;
  v_ids uuid[];
  total bigint := 0;
begin
  foreach v_table in array in_order loop
    v_parts := case v_table when 'invoices' then array['public.invoice_lines']
      when 'contracts' then array['public.contract_lines', 'public.contract_drivers', 'public.conflicts'] else '{}' end;
    v_day := case v_table when 'photos' then '(t.taken_at at time zone ''Europe/Zurich'')::date'
      when 'damages' then 'case when t.contract_id is not null or t.repaired_at is not null then (t.found_at at time zone ''Europe/Zurich'')::date end'
      else format('private.kept_day(%L, to_jsonb(t))', v_table) end;
    execute format('select array_agg(t.id) from public.%I t where private.kept_until(t.company_id, %s) < $1 and %s',
      v_table, v_day, private.nothing_hangs_on(v_table, v_parts)) into v_ids using today;
    continue when v_ids is null;
    foreach v_part in array v_parts loop
      if v_part = 'public.conflicts' then
        delete from public.conflicts c where c.contract_id = any (v_ids) or c.other_contract_id = any (v_ids);
      else
        execute format('delete from %s p where p.%I = any ($1)', v_part,
          case v_table when 'invoices' then 'invoice_id' else 'contract_id' end) using v_ids;
      end if;
    end loop;
    execute format('delete from public.%I t where t.id = any ($1)', v_table) using v_ids;
    total := total + cardinality(v_ids);
  end loop;
  return total;
end $$;
comment on function private.remove_expired_documents(timestamptz) is
  'Removes what was kept ten years from the end of its financial year, once nothing hangs on it any more. Returns how many rows. The links of the audit chain stay: they name no renter.';

create function private.is_open(p_contract uuid) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  return exists (select from public.contracts c where c.id = p_contract and c.status = 'out')
    or exists (select from public.deposits d where d.contract_id = p_contract and d.settled_at is null)
    or exists (select from public.fines f where f.contract_id = p_contract and f.status <> 'closed')
    or exists (select from public.conflicts x where x.contract_id = p_contract and x.settled_at is null)
    or exists (select from public.conflicts x where x.other_contract_id = p_contract and x.settled_at is null)
    or exists (
      select from public.invoices i
      where i.contract_id = p_contract and i.kind = 'invoice' and i.issued_at is not null and i.total > (
        select coalesce(sum(case p.kind when 'payment' then p.amount when 'refund' then -p.amount else 0 end), 0)
        from public.payments p where p.invoice_id = i.id
      ) + (select coalesce(sum(n.total), 0) from public.invoices n where n.corrects_id = i.id and n.issued_at is not null));
end $$;
comment on function private.is_open(uuid) is
  'Whether a rental still needs its people: the car is out, money is owed, a deposit is held, a fine or a conflict is not settled.';

create function private.mask_people(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  since constant timestamptz := at - interval '6 months';
  masked bigint;
  total bigint;
begin
  update public.contract_drivers d
    set masked_at = at, born_on = '1900-01-01', licence_number = '', licence_since = '1900-01-01', licence_expires_on = null
    from public.contracts c
    where d.masked_at is null and c.id = d.contract_id and c.company_id = d.company_id
      and coalesce(c.returned_at, c.ends_at) < since and not private.is_open(c.id);
  get diagnostics total = row_count;
  update public.customers u
    set born_on = null, licence_number = '', licence_category = '', licence_since = null, licence_expires_on = null
    where u.created_at < since
      and (u.born_on is not null or u.licence_number <> '' or u.licence_category <> '' or u.licence_since is not null
        or u.licence_expires_on is not null)
      and not exists (
        select from public.contracts c
        where c.customer_id = u.id and c.status <> 'void'
          and (coalesce(c.returned_at, c.ends_at) >= since or private.is_open(c.id)));
  get diagnostics masked = row_count;
  return total + masked;
end $$;
comment on function private.mask_people(timestamptz) is
  'Masks birth date and licence six months after the return, unless something is open. Returns how many people.';

create function private.person_ids(p_customer uuid, p_company uuid) returns uuid[]
language plpgsql stable set search_path = ''
as $$
begin
  return array(
    with recursive same (id) as (
      select c.id from public.customers c where c.id = p_customer and c.company_id = p_company
      union
      select c.id from public.customers c join same s on c.merged_into = s.id where c.company_id = p_company
    ) select id from same);
end $$;
comment on function private.person_ids(uuid, uuid) is 'A customer and those that were merged into it.';

create function public.export_person(customer_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_company constant uuid := private.company_id();
  v_people uuid[];
  v_roots jsonb;
  v_link record;
  v_rows jsonb;
  v_all jsonb := '{}';
begin
  if not private.is_owner() then
    raise exception using errcode = '42501', message = 'What is known of a person is exported by owners.', detail = 'not_allowed';
  end if;
  v_people := private.person_ids(export_person.customer_id, v_company);
  if v_people = '{}' then
    return jsonb_build_object('outcome', 'refused', 'code', 'row_missing');
  end if;
  -- The roots first, so that what hangs on them is found through them.
  v_roots := jsonb_build_object('customers', to_jsonb(v_people), 'contracts', to_jsonb(array(
    select c.id from public.contracts c where c.company_id = v_company and c.customer_id = any (v_people))));
  v_roots := v_roots
    || jsonb_build_object('invoices', to_jsonb(array(
      select i.id from public.invoices i where i.company_id = v_company and (i.customer_id = any (v_people)
        or i.contract_id::text in (select jsonb_array_elements_text(v_roots -> 'contracts'))))))
    || jsonb_build_object('handovers', to_jsonb(array(
      select h.id from public.handovers h where h.company_id = v_company
        and h.contract_id::text in (select jsonb_array_elements_text(v_roots -> 'contracts')))));
  for v_link in
    select r.key as relation, 'id' as field, r.key as root from jsonb_each(v_roots) r
    union all
    select c.relname, a.attname, f.relname
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid
    join pg_catalog.pg_class f on f.oid = k.confrelid
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'company_id'
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and v_roots ? f.relname
  loop
    execute format('select coalesce(jsonb_object_agg(t.id, to_jsonb(t)), ''{}'') from public.%I t where t.company_id = $1 and t.%I = any ($2)',
      v_link.relation, v_link.field) into v_rows
      using v_company, array(select jsonb_array_elements_text(v_roots -> v_link.root)::uuid);
    v_all := jsonb_set(v_all, array[v_link.relation], coalesce(v_all -> v_link.relation, '{}') || v_rows);
  end loop;
  select coalesce(jsonb_object_agg(r.id, to_jsonb(r)), '{}') into v_rows from public.refused_changes r
    where r.company_id = v_company and exists (
      select from unnest(v_people) person where coalesce(r.whole_payload, r.payload)::text like '%' || person::text || '%');
  v_all := v_all || jsonb_build_object('refused_changes', v_rows);
  perform private.note_security_event('admin_action', 'person_exported', jsonb_build_object('id', export_person.customer_id),
    v_company, auth.uid());
  return jsonb_build_object('outcome', 'exported', 'exported_at', now(), 'rows', (
    select jsonb_object_agg(t.key, (select coalesce(jsonb_agg(r.value order by r.key), '[]') from jsonb_each(t.value) r))
    from jsonb_each(v_all) t where t.value <> '{}'));
end $$;
comment on function public.export_person(uuid) is
  'All rows about a customer, by table: {"outcome": "exported", "exported_at", "rows": {"customers": [...], ...}}. For owners; noted as admin_action (revDSG 25, 28).';

create function public.erase_person(customer_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_company constant uuid := private.company_id();
  v_people uuid[];
  v_open jsonb;
  v_last timestamptz;
  v_named_until date;
  v_kept jsonb := '[]';
  v_books record;
begin
  if not private.is_owner() then
    raise exception using errcode = '42501', message = 'A person is erased by owners.', detail = 'not_allowed';
  end if;
  v_people := private.person_ids(erase_person.customer_id, v_company);
  if v_people = '{}' then
    return jsonb_build_object('outcome', 'refused', 'code', 'row_missing');
  end if;
  select coalesce(jsonb_agg(coalesce(c.number, c.id::text) order by c.created_at), '[]') into v_open
    from public.contracts c where c.company_id = v_company and c.customer_id = any (v_people)
      and (c.status in ('reserved', 'to_assign', 'out') or private.is_open(c.id));
  if v_open <> '[]' then
    return jsonb_build_object('outcome', 'refused', 'code', 'still_open', 'contracts', v_open);
  end if;

  select max(coalesce(c.returned_at, c.ends_at)) into v_last
    from public.contracts c where c.company_id = v_company and c.customer_id = any (v_people) and c.signed_at is not null;
  v_named_until := (v_last + interval '3 years')::date;
  update public.customers u
    set erased_at = coalesce(u.erased_at, now()), phone = '', email = '', born_on = null, licence_number = '', licence_category = '',
      licence_since = null, licence_expires_on = null, customer_group = '', note = ''
    where u.id = any (v_people);
  update public.contract_drivers d
    set masked_at = now(), born_on = '1900-01-01', licence_number = '', licence_since = '1900-01-01', licence_expires_on = null
    from public.contracts c
    where c.id = d.contract_id and c.company_id = v_company and c.customer_id = any (v_people) and d.masked_at is null;
  update public.messages m set recipient = 'erased', fields = '{}'
    where m.company_id = v_company and m.customer_id = any (v_people) and m.status in ('sent', 'failed');
  if v_named_until >= current_date then
    v_kept := v_kept || jsonb_build_object('what', 'name_and_address', 'why', 'fines', 'until', v_named_until);
  else
    perform private.finish_erasures(now());
  end if;
  for v_books in
    select 'contracts' as what, count(*) as number, max(private.kept_until(v_company, private.kept_day('contracts', to_jsonb(c)))) as until
      from public.contracts c where c.company_id = v_company and c.customer_id = any (v_people) and c.signed_at is not null
    union all
    select 'invoices', count(*), max(private.kept_until(v_company, private.kept_day('invoices', to_jsonb(i))))
      from public.invoices i where i.company_id = v_company and i.customer_id = any (v_people) and i.issued_at is not null
  loop
    if v_books.number > 0 then
      v_kept := v_kept || jsonb_build_object('what', v_books.what, 'number', v_books.number, 'why', 'books', 'until', v_books.until);
    end if;
  end loop;
  perform private.note_security_event('admin_action', 'person_erased', jsonb_build_object('id', erase_person.customer_id, 'kept', v_kept),
    v_company, auth.uid());
  return jsonb_build_object('outcome', 'erased', 'kept', v_kept);
end $$;
comment on function public.erase_person(uuid) is
  'Forgets what need not be kept of a customer, and says what stays, why, and until when: {"outcome": "erased", "kept": [{"what", "why": "books" | "fines", "until"}]}. Refused while something is open. For owners; noted as admin_action.';

create function private.finish_erasures(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  met bigint;
begin
  update public.customers u
    set first_name = '', last_name = case u.kind when 'person' then '–' else '' end,
      company_name = case u.kind when 'company' then '–' else '' end, street = '', building_number = '', postal_code = '', town = ''
    where u.erased_at is not null and (u.last_name not in ('', '–') or u.company_name not in ('', '–') or u.street <> '')
      and not exists (
        select from public.contracts c
        where c.customer_id = u.id and c.signed_at is not null
          and coalesce(c.returned_at, c.ends_at) >= at - interval '3 years');
  get diagnostics met = row_count;
  return met;
end $$;
comment on function private.finish_erasures(timestamptz) is
  'Forgets name and address of erased people, too, when no fine can come any more. Returns how many.';

-- A counter that was offline may still send what it knew.
create function private.guard_erased() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Names go later, by finish_erasures; what a counter may still say of somebody erased is whom it was merged into.
  if num_nulls(new.born_on, new.licence_since, new.licence_expires_on) < 3
    or concat(new.phone, new.email, new.note, new.licence_number, new.licence_category, new.customer_group) <> ''
    or (auth.uid() is not null and concat_ws('/', new.first_name, new.last_name, new.company_name, new.street, new.town)
      <> concat_ws('/', old.first_name, old.last_name, old.company_name, old.street, old.town)
      and new.last_name not in ('', '–')) then
    perform private.refuse('person_erased', 'This person asked to be forgotten.');
  end if;
  return new;
end $$;
comment on function private.guard_erased() is 'Nothing is written again of a person who was erased.';
create trigger guard_erased before update on public.customers
  for each row when (old.erased_at is not null) execute function private.guard_erased();

insert into private.jobs (name, position) values ('mask_people', 5), ('finish_erasures', 6), ('remove_expired_documents', 7);

revoke execute on all functions in schema private from public;
revoke execute on function public.export_person(uuid), public.erase_person(uuid) from public, anon;
grant execute on function public.export_person(uuid), public.erase_person(uuid) to authenticated;
