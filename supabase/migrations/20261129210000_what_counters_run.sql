-- Which version a counter runs, and when it last spoke with the server: an admin sees which is behind. The columns were there, and
-- nobody wrote them.

create function public.report_counter(counter_id uuid, device_id uuid, app_version text) returns jsonb
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
  if not private.may_write() or not private.at_my_counter(counter_id) then
    raise exception using errcode = '42501', message = 'This person may not speak for a counter.', detail = 'not_allowed';
  end if;
  if app_version is null or app_version !~ '^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$' then
    raise exception using errcode = '22023', message = 'app_version must be three numbers.';
  end if;
  select * into v_counter from public.counters c where c.id = counter_id for update;
  -- What a counter ran before it was moved to another machine says nothing of it.
  if device_id is null or v_counter.device_id is distinct from device_id then
    return jsonb_build_object('outcome', 'refused', 'code', 'counter_taken');
  end if;
  -- The row goes to every counter of the company: not more often than somebody looks.
  if v_counter.app_version <> app_version or v_counter.last_seen_at is null
    or v_counter.last_seen_at < now() - interval '50 minutes' then
    update public.counters c set app_version = report_counter.app_version, last_seen_at = now() where c.id = counter_id;
  end if;
  return jsonb_build_object('outcome', 'noted');
end $$;
comment on function public.report_counter(uuid, uuid, text) is
  'A machine says what it runs, of the counter that it is and of no other. Of calls within fifty minutes the first is noted, and every new version.';
revoke execute on function public.report_counter(uuid, uuid, text) from public, anon;
grant execute on function public.report_counter(uuid, uuid, text) to authenticated;
