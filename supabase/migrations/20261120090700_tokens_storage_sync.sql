-- What Supabase Auth, Storage and PowerSync need from us.

-- Auth calls this before it signs an access token. People who are unknown or suspended get no token at all.
create function public.custom_access_token_hook(event jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  person public.users;
begin
  select * into person from public.users where id = (event ->> 'user_id')::uuid;
  if person.id is null or not person.is_active then
    return jsonb_build_object('error', jsonb_build_object(
      'http_code', 403, 'message', 'This person does not work for a company here, or is suspended.'));
  end if;
  return jsonb_set(event, '{claims}', (event -> 'claims') || jsonb_build_object(
    'company_id', person.company_id, 'user_role', person.role));
end $$;
comment on function public.custom_access_token_hook(jsonb) is
  'Puts company_id and user_role into the access token, or refuses to sign one. Called by Supabase Auth alone.';
grant usage on schema public to supabase_auth_admin;
grant execute on function public.custom_access_token_hook(jsonb) to supabase_auth_admin;
grant select on public.users to supabase_auth_admin;
create policy "auth reads people to sign tokens" on public.users for select to supabase_auth_admin using (true);

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('contract-pdfs', 'contract-pdfs', false, 52428800, array['application/pdf']),
  ('contract-photos', 'contract-photos', false, 52428800, array['image/jpeg', 'image/png', 'image/webp'])
on conflict (id) do nothing;

-- The first folder is the company. Files are added and read, never changed or removed: no policy for either. What may be
-- added has a plain name, at most one folder further down: no dots that a proxy or a disk would resolve to somewhere else.
create policy "the company reads its files" on storage.objects for select to authenticated
  using (bucket_id in ('contract-pdfs', 'contract-photos')
    and (storage.foldername(name))[1] = (select private.company_id())::text);
create policy "staff add files of their company" on storage.objects for insert to authenticated
  with check (bucket_id in ('contract-pdfs', 'contract-photos')
    and (storage.foldername(name))[1] = (select private.company_id())::text
    and name ~ '^[0-9a-f-]{36}(/[A-Za-z0-9_-]{1,100}){1,2}[.](pdf|jpg|png|webp)$'
    and (select private.may_write()));

create publication powersync for table
  public.companies, public.branches, public.users, public.counters, public.customers, public.vehicle_categories,
  public.vehicles, public.rates, public.contracts, public.contract_drivers, public.contract_lines, public.handovers,
  public.invoices, public.invoice_lines, public.payments, public.documents, public.refused_changes,
  public.conflicts, public.audit_events;

-- Functions are callable by everybody when they are made. Nothing here is, but to those named above.
revoke execute on all functions in schema private from public;
revoke execute on function public.apply_changes(text, uuid, jsonb), public.claim_counter(uuid, uuid, boolean),
  public.custom_access_token_hook(jsonb) from public, anon;
