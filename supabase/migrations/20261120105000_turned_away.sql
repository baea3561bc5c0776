-- What is left of noting what looks like an attack, on top of the functions as the last migrations wrote them.

-- A row that is not there is gone already, also for a removal of a row of another company: nobody is told which of the two.
-- But it is noted.
create function private.watch_removal(p_table text, p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_company constant uuid := private.company_id();
  v_foreign constant jsonb := private.foreign_row(jsonb_build_object('table', p_table, 'id', p_id), v_company);
begin
  if v_foreign is not null then
    perform private.note_security_event('suspicious_access', 'foreign_row', v_foreign || jsonb_build_object('op', 'DELETE'),
      v_company, auth.uid());
  end if;
end $$;
comment on function private.watch_removal(text, uuid) is 'Notes a security event where a row of another company was to be removed.';

create or replace function private.apply_operation(
  p_table text, p_id uuid, p_data jsonb, p_statements jsonb, p_careful boolean
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_longest constant integer := 262144;
  v_key text;
  v_count bigint;
  v_differing text[];
  v_fixed text;
begin
  if p_id is null then
    perform private.refuse('field_missing', format('%s.id is missing.', p_table));
  end if;
  if pg_column_size(p_data) > v_longest then
    for v_key in select jsonb_object_keys(p_data) loop
      if octet_length(p_data ->> v_key) > v_longest then
        perform private.refuse('field_too_large', format('%s.%s is %s bytes; at most %s are taken.',
          p_table, v_key, octet_length(p_data ->> v_key), v_longest));
      end if;
    end loop;
  end if;

  if p_statements ? 'delete' then
    execute p_statements ->> 'delete' using p_id;
    get diagnostics v_count = row_count;
    if v_count = 0 then
      execute p_statements ->> 'differences' into v_differing using p_id;
      if v_differing is not null then
        perform private.refuse('not_allowed', format('This person may not remove from %s.', p_table));
      end if;
      perform private.watch_removal(p_table, p_id);
    end if;
    return;
  end if;

  if p_statements ? 'add' and not p_careful then
    execute p_statements ->> 'add' using p_id, p_data;
    return;
  end if;
  if p_statements ? 'insert' then
    execute p_statements ->> 'insert' using p_id, p_data;
    get diagnostics v_count = row_count;
    if v_count > 0 then
      return;
    end if;
  end if;

  if p_statements ? 'fixed' or not p_statements ? 'update' then
    execute p_statements ->> 'differences' into v_differing using p_id, p_data;
    if v_differing is null and p_statements ? 'unwritten' then
      perform private.refuse('not_allowed',
        format('%s.%s is not written by counters.', p_table, p_statements ->> 'unwritten'));
    elsif v_differing is null then
      perform private.refuse('row_missing', format('%s has no such row, or it is not this company''s.', p_table));
    elsif v_differing = '{}' then
      return;
    end if;
    select name into v_fixed from unnest(v_differing) as differing (name) where p_statements -> 'fixed' ? name limit 1;
    if v_fixed is not null then
      perform private.refuse('not_allowed', format('%s.%s does not change once written.', p_table, v_fixed));
    end if;
  end if;

  -- Only what differs: a PUT that was sent twice changes nothing, and a frozen row is not touched by its own values.
  execute p_statements ->> 'update' using p_id, p_data;
  get diagnostics v_count = row_count;
  if v_count > 0 then
    return;
  end if;
  execute p_statements ->> 'differences' into v_differing using p_id, p_data;
  if v_differing is null then
    perform private.refuse('row_missing', format('%s has no such row, or it is not this company''s.', p_table));
  elsif v_differing <> '{}' then
    perform private.refuse('not_allowed', format('This person may not change %s.', p_table));
  end if;
end $$;

-- Who is turned away leaves a note that stays; and a counter is set up by who works in its branch.
create or replace function public.claim_counter(
  counter_id uuid, device_id uuid, take_over boolean default false, public_key text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_variable
declare
  v_turned_away constant jsonb := private.turn_away(counter_id);
  v_counter public.counters;
begin
  if v_turned_away is not null then
    return v_turned_away;
  end if;
  perform private.check_counter(counter_id);
  if not private.may_write() or not private.at_my_counter(counter_id) then
    raise exception using errcode = '42501', message = 'This person may not set up a counter.', detail = 'not_allowed';
  end if;
  if device_id is null then
    raise exception using errcode = '22004', message = 'device_id is missing.';
  end if;
  if public_key !~ '^[0-9a-f]{64}$' then
    raise exception using errcode = '22023', message = 'public_key must be 64 hexadecimal digits.';
  end if;
  select * into v_counter from public.counters c where c.id = counter_id for update;
  if v_counter.device_id is not null and v_counter.device_id <> device_id
    and not (coalesce(take_over, false) and private.may_manage()) then
    return jsonb_build_object('outcome', 'refused', 'code', 'counter_taken');
  end if;
  update public.counters c
    set device_id = claim_counter.device_id, claimed_at = now(),
      -- A version that signs nothing leaves no key of the machine before it.
      public_key = case when c.device_id = claim_counter.device_id then coalesce(claim_counter.public_key, c.public_key)
        else claim_counter.public_key end
    where c.id = claim_counter.counter_id;
  if public_key is not null then
    insert into private.counter_keys as known (counter_id, public_key, company_id, device_id, claimed_by)
    values (counter_id, public_key, v_counter.company_id, device_id, auth.uid())
    on conflict on constraint counter_keys_pkey do nothing;
    if v_counter.public_key is distinct from public_key then
      perform private.note_security_event('admin_action', 'counter_key_changed',
        jsonb_build_object('id', counter_id, 'before', v_counter.public_key, 'after', public_key), v_counter.company_id, auth.uid());
    end if;
  end if;
  return jsonb_build_object('outcome', 'claimed');
end $$;

revoke execute on all functions in schema private from public;
grant execute on function private.watch_removal(text, uuid) to authenticated;
