-- A stream that is running asks for no policy: it goes on as long as its token. So what it may send is decided by a row, too:
-- every stream begins with the pass of the session, and when the pass goes, all that hangs on it goes from the replica, at the
-- next checkpoint (sync/streams/sync-streams.yaml, ADR 0011).

create table private.stream_passes (
  session_id uuid primary key,
  company_id uuid not null references public.companies (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  made_at timestamptz not null default now()
);
comment on table private.stream_passes is
  'Which sessions may receive streams now. Made with the token, gone with a suspension or the revoking of the counter. Read by PowerSync alone.';
comment on column private.stream_passes.session_id is 'The claim session_id of the token.';
comment on column private.stream_passes.company_id is 'The tenant; must be that of the token.';
comment on column private.stream_passes.user_id is 'Who signed in.';
comment on column private.stream_passes.made_at is 'When the session got its first token.';
create index stream_passes_by_user on private.stream_passes (user_id);
comment on index private.stream_passes_by_user is 'Serves the end of the passes of somebody who is suspended.';

do $$
begin
  -- Made by whoever sets PowerSync up; on a hosted project often after the migrations (see the README).
  if exists (select from pg_catalog.pg_roles where rolname = 'powersync_role') then
    grant usage on schema private to powersync_role;
    grant select on private.stream_passes to powersync_role;
  end if;
end $$;
alter publication powersync add table private.stream_passes;

create or replace function public.custom_access_token_hook(event jsonb) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  person public.users;
  session constant uuid := nullif(event #>> '{claims,session_id}', '')::uuid;
begin
  select * into person from public.users where id = (event ->> 'user_id')::uuid;
  if person.id is null or not person.is_active then
    return jsonb_build_object('error', jsonb_build_object(
      'http_code', 403, 'message', 'This person does not work for a company here, or is suspended.'));
  end if;
  if exists (select from private.counter_sessions s where s.session_id = session and s.ended_at is not null) then
    return jsonb_build_object('error', jsonb_build_object(
      'http_code', 403, 'message', 'The counter of this session was revoked. Please sign in again.'));
  end if;
  if session is not null then
    insert into private.stream_passes as known (session_id, company_id, user_id) values (session, person.company_id, person.id)
    on conflict (session_id) do update set company_id = excluded.company_id, user_id = excluded.user_id
      where known.company_id <> excluded.company_id or known.user_id <> excluded.user_id;
  end if;
  return jsonb_set(event, '{claims}', (event -> 'claims') || jsonb_build_object(
    'company_id', person.company_id, 'user_role', person.role));
end $$;

create function private.end_passes_of_user() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from private.stream_passes p where p.user_id = new.id;
  return null;
end $$;
comment on function private.end_passes_of_user() is 'Who is suspended, or belongs to another company now, receives nothing more.';
create trigger end_passes after update on public.users
  for each row when ((old.is_active and not new.is_active) or old.company_id <> new.company_id)
  execute function private.end_passes_of_user();

create function private.end_pass_of_session() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from private.stream_passes p where p.session_id = new.session_id;
  return null;
end $$;
comment on function private.end_pass_of_session() is 'A session that ended with its counter receives nothing more.';
create trigger end_pass after update on private.counter_sessions
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function private.end_pass_of_session();

create function private.prune_stream_passes(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  rows_gone bigint;
begin
  delete from private.stream_passes p
    where p.made_at < at - interval '1 day' and not exists (select from auth.sessions a where a.id = p.session_id);
  get diagnostics rows_gone = row_count;
  return rows_gone;
end $$;
comment on function private.prune_stream_passes(timestamptz) is 'Takes the passes of sessions that Auth has ended. Returns how many.';
insert into private.jobs (name, position) values ('prune_stream_passes', 9);

-- Those who are signed in now.
insert into private.stream_passes (session_id, company_id, user_id)
select a.id, u.company_id, u.id from auth.sessions a join public.users u on u.id = a.user_id
where u.is_active and not exists (select from private.counter_sessions s where s.session_id = a.id and s.ended_at is not null);

revoke execute on all functions in schema private from public;
