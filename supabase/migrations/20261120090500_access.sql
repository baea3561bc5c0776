-- Row level security and grants. Hosted projects grant nothing by themselves: every right is written here.
-- The tenant is the claim in the token, never a value that a client sends.

revoke all on all tables in schema public from anon, authenticated;
grant usage on schema public to anon, authenticated, service_role;
grant all on all tables in schema public to service_role;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'branches', 'users', 'counters', 'customers', 'vehicle_categories', 'vehicles', 'rates', 'contracts',
    'contract_drivers', 'contract_lines', 'handovers', 'invoices', 'invoice_lines', 'payments', 'documents',
    'refused_changes', 'conflicts', 'audit_events'
  ] loop
    execute format('alter table public.%I enable row level security', tenant_table);
    execute format('grant select on public.%I to authenticated', tenant_table);
    execute format(
      'create policy %I on public.%I for select to authenticated using (company_id = (select private.company_id()))',
      'the company reads its own', tenant_table);
  end loop;

  -- The daily work of the counter.
  foreach tenant_table in array array[
    'customers', 'contracts', 'contract_drivers', 'contract_lines', 'handovers', 'invoices', 'invoice_lines',
    'payments', 'documents', 'audit_events'
  ] loop
    execute format(
      'create policy %I on public.%I for insert to authenticated
         with check (company_id = (select private.company_id()) and (select private.may_write()))',
      'staff add', tenant_table);
  end loop;
  foreach tenant_table in array array[
    'customers', 'contracts', 'contract_drivers', 'contract_lines', 'invoices', 'invoice_lines', 'documents',
    'refused_changes', 'conflicts'
  ] loop
    execute format(
      'create policy %I on public.%I for update to authenticated
         using (company_id = (select private.company_id()) and (select private.may_write()))
         with check (company_id = (select private.company_id()) and (select private.may_write()))',
      'staff change', tenant_table);
  end loop;
  foreach tenant_table in array array['contract_drivers', 'contract_lines'] loop
    execute format(
      'create policy %I on public.%I for delete to authenticated
         using (company_id = (select private.company_id()) and (select private.may_write()))',
      'staff remove before signing', tenant_table);
  end loop;

  -- Fleet and prices belong to managers, the company itself to its owners.
  foreach tenant_table in array array['vehicle_categories', 'vehicles', 'rates'] loop
    execute format(
      'create policy %I on public.%I for insert to authenticated
         with check (company_id = (select private.company_id()) and (select private.may_manage()))',
      'managers add', tenant_table);
    execute format(
      'create policy %I on public.%I for update to authenticated
         using (company_id = (select private.company_id()) and (select private.may_manage()))
         with check (company_id = (select private.company_id()) and (select private.may_manage()))',
      'managers change', tenant_table);
  end loop;
  foreach tenant_table in array array['branches', 'counters'] loop
    execute format(
      'create policy %I on public.%I for insert to authenticated
         with check (company_id = (select private.company_id()) and (select private.is_owner()))',
      'owners add', tenant_table);
    execute format(
      'create policy %I on public.%I for update to authenticated
         using (company_id = (select private.company_id()) and (select private.is_owner()))
         with check (company_id = (select private.company_id()) and (select private.is_owner()))',
      'owners change', tenant_table);
  end loop;
end $$;

alter table public.companies enable row level security;
grant select on public.companies to authenticated;
create policy "the company reads itself" on public.companies for select to authenticated
  using (id = (select private.company_id()));
create policy "owners change the company" on public.companies for update to authenticated
  using (id = (select private.company_id()) and (select private.is_owner()))
  with check (id = (select private.company_id()) and (select private.is_owner()));
create policy "owners change people" on public.users for update to authenticated
  using (company_id = (select private.company_id()) and (select private.is_owner()))
  with check (company_id = (select private.company_id()) and (select private.is_owner()));

-- Which columns, table by table. What is not named is the server's alone; apply_changes refuses it by name.
grant update (name, street, building_number, postal_code, town, phone, email, website, uid, vat_registered, iban,
  qr_iban, qr_bank_prefix, payment_days, terms, accent_colour) on public.companies to authenticated;
grant insert (id, company_id, code, name, street, building_number, postal_code, town, phone, created_at),
  update (name, street, building_number, postal_code, town, phone) on public.branches to authenticated;
grant update (branch_id, role, display_name, language, is_active) on public.users to authenticated;
grant insert (id, company_id, branch_id, letter, reference_no, name, created_at),
  update (name, is_active) on public.counters to authenticated;
grant insert,
  update (kind, first_name, last_name, company_name, street, building_number, postal_code, town, country, phone, email,
    language, born_on, licence_number, licence_category, licence_since, licence_country, note)
  on public.customers to authenticated;
grant insert, update (code, name, position, deposit, deductible, minimum_age, minimum_licence_years)
  on public.vehicle_categories to authenticated;
grant insert (id, company_id, branch_id, category_id, vin, plate, make, model, colour, energy, status, odometer_km,
    fuel_eighths, parking_place, created_at),
  update (branch_id, category_id, plate, make, model, colour, energy, status, parking_place)
  on public.vehicles to authenticated;
grant insert, update (name, valid_from, valid_to, minimum_days, day_price, kilometres_per_day, extra_kilometre_price,
  grace_minutes) on public.rates to authenticated;
grant insert, update (branch_id, return_branch_id, counter_id, number, status, customer_id, customer_name, category_id,
    vehicle_id, plate, rate_id, starts_at, ends_at, returned_at, closed_at, currency, total, deposit, deductible,
    kilometres_included, extra_kilometre_price, language, note, signature, signed_name, signed_at, clerk_id)
  on public.contracts to authenticated;
grant insert, delete, update (is_main, first_name, last_name, born_on, licence_number, licence_category, licence_since,
  licence_country) on public.contract_drivers to authenticated;
grant insert, delete, update (position, kind, label, explanation, quantity, unit_price, amount, vat_kind, vat_rate)
  on public.contract_lines to authenticated;
grant insert on public.handovers to authenticated;
grant insert, update (issued_at) on public.invoices to authenticated;
grant insert, update (position, kind, label, explanation, quantity, unit_price, amount, vat_kind, vat_rate)
  on public.invoice_lines to authenticated;
grant insert on public.payments to authenticated;
grant insert, update (stored_at) on public.documents to authenticated;
grant update (settled_at, settled_by, settled_note) on public.refused_changes to authenticated;
grant update (settled_at, settled_by, settled_reason) on public.conflicts to authenticated;
grant insert (id, company_id, counter_id, user_id, sequence, kind, subject_id, content_hash, previous_hash, hash,
  occurred_at, created_at) on public.audit_events to authenticated;
