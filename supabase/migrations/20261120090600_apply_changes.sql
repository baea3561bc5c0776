-- The one way up: counters send their local transactions, the server applies each whole or refuses it whole.

create table private.applied_transactions (
  company_id uuid not null references public.companies (id),
  client_id text not null,
  tx_id bigint not null,
  counter_id uuid not null,
  user_id uuid not null,
  session_id uuid,
  outcome text not null check (outcome in ('applied', 'refused')),
  code text,
  message text,
  applied_at timestamptz not null default now(),
  primary key (company_id, client_id, tx_id)
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
create function private.known_outcome(p_client_id text, p_tx_id bigint)
returns private.applied_transactions
language sql security definer set search_path = ''
as $$
  select * from private.applied_transactions
  where company_id = private.company_id() and client_id = p_client_id and tx_id = p_tx_id
$$;

create function private.remember_outcome(
  p_client_id text, p_tx_id bigint, p_counter_id uuid, p_outcome text, p_code text, p_message text, p_payload jsonb
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  longest constant integer := 10240;
  shortened jsonb;
begin
  insert into private.applied_transactions
    (company_id, client_id, tx_id, counter_id, user_id, session_id, outcome, code, message)
  values (private.company_id(), p_client_id, p_tx_id, p_counter_id, auth.uid(),
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

-- One value on its way in: PowerSync keeps jsonb as text, so text for a jsonb column is parsed.
create function private.as_record_values(p_table text, p_data jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, case
    when a.atttypid = 'jsonb'::regtype and jsonb_typeof(value) = 'string' then (value #>> '{}')::jsonb
    else value end), '{}')
  from jsonb_each(p_data)
  join pg_catalog.pg_attribute a
    on a.attrelid = ('public.' || quote_ident(p_table))::regclass and a.attname = key and a.attnum > 0
$$;

-- Applies one operation as the caller, under row level security and column rights. Table and column names reach the
-- dynamic statement only after they were found in the catalogue, and quoted.
create function private.apply_operation(p_op jsonb) returns void
language plpgsql set search_path = ''
as $$
declare
  v_table text := p_op ->> 'table';
  v_kind text := p_op ->> 'op';
  v_data jsonb := coalesce(nullif(p_op -> 'data', 'null'::jsonb), '{}');
  v_id uuid;
  v_key text;
  v_longest constant integer := 262144;
  v_relation regclass;
  v_columns text;
  v_exists boolean;
  v_count bigint;
begin
  if v_table is null or not exists (select from private.synced_tables where name = v_table) then
    perform private.refuse('unknown_table', format('There is no table %s to write to.', coalesce(left(v_table, 60), '(none)')));
  end if;
  if v_kind is null or v_kind not in ('PUT', 'PATCH', 'DELETE') then
    perform private.refuse('unknown_operation', 'An operation is PUT, PATCH or DELETE.');
  end if;
  if jsonb_typeof(v_data) <> 'object' then
    perform private.refuse('bad_value', format('%s: data must be an object of columns.', v_table));
  end if;
  v_relation := ('public.' || quote_ident(v_table))::regclass;
  v_id := (p_op ->> 'id')::uuid;
  if v_id is null then
    perform private.refuse('field_missing', format('%s.id is missing.', v_table));
  end if;
  -- The id of the operation is the id of the row; a second one in the data could name another row.
  v_data := v_data - 'id';

  for v_key in select jsonb_object_keys(v_data) loop
    if not exists (
      select from pg_catalog.pg_attribute
      where attrelid = v_relation and attname = v_key and attnum > 0 and not attisdropped
    ) then
      perform private.refuse('unknown_column', format('%s has no column %s.', v_table, left(v_key, 60)));
    end if;
    if octet_length(v_data ->> v_key) > v_longest then
      perform private.refuse('field_too_large', format('%s.%s is %s bytes; at most %s are taken.',
        v_table, v_key, octet_length(v_data ->> v_key), v_longest));
    end if;
  end loop;

  if v_kind = 'DELETE' then
    execute format('delete from %s where id = $1', v_relation) using v_id;
    return;
  end if;

  v_data := private.as_record_values(v_table, v_data);
  execute format('select exists (select from %s where id = $1)', v_relation) into v_exists using v_id;

  if v_kind = 'PUT' and not v_exists then
    for v_key in select jsonb_object_keys(v_data) loop
      if not has_column_privilege(v_relation, v_key, 'INSERT') then
        perform private.refuse('not_allowed', format('%s.%s is not written by counters.', v_table, v_key));
      end if;
    end loop;
    select string_agg(quote_ident(key), ', ') into v_columns from jsonb_object_keys(v_data) as key;
    execute format('insert into %1$s (id, %2$s) select $1, %2$s from jsonb_populate_record(null::%1$s, $2)',
      v_relation, v_columns) using v_id, v_data;
    return;
  end if;

  if not v_exists then
    perform private.refuse('row_missing', format('%s has no such row, or it is not this company''s.', v_table));
  end if;
  -- Only what differs: a PUT that was sent twice changes nothing, and a frozen row is not touched by its own values.
  execute format(
    'select coalesce(jsonb_object_agg(wanted.key, $2 -> wanted.key), ''{}'')
       from %1$s t, jsonb_each(to_jsonb(jsonb_populate_record(t, $2))) wanted
       where t.id = $1 and $2 ? wanted.key and wanted.value is distinct from to_jsonb(t) -> wanted.key', v_relation)
    into v_data using v_id, v_data;
  if v_data = '{}' then
    return;
  end if;
  for v_key in select jsonb_object_keys(v_data) loop
    if not has_column_privilege(v_relation, v_key, 'UPDATE') then
      perform private.refuse('not_allowed', format('%s.%s does not change once written.', v_table, v_key));
    end if;
  end loop;
  select string_agg(format('%1$I = r.%1$I', key), ', ') into v_columns from jsonb_object_keys(v_data) as key;
  execute format('update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $2) r where t.id = $1',
    v_relation, v_columns) using v_id, v_data;
  get diagnostics v_count = row_count;
  if v_count = 0 then
    perform private.refuse('not_allowed', format('This person may not change %s.', v_table));
  end if;
end $$;

grant execute on function private.known_outcome(text, bigint),
  private.remember_outcome(text, bigint, uuid, text, text, text, jsonb), private.check_counter(uuid),
  private.as_record_values(text, jsonb), private.apply_operation(jsonb), private.is_legal_step(public.contract_status, public.contract_status)
  to authenticated;

create function public.apply_changes(client_id text, counter_id uuid, transactions jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
#variable_conflict use_variable
declare
  v_transaction jsonb;
  v_op jsonb;
  v_tx_id bigint;
  v_known private.applied_transactions;
  v_outcomes jsonb := '[]';
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
  if jsonb_typeof(transactions) is distinct from 'array' or jsonb_array_length(transactions) > 500 then
    raise exception using errcode = '22023', message = 'transactions must be an array of at most 500.';
  end if;
  -- A repeated call waits for the first, and then finds what it did.
  perform pg_advisory_xact_lock(hashtextextended(client_id, 1));

  for v_transaction in select value from jsonb_array_elements(transactions) loop
    v_tx_id := (v_transaction ->> 'tx_id')::bigint;
    if v_tx_id is null or jsonb_typeof(v_transaction -> 'ops') is distinct from 'array' then
      raise exception using errcode = '22023', message = 'Each transaction needs tx_id and ops.';
    end if;
    v_known := private.known_outcome(client_id, v_tx_id);
    if v_known.tx_id is not null then
      v_outcomes := v_outcomes || jsonb_strip_nulls(jsonb_build_object('tx_id', v_tx_id,
        'outcome', case v_known.outcome when 'applied' then 'already' else 'refused' end,
        'code', v_known.code, 'message', v_known.message));
      continue;
    end if;
    begin
      if jsonb_array_length(v_transaction -> 'ops') > 5000 then
        perform private.refuse('too_many_operations', 'A transaction has at most 5000 operations.');
      end if;
      for v_op in select value from jsonb_array_elements(v_transaction -> 'ops') loop
        perform private.apply_operation(v_op);
      end loop;
      perform private.remember_outcome(client_id, v_tx_id, counter_id, 'applied', null, null, null);
      v_outcomes := v_outcomes || jsonb_build_object('tx_id', v_tx_id, 'outcome', 'applied');
    exception when others then
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
      elsif v_state like '22%' then
        v_code := 'bad_value';
      elsif v_state like '23%' then
        v_code := 'rule_broken';
      else
        raise;
      end if;
      perform private.remember_outcome(client_id, v_tx_id, counter_id, 'refused', v_code, v_message, v_transaction -> 'ops');
      v_outcomes := v_outcomes || jsonb_build_object(
        'tx_id', v_tx_id, 'outcome', 'refused', 'code', v_code, 'message', v_message);
    end;
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
  select * into v_counter from public.counters c where c.id = counter_id for update;
  if v_counter.device_id is not null and v_counter.device_id <> device_id
    and not (take_over and private.may_manage()) then
    return jsonb_build_object('outcome', 'refused', 'code', 'counter_taken');
  end if;
  update public.counters c set device_id = claim_counter.device_id, claimed_at = now() where c.id = claim_counter.counter_id;
  return jsonb_build_object('outcome', 'claimed');
end $$;
comment on function public.claim_counter(uuid, uuid, boolean) is
  'Binds a counter to one machine. Managers may take it over for a replaced machine.';
grant execute on function public.claim_counter(uuid, uuid, boolean) to authenticated;
