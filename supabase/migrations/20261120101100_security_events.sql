-- What looks like an attack is noted, and what changes who may do what: for the owners of the company, and for support.
--
-- A statement that fails takes everything back, the note of it included. So what is noted here comes out of what Postgres keeps:
-- refusals of apply_changes, which are rows, and calls that are turned away with an answer instead of an exception. A direct
-- request that a policy refuses leaves its trace in the log of the API and of Storage alone.

create table if not exists private.security_events_default partition of private.security_events default;
comment on table private.security_events_default is 'Takes what has no partition of its month yet.';

create function private.note_security_event(
  p_kind public.security_event_kind, p_code text, p_details jsonb, p_company uuid, p_user uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  -- Enough to see what somebody is at; more would let them fill the table.
  at_most_alike constant integer := 5;
  at_most constant integer := 100;
  alike bigint;
  in_all bigint;
begin
  if p_company is null then
    return;
  end if;
  select count(*) filter (where e.code = p_code and e.user_id is not distinct from p_user), count(*) into alike, in_all
  from (
    select s.code, s.user_id from private.security_events s
    where s.company_id = p_company and s.occurred_at > now() - interval '1 hour' and s.kind <> 'admin_action'
    limit at_most
  ) e;
  -- What an owner or a manager does to rights is always noted: it is rare, and the reason why somebody would flood the rest.
  if p_kind <> 'admin_action' and (alike >= at_most_alike or in_all >= at_most) then
    return;
  end if;
  insert into private.security_events (company_id, user_id, kind, code, details)
  values (p_company, p_user, p_kind, p_code,
    case when octet_length(p_details::text) <= 2000 then p_details else jsonb_build_object('omitted_bytes', octet_length(p_details::text)) end);
end $$;
comment on function private.note_security_event(public.security_event_kind, text, jsonb, uuid, uuid) is
  'Notes a security event: at most five alike of a person and a hundred of a company an hour, but every admin_action.';

-- The first row of another company that an operation names: as its own id, as its company, or as what it hangs on.
create function private.foreign_row(p_op jsonb, p_company uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  uuid_like constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  v_table text;
  v_named record;
  v_is_foreign boolean;
begin
  select t.name into v_table from private.synced_tables t where t.name = p_op ->> 'table';
  if v_table is null then
    return null;
  end if;
  for v_named in
    select 'id' as field, v_table as at_table, p_op ->> 'id' as value
    union all
    select a.attname, k.confrelid::regclass::text, p_op -> 'data' ->> a.attname
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    where k.conrelid = format('public.%I', v_table)::regclass and k.contype = 'f'
      and jsonb_typeof(p_op -> 'data') = 'object' and p_op -> 'data' ? a.attname
      and (a.attname = 'company_id') = (k.confrelid = 'public.companies'::regclass)
      and k.confrelid <> 'auth.users'::regclass
  loop
    continue when v_named.value is null or v_named.value !~ uuid_like;
    if v_named.field = 'company_id' then
      v_is_foreign := v_named.value::uuid <> p_company;
    else
      execute format('select exists (select from %s where id = $1 and %I <> $2)',
        case v_named.field when 'id' then format('public.%I', v_table) else v_named.at_table end,
        case split_part(v_named.at_table, '.', -1) when 'companies' then 'id' else 'company_id' end)
        into v_is_foreign using v_named.value::uuid, p_company;
    end if;
    if v_is_foreign then
      return jsonb_build_object('table', v_table, 'field', v_named.field, 'value', v_named.value);
    end if;
  end loop;
  return null;
end $$;
comment on function private.foreign_row(jsonb, uuid) is
  'What an operation names of another company, if anything: {"table", "field", "value"}.';

create index refusals_of_rights on public.refused_changes (user_id, refused_at) where code = 'not_allowed';
comment on index public.refusals_of_rights is 'Serves the count of what a person tried without the right to it (watch_refusals).';

-- Every refusal is looked at once. Most are bad luck; these are not what the app ever sends.
create function private.watch_refusals() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  looked_at constant integer := 50;
  tolerated constant integer := 10;
  v_op jsonb;
  v_foreign jsonb;
  v_code text;
  v_times bigint;
begin
  if new.code in ('not_allowed', 'row_missing', 'missing_reference', 'already_exists', 'rule_broken', 'foreign_number')
    and jsonb_typeof(new.payload) = 'array' then
    for v_op in select value from jsonb_array_elements(new.payload) limit looked_at loop
      v_foreign := private.foreign_row(v_op, new.company_id);
      exit when v_foreign is not null;
    end loop;
  end if;
  v_code := case
    when v_foreign ->> 'field' = 'company_id' then 'foreign_company'
    when v_foreign is not null then 'foreign_row'
    when new.message like '%\_lie\_in\_their\_company%' then 'foreign_path'
    when new.code = 'foreign_number' then 'foreign_number'
    when new.code in ('unknown_table', 'unknown_column', 'unknown_operation') then 'unknown_name'
    when new.code in ('field_too_large', 'too_many_operations') or (new.code = 'bad_value' and new.whole_payload is not null)
      then 'oversized'
  end;
  if v_code is null and new.code = 'not_allowed' then
    select count(*) into v_times from (
      select from public.refused_changes r
      where r.user_id = new.user_id and r.code = 'not_allowed' and r.refused_at > now() - interval '1 hour' limit tolerated
    ) tried;
    v_code := case when v_times >= tolerated then 'not_allowed_repeatedly' end;
  end if;
  if v_code is not null then
    perform private.note_security_event('suspicious_access', v_code,
      jsonb_build_object('refusal', new.id, 'counter', new.counter_id, 'code', new.code) || coalesce(v_foreign, '{}'),
      new.company_id, new.user_id);
  end if;
  return null;
end $$;
comment on function private.watch_refusals() is
  'Notes a security event for refusals that the app does not cause: rows of others, unknown names, sizes, the same wall again and again.';
create trigger watch_refusals after insert on public.refused_changes
  for each row execute function private.watch_refusals();

-- A client counts its transactions and stays at its counter. One that says another thing under an old number, or speaks for
-- another counter, was restored from a backup, copied, or is somebody who plays it.
create function private.watch_clients() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_before record;
begin
  select a.tx_id, a.counter_id into v_before from private.applied_transactions a
    where a.company_id = new.company_id and a.client_id = new.client_id and a.tx_id <= new.tx_id
      and a.payload_hash <> new.payload_hash
    order by a.tx_id desc limit 1;
  if v_before.tx_id = new.tx_id then
    perform private.note_security_event('suspicious_access', 'transaction_reused',
      jsonb_build_object('client', new.client_id, 'tx', new.tx_id, 'counter', new.counter_id), new.company_id, new.user_id);
  elsif v_before.counter_id <> new.counter_id then
    perform private.note_security_event('suspicious_access', 'client_moved',
      jsonb_build_object('client', new.client_id, 'from', v_before.counter_id, 'counter', new.counter_id),
      new.company_id, new.user_id);
  end if;
  return null;
end $$;
comment on function private.watch_clients() is
  'Notes a security event where a transaction number comes with other content, or a client from another counter.';
create trigger watch_clients after insert on private.applied_transactions
  for each row execute function private.watch_clients();

create function private.watch_admins() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_code constant text := tg_argv[0];
  v_columns constant text[] := tg_argv[1]::text[];
  v_before jsonb;
  v_after jsonb;
begin
  select jsonb_object_agg(name, to_jsonb(old) -> name), jsonb_object_agg(name, to_jsonb(new) -> name)
    into v_before, v_after
    from unnest(v_columns) as columns (name) where to_jsonb(old) -> name is distinct from to_jsonb(new) -> name;
  if v_after is not null then
    perform private.note_security_event('admin_action', v_code,
      jsonb_build_object('id', new.id, 'before', v_before, 'after', v_after),
      case tg_table_name when 'companies' then new.id else (to_jsonb(new) ->> 'company_id')::uuid end, auth.uid());
  end if;
  return null;
end $$;
comment on function private.watch_admins() is
  'Notes as admin_action what changes who may do what, or where the money goes. Takes the code and the columns.';
create trigger watch_admins after update on public.users
  for each row execute function private.watch_admins('person_changed', '{role,branch_id,is_active}');
create trigger watch_admins after update on public.counters
  for each row execute function private.watch_admins('counter_changed', '{is_active,device_id}');
create trigger watch_admins after update on public.companies
  for each row execute function private.watch_admins('bank_account_changed', '{iban,qr_iban,qr_bank_prefix}');

create function public.list_security_events(before timestamptz default null, at_most integer default 100)
returns table (id uuid, user_id uuid, kind public.security_event_kind, code text, details jsonb, occurred_at timestamptz)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  if not private.is_owner() then
    raise exception using errcode = '42501', message = 'Security events are for the owners of a company.', detail = 'not_allowed';
  end if;
  return query
    select e.id, e.user_id, e.kind, e.code, e.details, e.occurred_at from private.security_events e
    where e.company_id = private.company_id() and e.occurred_at < coalesce(before, 'infinity')
    order by e.occurred_at desc limit least(greatest(coalesce(at_most, 100), 1), 500);
end $$;
comment on function public.list_security_events(timestamptz, integer) is
  'The security events of the owner''s company, the latest first; at most 500 at once, and those before a moment to page on.';

-- Turning somebody away with an exception would take the note of it back. So the answer is given as PostgREST gives an error:
-- with the status in response.status, and the same body.
create function private.turn_away(p_counter_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_code text;
  v_message text;
begin
  if private.role_now() is null then
    v_code := 'person_unknown';
    v_message := 'This person does not work for a company here.';
  elsif not exists (
    select from public.counters c where c.id = p_counter_id and c.company_id = private.company_id() and c.is_active
  ) then
    v_code := 'counter_unknown';
    v_message := 'This counter is not one of the company''s.';
  else
    return null;
  end if;
  perform private.note_security_event('suspicious_access', case
      when v_code = 'person_unknown' then case when private.session_ended() then 'session_ended' else 'person_suspended' end
      when exists (select from public.counters c where c.id = p_counter_id and c.company_id = private.company_id()) then 'counter_revoked'
      else 'counter_unknown' end,
    jsonb_build_object('counter', p_counter_id), private.company_id(), auth.uid());
  perform set_config('response.status', '403', true);
  return jsonb_build_object('code', '42501', 'message', v_message, 'details', v_code, 'hint', null);
end $$;
comment on function private.turn_away(uuid) is
  'Null for who is welcome at this counter; otherwise the answer to give, with HTTP status 403, and a security event that stays.';

revoke execute on all functions in schema private from public;
revoke execute on function public.list_security_events(timestamptz, integer) from public, anon;
grant execute on function public.list_security_events(timestamptz, integer) to authenticated;
grant execute on function private.turn_away(uuid) to authenticated;
