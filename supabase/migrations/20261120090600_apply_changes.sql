-- The one way up: counters send their local transactions, the server applies each whole or refuses it whole.

create table private.applied_transactions (
  company_id uuid not null references public.companies (id),
  client_id text not null,
  tx_id bigint not null,
  -- Of the operations. Numbers alone would not do: a replica restored from a backup counts again from where it stood,
  -- and somebody who knows a client's name could use up its numbers; either would make the server say "already" to
  -- what it never saw.
  payload_hash bytea not null,
  counter_id uuid not null,
  user_id uuid not null,
  session_id uuid,
  outcome text not null check (outcome in ('applied', 'refused')),
  code text,
  message text,
  applied_at timestamptz not null default now(),
  primary key (company_id, client_id, tx_id, payload_hash)
);
comment on table private.applied_transactions is
  'What became of every local transaction: makes apply_changes idempotent, and says who uploaded it.';

create table private.synced_tables (name text primary key);
comment on table private.synced_tables is 'The tables that apply_changes writes. Rights by column come from the grants.';
insert into private.synced_tables (name) values
  ('companies'), ('branches'), ('users'), ('counters'), ('customers'), ('vehicle_categories'), ('vehicles'), ('rates'),
  ('contracts'), ('contract_drivers'), ('contract_lines'), ('handovers'), ('invoices'), ('invoice_lines'),
  ('payments'), ('documents'), ('refused_changes'), ('conflicts'), ('audit_events');
grant select on private.synced_tables to authenticated;

-- The memory of apply_changes. Definer, because a caller may neither read nor write it directly; the tenant and the
-- person come from the token.
create function private.known_outcome(p_client_id text, p_tx_id bigint, p_payload_hash bytea)
returns private.applied_transactions
language plpgsql stable security definer set search_path = ''
as $$
declare
  known private.applied_transactions;
begin
  select * into known from private.applied_transactions
  where company_id = private.company_id() and client_id = p_client_id and tx_id = p_tx_id
    and payload_hash = p_payload_hash;
  return known;
end $$;
comment on function private.known_outcome(text, bigint, bytea) is 'What was answered to a transaction before, or nulls.';

create function private.remember_outcome(
  p_client_id text, p_tx_id bigint, p_payload_hash bytea, p_counter_id uuid, p_outcome text, p_code text,
  p_message text, p_payload jsonb
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  longest constant integer := 10240;
  shortened jsonb;
begin
  insert into private.applied_transactions
    (company_id, client_id, tx_id, payload_hash, counter_id, user_id, session_id, outcome, code, message)
  values (private.company_id(), p_client_id, p_tx_id, p_payload_hash, p_counter_id, auth.uid(),
    nullif(auth.jwt() ->> 'session_id', '')::uuid, p_outcome, p_code, p_message);
  if p_outcome <> 'refused' then
    return;
  end if;
  select jsonb_agg(
    case when jsonb_typeof(op -> 'data') = 'object' then jsonb_set(op, '{data}', (
      select coalesce(jsonb_object_agg(key, case
        when octet_length(value::text) > longest then jsonb_build_object('omitted_bytes', octet_length(value::text))
        else value end), '{}')
      from jsonb_each(op -> 'data')))
    else op end order by position)
  into shortened
  from jsonb_array_elements(p_payload) with ordinality as ops (op, position);
  insert into public.refused_changes
    (company_id, counter_id, user_id, client_id, tx_id, code, message, payload, whole_payload)
  values (private.company_id(), p_counter_id, auth.uid(), p_client_id, p_tx_id, p_code, p_message,
    coalesce(shortened, p_payload), case when shortened is distinct from p_payload then p_payload end);
end $$;
comment on function private.remember_outcome(text, bigint, bytea, uuid, text, text, text, jsonb) is
  'Notes what became of a transaction; a refused one is kept whole in refused_changes.';

create function private.check_counter(p_counter_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if private.company_id() is null or not exists (
    select from public.users u where u.id = auth.uid() and u.company_id = private.company_id() and u.is_active
  ) then
    raise exception using errcode = '42501', message = 'This person does not work for a company here.',
      detail = 'person_unknown';
  end if;
  if not exists (
    select from public.counters c where c.id = p_counter_id and c.company_id = private.company_id() and c.is_active
  ) then
    raise exception using errcode = '42501', message = 'This counter is not one of the company''s.',
      detail = 'counter_unknown';
  end if;
end $$;
comment on function private.check_counter(uuid) is 'Turns away people who are suspended and counters that are not the company''s.';

-- The statements for one kind of operation on one set of columns: looked up in the catalogue and put together once a
-- call, because that takes longer than running them. Names reach a statement only after they were found in the
-- catalogue, and quoted. $1 is the id, $2 the data.
--   add          adds the row; missing when a column of the set is not written by people
--   insert       the same, unless the row is there
--   update       changes what differs, and only that; missing when no column of the set may change
--   differences  the columns that differ, no row when there is none
--   fixed        the columns of the set that do not change once written
create function private.write_statements(p_kind text, p_table text, p_columns text[]) returns jsonb
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
    'update', format('update %s t set %s from %s where t.id = $1 and (%s)', v_relation, v_set, v_record, v_changed),
    'differences', format('select array_remove(array[%s]::text[], null) from %s t, %s where t.id = $1',
      v_differing, v_relation, v_record),
    'fixed', to_jsonb(v_fixed)));
end $$;
comment on function private.write_statements(text, text, text[]) is
  'Puts the statements of an operation together, or refuses tables and columns that are not there.';

-- Applies one operation as the caller, under row level security and column rights.
create function private.apply_operation(
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
comment on function private.apply_operation(text, uuid, jsonb, jsonb, boolean) is
  'Applies one operation of a local transaction with the statements of write_statements.';

grant execute on function private.known_outcome(text, bigint, bytea),
  private.remember_outcome(text, bigint, bytea, uuid, text, text, text, jsonb), private.check_counter(uuid),
  private.write_statements(text, text, text[]), private.apply_operation(text, uuid, jsonb, jsonb, boolean) to authenticated;

create function public.apply_changes(client_id text, counter_id uuid, transactions jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
#variable_conflict use_variable
declare
  v_transaction jsonb;
  v_ops jsonb;
  v_op jsonb;
  v_data jsonb;
  v_columns text[];
  v_tx_id bigint;
  v_hash bytea;
  v_known private.applied_transactions;
  v_outcomes jsonb := '[]';
  -- What write_statements said, by kind, table and columns. A counter has a few dozen; nobody gets to fill the memory.
  v_cache jsonb := '{}';
  v_cached integer := 0;
  v_shape text;
  v_statements jsonb;
  v_careful boolean;
  v_state text;
  v_code text;
  v_message text;
  v_constraint text;
  v_column text;
begin
  perform private.check_counter(counter_id);
  if client_id is null or client_id !~ '^[A-Za-z0-9_-]{1,100}$' then
    raise exception using errcode = '22023', message = 'client_id must be 1 to 100 letters, digits, dashes.';
  end if;
  if jsonb_typeof(transactions) is distinct from 'array' or jsonb_array_length(transactions) > 200 then
    raise exception using errcode = '22023', message = 'transactions must be an array of at most 200.';
  end if;
  -- A repeated call waits for the first, and then finds what it did.
  perform pg_advisory_xact_lock(hashtextextended(private.company_id()::text || '/' || client_id, 1));

  for v_transaction in select value from jsonb_array_elements(transactions) loop
    v_ops := v_transaction -> 'ops';
    if coalesce(v_transaction ->> 'tx_id', '') !~ '^[0-9]{1,18}$' or jsonb_typeof(v_ops) is distinct from 'array' then
      raise exception using errcode = '22023', message = 'Each transaction needs tx_id, a whole number, and ops.';
    end if;
    v_tx_id := (v_transaction ->> 'tx_id')::bigint;
    v_hash := sha256(convert_to(v_ops::text, 'UTF8'));
    v_known := private.known_outcome(client_id, v_tx_id, v_hash);
    if v_known.tx_id is not null then
      v_outcomes := v_outcomes || jsonb_strip_nulls(jsonb_build_object('tx_id', v_tx_id,
        'outcome', case v_known.outcome when 'applied' then 'already' else 'refused' end,
        'code', v_known.code, 'message', v_known.message));
      continue;
    end if;
    -- Nearly always a row that a counter adds is new, and asking first takes as long as adding it. Whatever goes wrong, the
    -- transaction is taken back and tried again with care, and only that counts.
    foreach v_careful in array array[false, true] loop
      begin
        if jsonb_array_length(v_ops) > 5000 then
          perform private.refuse('too_many_operations', 'A transaction has at most 5000 operations.');
        end if;
        for v_op in select value from jsonb_array_elements(v_ops) loop
          v_data := coalesce(nullif(v_op -> 'data', 'null'), '{}');
          if jsonb_typeof(v_data) <> 'object' then
            perform private.refuse('bad_value', 'The data of an operation must be an object of columns.');
          end if;
          -- The id of the operation is the id of the row; a second one in the data could name another row.
          v_data := v_data - 'id';
          v_columns := array(select jsonb_object_keys(v_data));
          v_shape := concat_ws('/', v_op ->> 'op', v_op ->> 'table', v_columns::text);
          v_statements := v_cache -> v_shape;
          if v_statements is null then
            v_statements := private.write_statements(v_op ->> 'op', v_op ->> 'table', v_columns);
            if v_cached < 100 then
              v_cache := v_cache || jsonb_build_object(v_shape, v_statements);
              v_cached := v_cached + 1;
            end if;
          end if;
          perform private.apply_operation(v_op ->> 'table', (v_op ->> 'id')::uuid, v_data, v_statements, v_careful);
        end loop;
        perform private.remember_outcome(client_id, v_tx_id, v_hash, counter_id, 'applied', null, null, null);
        v_outcomes := v_outcomes || jsonb_build_object('tx_id', v_tx_id, 'outcome', 'applied');
        exit;
      exception when others then
        continue when not v_careful;
        get stacked diagnostics v_state = returned_sqlstate, v_message = message_text, v_code = pg_exception_detail,
          v_constraint = constraint_name, v_column = column_name;
        -- Refused: a rule, a constraint, a right or a malformed value. Anything else is an outage: the whole call
        -- fails, and the counter sends it again.
        if v_state = 'RF000' then
          null;
        elsif v_state = '42501' then
          v_code := 'not_allowed';
        elsif v_state = '23505' then
          v_code := 'already_exists';
        elsif v_state = '23503' then
          v_code := 'missing_reference';
        elsif v_state = '23502' then
          v_code := 'field_missing';
          v_message := format('%s is missing.', v_column);
        elsif v_state = '23514' then
          v_code := 'rule_broken';
        elsif v_state like '22%' or v_state like '54%' then
          -- 54: nested deeper or longer than Postgres can take; it would be so the next time, too.
          v_code := 'bad_value';
        elsif v_state like '23%' or v_state = 'P0001' then
          v_code := 'rule_broken';
        else
          raise;
        end if;
        perform private.remember_outcome(client_id, v_tx_id, v_hash, counter_id, 'refused', v_code, v_message, v_ops);
        v_outcomes := v_outcomes || jsonb_build_object(
          'tx_id', v_tx_id, 'outcome', 'refused', 'code', v_code, 'message', v_message);
      end;
    end loop;
  end loop;
  return v_outcomes;
end $$;
comment on function public.apply_changes(text, uuid, jsonb) is
  'Applies the local transactions of a counter in order: each whole, or refused whole and kept in refused_changes. Repeating a call repeats nothing.';
grant execute on function public.apply_changes(text, uuid, jsonb) to authenticated;

-- A machine becomes a counter. A second machine under the same number series would sign the same numbers twice.
create function public.claim_counter(counter_id uuid, device_id uuid, take_over boolean default false) returns jsonb
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_variable
declare
  v_counter public.counters;
begin
  perform private.check_counter(counter_id);
  if not private.may_write() then
    raise exception using errcode = '42501', message = 'This person may not set up a counter.', detail = 'not_allowed';
  end if;
  if device_id is null then
    raise exception using errcode = '22004', message = 'device_id is missing.';
  end if;
  select * into v_counter from public.counters c where c.id = counter_id for update;
  if v_counter.device_id is not null and v_counter.device_id <> device_id
    and not (coalesce(take_over, false) and private.may_manage()) then
    return jsonb_build_object('outcome', 'refused', 'code', 'counter_taken');
  end if;
  update public.counters c set device_id = claim_counter.device_id, claimed_at = now() where c.id = claim_counter.counter_id;
  return jsonb_build_object('outcome', 'claimed');
end $$;
comment on function public.claim_counter(uuid, uuid, boolean) is
  'Binds a counter to one machine. Managers may take it over for a replaced machine.';
grant execute on function public.claim_counter(uuid, uuid, boolean) to authenticated;
