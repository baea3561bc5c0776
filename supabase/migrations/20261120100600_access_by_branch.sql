-- Who may do what, table by table, role by role, and in which branch. `supabase/access/matrix.ts` says the same for people and
-- for tests: every cell of it is tried, allowed and refused.
--
-- Everybody reads the whole company: a car comes back to another branch, and a renter asks anywhere. Writing is for those
-- who work: staff and managers in their branch (somebody without one works in all of them), owners everywhere, viewers nowhere.

create function private.my_branch() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  branch uuid;
begin
  select u.branch_id into branch from public.users u
    where u.id = auth.uid() and u.company_id = private.company_id() and u.is_active and u.role <> 'owner';
  return branch;
end $$;
comment on function private.my_branch() is 'The one branch in which this person writes; null for owners and for whoever works in all.';

create function private.in_my_branch(branch uuid) returns boolean
language plpgsql stable set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or mine = branch;
end $$;
comment on function private.in_my_branch(uuid) is 'Whether this person may write what belongs to the branch.';

create function private.at_my_counter(counter uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or exists (
    select from public.counters c where c.id = counter and c.company_id = private.company_id() and c.branch_id = mine);
end $$;
comment on function private.at_my_counter(uuid) is 'Whether the counter is of a branch in which this person may write.';

create function private.on_my_contract(contract uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or exists (
    select from public.contracts c
    where c.id = contract and c.company_id = private.company_id() and mine in (c.branch_id, c.return_branch_id));
end $$;
comment on function private.on_my_contract(uuid) is 'Whether the rental begins or ends in a branch in which this person may write.';

create function private.on_my_invoice(invoice uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or exists (
    select from public.invoices i where i.id = invoice and i.company_id = private.company_id() and i.branch_id = mine);
end $$;
comment on function private.on_my_invoice(uuid) is 'Whether the bill is of a branch in which this person may write.';

create function private.in_my_drawer(session uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or exists (
    select from public.cash_sessions s where s.id = session and s.company_id = private.company_id() and s.branch_id = mine);
end $$;
comment on function private.in_my_drawer(uuid) is 'Whether the drawer is of a branch in which this person may write.';
grant execute on function private.my_branch(), private.in_my_branch(uuid), private.at_my_counter(uuid),
  private.on_my_contract(uuid), private.on_my_invoice(uuid), private.in_my_drawer(uuid) to authenticated;

do $$
declare
  rule record;
  writes text;
begin
  -- The policies of the first schema knew no branches.
  for rule in
    select polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace
      and polname in ('staff add', 'staff change', 'staff remove before signing', 'managers add', 'managers change')
  loop
    execute format('drop policy %I on public.%I', rule.polname, rule.relname);
  end loop;

  -- New tables are read by the company, like those before them.
  foreach writes in array array[
    'seasons', 'kilometre_packages', 'extras', 'protections', 'one_way_fees', 'discounts', 'vehicle_plates', 'vehicle_holds',
    'vehicle_transfers', 'damages', 'photos', 'amendments', 'deposits', 'cash_sessions', 'cash_movements', 'reminders',
    'fines', 'bank_imports', 'bank_entries', 'messages', 'release_policies'
  ] loop
    execute format('alter table public.%I enable row level security', writes);
    execute format('grant select on public.%I to authenticated', writes);
    execute format('grant all on public.%I to service_role', writes);
    execute format(
      'create policy %I on public.%I for select to authenticated using (company_id = (select private.company_id()))',
      'the company reads its own', writes);
  end loop;

  for rule in
    select * from (values
      -- table, verbs, who, where
      ('customers', 'insert update', 'may_write', null),
      ('contracts', 'insert', 'may_write', 'private.in_my_branch(branch_id)'),
      ('contracts', 'update', 'may_write', 'private.in_my_branch(branch_id) or private.in_my_branch(return_branch_id)'),
      ('contract_drivers', 'insert update delete', 'may_write', 'private.on_my_contract(contract_id)'),
      ('contract_lines', 'insert update delete', 'may_write', 'private.on_my_contract(contract_id)'),
      ('handovers', 'insert', 'may_write', 'private.at_my_counter(counter_id)'),
      ('amendments', 'insert', 'may_write', 'private.in_my_branch(branch_id)'),
      ('invoices', 'insert update', 'may_write', 'private.in_my_branch(branch_id)'),
      ('invoice_lines', 'insert update', 'may_write', 'private.on_my_invoice(invoice_id)'),
      ('payments', 'insert', 'may_write', 'private.in_my_branch(branch_id)'),
      ('deposits', 'insert update', 'may_write', 'private.in_my_branch(branch_id)'),
      ('cash_sessions', 'insert update', 'may_write', 'private.in_my_branch(branch_id)'),
      ('cash_movements', 'insert', 'may_write', 'private.in_my_drawer(session_id)'),
      ('reminders', 'insert', 'may_write', 'private.at_my_counter(counter_id)'),
      ('fines', 'insert update', 'may_write', 'private.in_my_branch(branch_id)'),
      ('documents', 'insert update', 'may_write', 'private.at_my_counter(counter_id)'),
      ('photos', 'insert update', 'may_write', 'private.at_my_counter(counter_id)'),
      ('damages', 'insert update', 'may_write', null),
      ('messages', 'insert', 'may_write', 'private.at_my_counter(counter_id)'),
      ('audit_events', 'insert', 'may_write', 'private.at_my_counter(counter_id)'),
      ('refused_changes', 'update', 'may_write', 'private.at_my_counter(counter_id)'),
      ('conflicts', 'update', 'may_write', null),
      ('vehicle_holds', 'insert update', 'may_write', null),
      ('vehicle_transfers', 'insert update', 'may_write', null),
      ('bank_imports', 'insert', 'may_manage', null),
      ('bank_entries', 'insert update', 'may_manage', null),
      ('vehicles', 'insert update', 'may_manage', 'private.in_my_branch(branch_id)'),
      ('vehicle_plates', 'insert update', 'may_manage', null),
      ('vehicle_categories', 'insert update', 'may_manage', null),
      ('rates', 'insert update', 'may_manage', null),
      ('seasons', 'insert update', 'may_manage', null),
      ('kilometre_packages', 'insert update', 'may_manage', null),
      ('extras', 'insert update', 'may_manage', null),
      ('protections', 'insert update', 'may_manage', null),
      ('one_way_fees', 'insert update delete', 'may_manage', null),
      ('discounts', 'insert update', 'may_manage', null),
      ('release_policies', 'insert update', 'is_owner', null)
    ) as rules (name, verbs, who, place)
  loop
    writes := format('company_id = (select private.company_id()) and (select private.%I())%s', rule.who,
      coalesce(' and (' || rule.place || ')', ''));
    if rule.verbs like '%insert%' then
      execute format('create policy %I on public.%I for insert to authenticated with check (%s)',
        rule.who || ' adds', rule.name, writes);
    end if;
    if rule.verbs like '%update%' then
      execute format('create policy %I on public.%I for update to authenticated using (%s) with check (%s)',
        rule.who || ' changes', rule.name, writes, writes);
    end if;
    if rule.verbs like '%delete%' then
      execute format('create policy %I on public.%I for delete to authenticated using (%s)',
        rule.who || ' removes', rule.name, writes);
    end if;
  end loop;
end $$;

-- Which columns. What is not named is the server's alone.
grant update (price_basis, season_by, early_return, late_grace_minutes, late_fee, young_driver_under_age, young_driver_per_day,
  young_driver_maximum, fine_fee, reminder_fees) on public.companies to authenticated;
grant insert (canton, opening, on_holidays, closed_on, after_hours_pick_up, after_hours_return, airport_once, airport_share),
  update (canton, opening, on_holidays, closed_on, after_hours_pick_up, after_hours_return, airport_once, airport_share)
  on public.branches to authenticated;
grant update (channel) on public.counters to authenticated;
grant update (customer_group, licence_expires_on, merged_into) on public.customers to authenticated;
grant update (maximum_age, licence_category, theft_deductible) on public.vehicle_categories to authenticated;
grant update (season_id, is_unlimited, hour_price, hour_kilometres, minimum_hours, weekend_price, weekend_kilometres,
  weekend_from, weekend_to, weekend_over_holidays, week_price, week_kilometres, month_price, month_kilometres, month_days)
  on public.rates to authenticated;
grant update (licence_expires_on) on public.contract_drivers to authenticated;
-- What the server writes of a customer when a person is erased is not for counters to write.
revoke insert on public.customers from authenticated;
grant insert (id, company_id, kind, first_name, last_name, company_name, street, building_number, postal_code, town, country,
  phone, email, language, born_on, licence_number, licence_category, licence_since, licence_country, licence_expires_on,
  customer_group, merged_into, note, created_at) on public.customers to authenticated;
grant insert, update (name, priority, valid_from, valid_to) on public.seasons to authenticated;
grant insert, update (name, kilometres, price, vat_kind, is_active) on public.kilometre_packages to authenticated;
grant insert, update (name, per, price, maximum, maximum_count, vat_kind, is_active) on public.extras to authenticated;
grant insert, update (name, cover, per_day, maximum, deductible, deposit, vat_kind, is_active) on public.protections
  to authenticated;
grant insert, delete, update (from_branch_id, to_branch_id, price) on public.one_way_fees to authenticated;
grant insert, update (name, customer_group, voucher, share, amount, applies_to, minimum_days, valid_from, valid_to)
  on public.discounts to authenticated;
grant insert, update (used_to) on public.vehicle_plates to authenticated;
grant insert, update (reason, starts_at, ends_at, note) on public.vehicle_holds to authenticated;
grant insert, update (arrived_at, note) on public.vehicle_transfers to authenticated;
grant insert, update (repaired_at, contract_id) on public.damages to authenticated;
grant insert, update (stored_at) on public.photos to authenticated;
grant insert on public.amendments to authenticated;
grant insert, update (released, kept, kept_reason, settled_at, settled_by) on public.deposits to authenticated;
grant insert, update (closed_at, closed_by, counted, counted_total, expected, difference_reason, to_bank)
  on public.cash_sessions to authenticated;
grant insert on public.cash_movements to authenticated;
grant insert on public.reminders to authenticated;
grant insert, update (status, vehicle_id, contract_id, driver_name, named_on, invoice_id) on public.fines to authenticated;
grant insert on public.bank_imports to authenticated;
grant insert, update (outcome, invoice_id, payment_id, note) on public.bank_entries to authenticated;
grant insert (id, company_id, counter_id, clerk_id, channel, template, language, recipient, customer_id, document_id, fields,
  queued_at, created_at) on public.messages to authenticated;
grant insert, update (version, minimum_version, rollout_percent, is_held) on public.release_policies to authenticated;

insert into private.synced_tables (name) values
  ('seasons'), ('kilometre_packages'), ('extras'), ('protections'), ('one_way_fees'), ('discounts'), ('vehicle_plates'),
  ('vehicle_holds'), ('vehicle_transfers'), ('damages'), ('photos'), ('amendments'), ('deposits'), ('cash_sessions'),
  ('cash_movements'), ('reminders'), ('fines'), ('bank_imports'), ('bank_entries'), ('messages'), ('release_policies');

alter publication powersync add table
  public.seasons, public.kilometre_packages, public.extras, public.protections, public.one_way_fees, public.discounts,
  public.vehicle_plates, public.vehicle_holds, public.vehicle_transfers, public.damages, public.photos, public.amendments,
  public.deposits, public.cash_sessions, public.cash_movements, public.reminders, public.fines, public.bank_imports,
  public.bank_entries, public.messages, public.release_policies;

-- Functions are callable by everybody when they are made. These are triggers, and nobody's to call.
revoke execute on all functions in schema private from public;
