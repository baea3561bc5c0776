-- What random histories of counters found: an update that changes nothing stopped the queue of its counter for ever, and a
-- reservation that was handed over while its vehicle was promised to somebody else had its signed contract refused.

-- PowerSync queues an update that changes no column as one without columns. It is applied by finding its row.
create or replace function private.write_statements(p_kind text, p_table text, p_columns text[]) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_relation regclass;
  v_unknown text;
  v_names text;
  v_record text;
  v_values text;
  v_set text;
  v_changed text;
  v_differing text;
  v_fixed text[];
  v_unwritten text;
begin
  if p_kind = 'UNREADABLE' then
    -- A counter's way to hand in what Postgres cannot take as it is (U+0000 in a text): refused, and kept as text.
    perform private.refuse('bad_value', 'The transaction holds a character that cannot be stored; it is kept as text.');
  end if;
  if p_table is null or not exists (select from private.synced_tables where name = p_table) then
    perform private.refuse('unknown_table', format('There is no table %s to write to.', coalesce(left(p_table, 60), '(none)')));
  end if;
  if p_kind is null or p_kind not in ('PUT', 'PATCH', 'DELETE') then
    perform private.refuse('unknown_operation', 'An operation is PUT, PATCH or DELETE.');
  end if;
  v_relation := format('public.%I', p_table)::regclass;
  if p_kind = 'DELETE' then
    return jsonb_build_object('delete', format('delete from %s where id = $1', v_relation),
      'differences', format('select ''{}''::text[] from %s where id = $1', v_relation));
  end if;
  select wanted.name into v_unknown from unnest(p_columns) as wanted (name)
  where not exists (
    select from pg_catalog.pg_attribute
    where attrelid = v_relation and attname = wanted.name and attnum > 0 and not attisdropped
  ) limit 1;
  if v_unknown is not null then
    perform private.refuse('unknown_column', format('%s has no column %s.', p_table, left(v_unknown, 60)));
  end if;

  select string_agg(', ' || q.name, ''), string_agg(q.name || ' ' || q.type, ', '), string_agg(', ' || q.value, ''),
    string_agg(q.name || ' = ' || q.value, ', ') filter (where q.may_update),
    string_agg(format('t.%s is distinct from %s', q.name, q.value), ' or ') filter (where q.may_update),
    string_agg(format('case when t.%s is distinct from %s then %L end', q.name, q.value, q.plain), ', '),
    array_agg(q.plain) filter (where not q.may_update),
    min(q.plain) filter (where not q.may_insert)
  into v_names, v_record, v_values, v_set, v_changed, v_differing, v_fixed, v_unwritten
  from (
    select attname::text as plain, quote_ident(attname) as name, format_type(atttypid, atttypmod) as type,
      -- PowerSync keeps jsonb as text, so text for a jsonb column is parsed.
      format(case when atttypid = 'jsonb'::regtype
        then 'case jsonb_typeof(r.%1$I) when ''string'' then (r.%1$I #>> ''{}'')::jsonb else r.%1$I end'
        else 'r.%I' end, attname) as value,
      has_column_privilege(attrelid, attnum, 'INSERT') as may_insert,
      has_column_privilege(attrelid, attnum, 'UPDATE') as may_update
    from pg_catalog.pg_attribute
    where attrelid = v_relation and attname = any (p_columns) and attnum > 0 and not attisdropped
  ) q;
  v_record := case when v_record is null then '(values (1)) as r' else format('jsonb_to_record($2) as r (%s)', v_record) end;
  return jsonb_strip_nulls(jsonb_build_object(
    'add', case when p_kind = 'PUT' and v_unwritten is null then
      format('insert into %1$s (id%2$s) select $1%3$s from %4$s', v_relation, v_names, v_values, v_record) end,
    'insert', case when p_kind = 'PUT' and v_unwritten is null then
      format('insert into %1$s (id%2$s) select $1%3$s from %4$s where not exists (select from %1$s where id = $1)',
        v_relation, v_names, v_values, v_record) end,
    'unwritten', v_unwritten,
    'update', case when v_set is not null then
      format('update %s t set %s from %s where t.id = $1 and (%s)', v_relation, v_set, v_record, v_changed) end,
    'differences', format('select array_remove(array[%s]::text[], null) from %s t, %s where t.id = $1',
      v_differing, v_relation, v_record),
    'fixed', to_jsonb(v_fixed)));
end $$;

-- A handover writes who, what and the number first, and signs last. Between the two it is still a plan, and the vehicle that a
-- plan loses must not be lost to the contract.
create or replace function private.settle_assignment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  rival uuid;
begin
  if new.status <> 'reserved' or new.vehicle_id is null or new.signed_at is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.status = 'reserved' and old.vehicle_id is not distinct from new.vehicle_id
    and old.starts_at = new.starts_at and old.ends_at = new.ends_at then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.vehicle_id::text, 0));
  with of_the_vehicle as materialized (
    select o.id, o.status, o.starts_at, coalesce(o.returned_at, o.ends_at) as ended_at
    from public.contracts o where o.vehicle_id = new.vehicle_id
  )
  select o.id into rival from of_the_vehicle o
  where o.id <> new.id and o.status in ('reserved', 'out') and new.starts_at < o.ended_at and o.starts_at < new.ends_at
  order by o.starts_at limit 1;
  if rival is not null and new.number is not null then
    -- It has its number: the signature comes next, in the same transaction, and a fact keeps its vehicle.
    new.status := 'to_assign';
  elsif rival is not null then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, other_contract_id, details)
    values (new.company_id, 'double_assignment', new.vehicle_id, rival, new.id,
      jsonb_build_object('plate', new.plate, 'customer', new.customer_name))
    on conflict do nothing;
    new.vehicle_id := null;
    new.plate := '';
    new.status := 'to_assign';
  end if;
  return new;
end $$;

-- A counter without a line hands over a reservation whose vehicle the server has given to somebody else meanwhile. It sends only
-- what it changed, and to it the vehicle did not change. The handover says with which car the renter drove away.
create function private.recover_vehicle() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  handed_over uuid;
begin
  select h.vehicle_id into handed_over from public.handovers h
    where h.contract_id = new.id and h.company_id = new.company_id and h.kind = 'check_out' limit 1;
  if handed_over is not null then
    new.vehicle_id := handed_over;
    -- As the counter wrote it when it still was a plan; otherwise as it is now.
    new.plate := coalesce(
      (select nullif(k.details ->> 'plate', '') from public.conflicts k
        where k.other_contract_id = new.id and k.vehicle_id = handed_over and k.kind = 'double_assignment'
        order by k.raised_at desc limit 1),
      (select v.plate from public.vehicles v where v.id = handed_over and v.company_id = new.company_id), '');
  end if;
  return new;
end $$;
comment on function private.recover_vehicle() is
  'A signed contract keeps the vehicle that was handed over, also where the plan before it had lost it.';
create trigger recover_vehicle before update on public.contracts
  for each row when (old.signed_at is null and new.signed_at is not null and new.vehicle_id is null)
  execute function private.recover_vehicle();
revoke execute on all functions in schema private from public;
