-- What going through every right, as an owner and as a thief, found wrong; and who is suspended, or sits at a counter that was
-- revoked, neither reads nor writes from that moment on, whatever the token still says.

-- A session belongs to the machine that signed in. What was done with it at which counter says which ones to end when the
-- counter is revoked (sold, stolen): a token itself names a person and no counter.
create table private.counter_sessions (
  session_id uuid primary key,
  company_id uuid not null references public.companies (id),
  counter_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (company_id, counter_id) references public.counters (company_id, id)
);
comment on table private.counter_sessions is
  'Which session of Supabase Auth worked at which counter, the last one it spoke for; ended when that counter is revoked.';
comment on column private.counter_sessions.session_id is 'The claim session_id of the token; stays the same when the token is renewed.';
comment on column private.counter_sessions.company_id is 'The tenant.';
comment on column private.counter_sessions.counter_id is 'The counter that the session last spoke for.';
comment on column private.counter_sessions.user_id is 'Who signed in.';
comment on column private.counter_sessions.seen_at is 'When the session first spoke for this counter.';
comment on column private.counter_sessions.ended_at is 'From then on the session reads and writes nothing, and gets no new token. Null while it is good.';
create index counter_sessions_by_counter on private.counter_sessions (counter_id) where ended_at is null;
comment on index private.counter_sessions_by_counter is 'Serves the end of the sessions of a counter that is revoked.';

create function private.session_ended() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (
    select from private.counter_sessions s
    where s.session_id = nullif(auth.jwt() ->> 'session_id', '')::uuid and s.ended_at is not null);
end $$;
comment on function private.session_ended() is 'Whether the session of the token worked at a counter that was revoked since.';

create or replace function private.role_now() returns public.user_role
language plpgsql stable security definer set search_path = ''
as $$
declare
  found_role public.user_role;
begin
  select u.role into found_role from public.users u
    where u.id = auth.uid() and u.company_id = private.company_id() and u.is_active and not private.session_ended();
  return found_role;
end $$;

create function private.my_company() returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  company uuid;
begin
  select u.company_id into company from public.users u
    where u.id = auth.uid() and u.company_id = private.company_id() and u.is_active and not private.session_ended();
  return company;
end $$;
comment on function private.my_company() is
  'The tenant of somebody who works there now; null, so that no row fits, for who was suspended or signed in at a revoked counter.';
grant execute on function private.my_company() to authenticated, service_role;

-- Reading asks for the person now, once a statement, and not for the claim alone. What this costs is in supabase/access/matrix.md.
do $$
declare
  reading record;
begin
  for reading in
    select p.polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and p.polname in ('the company reads its own', 'the company reads itself')
  loop
    execute format('alter policy %I on public.%I using (%I = (select private.my_company()))', reading.polname, reading.relname,
      case reading.relname when 'companies' then 'id' else 'company_id' end);
  end loop;
end $$;

drop policy "the company reads its files" on storage.objects;
create policy "the company reads its files" on storage.objects for select to authenticated
  using (bucket_id in ('contract-pdfs', 'contract-photos')
    and (storage.foldername(name))[1] = (select private.my_company())::text);
-- A paper among the photos, or a photo among the papers, would keep the place of a file that is still to come.
drop policy "staff add files of their company" on storage.objects;
create policy "staff add files of their company" on storage.objects for insert to authenticated
  with check (bucket_id in ('contract-pdfs', 'contract-photos')
    and (storage.foldername(name))[1] = (select private.my_company())::text
    and name ~ '^[0-9a-f-]{36}(/[A-Za-z0-9_-]{1,100}){1,2}[.](pdf|jpg|png|webp)$'
    and (bucket_id = 'contract-pdfs') = (name ~ '[.]pdf$')
    and (select private.may_write()));

-- Revoking a counter shuts out the machine at once, with whatever token it holds.
create function private.end_counter_sessions() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update private.counter_sessions s set ended_at = now() where s.counter_id = new.id and s.ended_at is null;
  return null;
end $$;
comment on function private.end_counter_sessions() is 'A revoked counter takes the sessions with it that last worked there.';
create trigger end_counter_sessions after update of is_active on public.counters
  for each row when (old.is_active and not new.is_active) execute function private.end_counter_sessions();

create or replace function private.check_counter(p_counter_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  session constant uuid := nullif(auth.jwt() ->> 'session_id', '')::uuid;
begin
  if private.role_now() is null then
    raise exception using errcode = '42501', message = 'This person does not work for a company here.',
      detail = 'person_unknown';
  end if;
  if not exists (
    select from public.counters c where c.id = p_counter_id and c.company_id = private.company_id() and c.is_active
  ) then
    raise exception using errcode = '42501', message = 'This counter is not one of the company''s.',
      detail = 'counter_unknown';
  end if;
  if session is not null and not exists (
    select from private.counter_sessions s where s.session_id = session and s.counter_id = p_counter_id
  ) then
    insert into private.counter_sessions as known (session_id, company_id, counter_id, user_id)
    values (session, private.company_id(), p_counter_id, auth.uid())
    on conflict (session_id) do update set counter_id = excluded.counter_id, user_id = excluded.user_id, seen_at = now()
      where known.ended_at is null;
  end if;
end $$;
comment on function private.check_counter(uuid) is
  'Turns away people who are suspended and counters that are not the company''s; notes which session works at which counter.';

-- Auth gives no new token to a session that was ended.
create or replace function public.custom_access_token_hook(event jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  person public.users;
begin
  select * into person from public.users where id = (event ->> 'user_id')::uuid;
  if person.id is null or not person.is_active then
    return jsonb_build_object('error', jsonb_build_object(
      'http_code', 403, 'message', 'This person does not work for a company here, or is suspended.'));
  end if;
  if exists (
    select from private.counter_sessions s
    where s.session_id = nullif(event #>> '{claims,session_id}', '')::uuid and s.ended_at is not null
  ) then
    return jsonb_build_object('error', jsonb_build_object(
      'http_code', 403, 'message', 'The counter of this session was revoked. Please sign in again.'));
  end if;
  return jsonb_set(event, '{claims}', (event -> 'claims') || jsonb_build_object(
    'company_id', person.company_id, 'user_role', person.role));
end $$;
-- The hook runs as its owner now, because the sessions are nobody else's to read; so Auth no longer needs the table.
drop policy "auth reads people to sign tokens" on public.users;
revoke select on public.users from supabase_auth_admin;

-- A renter may bring the car back to another branch than agreed: then that branch, too, finishes the rental.
create or replace function private.on_my_contract(contract uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or exists (
    select from public.contracts c
    where c.id = contract and c.company_id = private.company_id() and mine in (c.branch_id, c.return_branch_id)
  ) or exists (
    select from public.handovers h join public.counters k on k.id = h.counter_id
    where h.contract_id = contract and h.company_id = private.company_id() and h.kind = 'check_in' and k.branch_id = mine);
end $$;
comment on function private.on_my_contract(uuid) is
  'Whether the rental begins or ends in a branch in which this person may write: as agreed, or because the car was brought back there.';

do $$
declare
  rule record;
  writes text;
begin
  for rule in
    select * from (values
      -- Once signed, only the return is left to be written (guard_contract), and a car comes back anywhere.
      ('contracts', 'changes', 'update',
        'private.in_my_branch(branch_id) or private.in_my_branch(return_branch_id) or signed_at is not null'),
      -- The deposit is given back where the car comes back, not always where it was taken.
      ('deposits', 'changes', 'update', 'private.in_my_branch(branch_id) or private.on_my_contract(contract_id)'),
      -- In one's own branch, and at one of its counters: its numbers, its drawer and its reference are not those of another.
      ('deposits', 'adds', 'insert', 'private.in_my_branch(branch_id) and private.at_my_counter(counter_id)'),
      ('payments', 'adds', 'insert', 'private.in_my_branch(branch_id) and private.at_my_counter(counter_id)'),
      ('invoices', 'adds', 'insert', 'private.in_my_branch(branch_id) and private.at_my_counter(counter_id)'),
      ('amendments', 'adds', 'insert', 'private.in_my_branch(branch_id) and private.at_my_counter(counter_id)'),
      ('cash_sessions', 'adds', 'insert', 'private.in_my_branch(branch_id) and private.at_my_counter(counter_id)'),
      ('fines', 'adds', 'insert', 'private.in_my_branch(branch_id) and private.at_my_counter(counter_id)')
    ) as rules (name, does, verb, place)
  loop
    writes := format('company_id = (select private.company_id()) and (select private.may_write()) and (%s)', rule.place);
    execute format('alter policy %I on public.%I %s with check (%s)', 'may_write ' || rule.does, rule.name,
      case rule.verb when 'update' then format('using (%s)', writes) else '' end, writes);
  end loop;
end $$;

-- A contract is written before anybody knows which counter signs it, so its number is looked at when it is signed.
create function private.guard_signing_counter() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not private.at_my_counter(new.counter_id) then
    perform private.refuse('foreign_number', format('%s is a number of a counter of another branch.', new.number));
  end if;
  return new;
end $$;
comment on function private.guard_signing_counter() is 'A contract is signed at a counter of the branch in which the person works.';
create trigger guard_signing_counter before update on public.contracts
  for each row when (old.signed_at is null and new.signed_at is not null) execute function private.guard_signing_counter();

-- A photo, like a paper, counts as stored when its file is there.
create trigger guard_photo_file before insert or update on public.photos
  for each row execute function private.guard_document();

-- A tier counts what works: who was suspended and what was sold or revoked takes no room, and asks for it when it comes back.
create or replace function private.guard_tier() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  counts constant text := case tg_table_name when 'branches' then 'true' when 'vehicles' then $q$status <> 'retired'$q$ else 'is_active' end;
  company uuid;
  allowed integer;
  present integer;
begin
  for company in select distinct company_id from added order by company_id loop
    -- One at a time per company: two that add the last one at once would otherwise both be the last.
    perform pg_advisory_xact_lock(hashtextextended(company::text || tg_table_name, 2));
    select (to_jsonb(l) ->> tg_argv[0])::integer into allowed
      from private.tier_limits l join public.companies c on c.tier = l.tier where c.id = company;
    execute format('select count(*) from public.%I where company_id = $1 and %s', tg_table_name, counts) into present
      using company;
    if present > allowed then
      perform private.refuse('tier_limit', format('This tier allows %s %s; please choose a larger one.', allowed, tg_argv[0]));
    end if;
  end loop;
  return null;
end $$;

create function private.guard_tier_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  counts constant text := case tg_table_name when 'vehicles' then $q$status <> 'retired'$q$ else 'is_active' end;
  allowed integer;
  present integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.company_id::text || tg_table_name, 2));
  select (to_jsonb(l) ->> tg_argv[0])::integer into allowed
    from private.tier_limits l join public.companies c on c.tier = l.tier where c.id = new.company_id;
  execute format('select count(*) from public.%I where company_id = $1 and %s', tg_table_name, counts) into present
    using new.company_id;
  if present > allowed then
    perform private.refuse('tier_limit', format('This tier allows %s %s; please choose a larger one.', allowed, tg_argv[0]));
  end if;
  return null;
end $$;
comment on function private.guard_tier_again() is 'What comes back counts again. Takes the column of tier_limits.';
create trigger guard_tier_again after update of is_active on public.counters
  for each row when (new.is_active and not old.is_active) execute function private.guard_tier_again('counters');
create trigger guard_tier_again after update of is_active on public.users
  for each row when (new.is_active and not old.is_active) execute function private.guard_tier_again('people');
create trigger guard_tier_again after update of status on public.vehicles
  for each row when (new.status <> 'retired' and old.status = 'retired') execute function private.guard_tier_again('vehicles');

revoke execute on function private.session_ended(), private.my_company(), private.end_counter_sessions(),
  private.guard_signing_counter(), private.guard_tier_again() from public;
