-- apply_changes, complete: which version of the schema a counter speaks, what its clock says, who acted and who sent it, how
-- much one call may be; and conflicts that late uploads bring to light.

create table private.schema_versions (
  version integer primary key check (version >= 1),
  is_taken boolean not null,
  note text not null
);
comment on table private.schema_versions is
  'The schemas that counters speak (sync/schema/schema-version.ts). The highest is that of this server.';
comment on column private.schema_versions.version is 'Counts up with every change of the synced tables that counters must know of.';
comment on column private.schema_versions.is_taken is
  'Whether its uploads are taken, translated where schema_changes says so; false: told to update, and sends again afterwards.';
comment on column private.schema_versions.note is 'What it brought.';
insert into private.schema_versions (version, is_taken, note) values
  (1, true, 'Counters from before the handshake: they say no version. What they do not know of has defaults.'),
  (2, true, 'The whole schema, with the handshake.');

create table private.schema_changes (
  since integer not null references private.schema_versions (version),
  table_name text not null,
  column_name text not null,
  new_name text not null,
  primary key (since, table_name, column_name)
);
comment on table private.schema_changes is
  'Columns that got another name: what an older counter sends under the old one is written under the new one.';
comment on column private.schema_changes.since is 'The first version that speaks the new name.';
comment on column private.schema_changes.table_name is 'The table.';
comment on column private.schema_changes.column_name is 'As it was called before.';
comment on column private.schema_changes.new_name is 'As it is called now.';

create table private.uploads (
  id bigint generated always as identity primary key,
  company_id uuid not null references public.companies (id),
  client_id text not null,
  counter_id uuid not null,
  user_id uuid not null,
  session_id uuid,
  schema_version integer not null,
  sent_at timestamptz,
  received_at timestamptz not null default now(),
  clock_ahead interval,
  transactions integer not null,
  bytes integer not null
);
comment on table private.uploads is 'Every call of apply_changes that was let in: from where, by whose session, and how far off its clock was.';
comment on column private.uploads.company_id is 'The tenant.';
comment on column private.uploads.client_id is 'The replica, as it names itself.';
comment on column private.uploads.counter_id is 'The counter it speaks for.';
comment on column private.uploads.user_id is 'Whose session sent it: not always who acted (applied_transactions.clerk_id).';
comment on column private.uploads.session_id is 'The session of Supabase Auth.';
comment on column private.uploads.schema_version is 'The schema it speaks; 1 for those that do not say.';
comment on column private.uploads.sent_at is 'What the clock of the counter said; null for those that do not say.';
comment on column private.uploads.received_at is 'What ours said.';
comment on column private.uploads.clock_ahead is 'How far its clock is ahead of ours, the way of the request included; negative when behind.';
comment on column private.uploads.transactions is 'How many local transactions it held, those that were known included.';
comment on column private.uploads.bytes is 'About how large it was.';
create index uploads_by_counter on private.uploads (counter_id, received_at);
comment on index private.uploads_by_counter is 'Serves the clock of a counter over time, and the retention of this table.';

alter table private.applied_transactions add column clerk_id uuid, add column upload_id bigint;
comment on column private.applied_transactions.user_id is 'Whose session sent it.';
comment on column private.applied_transactions.clerk_id is 'Who acted, as the rows themselves say; the person of the session where they say nothing.';
comment on column private.applied_transactions.upload_id is 'The call of private.uploads in which it came. Null before 20261120103000.';

-- Lets a call in, or says why not: PT426 and PT503 are HTTP statuses to PostgREST. Nothing of the call is applied then, and
-- the counter keeps all of it.
create function private.open_upload(
  p_client_id text, p_counter_id uuid, p_schema_version integer, p_sent_at timestamptz, p_transactions integer, p_bytes integer
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_version constant integer := coalesce(p_schema_version, 1);
  v_newest integer;
  v_is_taken boolean;
  v_ahead constant interval := p_sent_at - now();
  v_id bigint;
begin
  select max(version), bool_or(is_taken) filter (where version = v_version) into v_newest, v_is_taken
    from private.schema_versions;
  if v_version > v_newest then
    raise exception using errcode = 'PT503', detail = 'server_outdated',
      message = format('This server speaks version %s of the schema, the counter %s already. It is sent again later.', v_newest, v_version);
  elsif v_is_taken is not true then
    raise exception using errcode = 'PT426', detail = 'update_needed',
      message = format('Version %s of the schema is not taken any more. The counter keeps what waits, and sends it after its update.', v_version);
  end if;
  insert into private.uploads (company_id, client_id, counter_id, user_id, session_id, schema_version, sent_at, clock_ahead,
    transactions, bytes)
  values (private.company_id(), p_client_id, p_counter_id, auth.uid(), nullif(auth.jwt() ->> 'session_id', '')::uuid, v_version,
    p_sent_at, v_ahead, p_transactions, p_bytes)
  returning id into v_id;
  -- For the triggers that compare a moment of the counter with one of ours. No more than check_moment lets a fact be off.
  perform set_config('schalter.clock_ahead', least(greatest(coalesce(v_ahead, '0'), '-1 day'), '1 day')::text, true);
  perform set_config('schalter.upload', v_id::text, true);
  return (select jsonb_agg(jsonb_build_object('table', c.table_name, 'column', c.column_name, 'name', c.new_name) order by c.since)
    from private.schema_changes c where c.since > v_version);
end $$;
comment on function private.open_upload(text, uuid, integer, timestamptz, integer, integer) is
  'The handshake of an upload: notes version, clock and session; returns what to translate, or raises update_needed or server_outdated.';

create function private.translate_operation(p_op jsonb, p_changes jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_change jsonb;
  v_op jsonb := p_op;
begin
  for v_change in select value from jsonb_array_elements(p_changes) loop
    if v_op ->> 'table' = v_change ->> 'table' and jsonb_typeof(v_op -> 'data') = 'object'
      and v_op -> 'data' ? (v_change ->> 'column') then
      v_op := jsonb_set(v_op, '{data}', (v_op -> 'data') - (v_change ->> 'column')
        || jsonb_build_object(v_change ->> 'name', v_op -> 'data' -> (v_change ->> 'column')));
    end if;
  end loop;
  return v_op;
end $$;
comment on function private.translate_operation(jsonb, jsonb) is 'An operation of an older counter in the words of today.';

-- Who acted. Whoever signs in to a counter sends what waits there, also what somebody else did before.
create function private.acting_clerk(p_ops jsonb) returns uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_looked_at constant integer := 200;
  v_clerk uuid;
begin
  select u.id into v_clerk
  from (
    select op -> 'data' as data, position from jsonb_array_elements(p_ops) with ordinality as ops (op, position)
    where jsonb_typeof(op -> 'data') = 'object' limit v_looked_at
  ) o
  cross join unnest(array['clerk_id', 'user_id', 'settled_by', 'closed_by', 'opened_by']) as named (field)
  join public.users u on u.id::text = o.data ->> named.field and u.company_id = private.company_id()
  order by o.position limit 1;
  return coalesce(v_clerk, auth.uid());
end $$;
comment on function private.acting_clerk(jsonb) is
  'The first person of the company whom the rows of a transaction name as the one who acted; otherwise the person of the session.';

drop function private.remember_outcome(text, bigint, bytea, uuid, text, text, text, jsonb);
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
    (company_id, client_id, tx_id, payload_hash, counter_id, user_id, session_id, clerk_id, upload_id, outcome, code, message)
  values (private.company_id(), p_client_id, p_tx_id, p_payload_hash, p_counter_id, auth.uid(),
    nullif(auth.jwt() ->> 'session_id', '')::uuid, private.acting_clerk(p_payload),
    nullif(current_setting('schalter.upload', true), '')::bigint, p_outcome, p_code, p_message);
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
  'Notes what became of a transaction, who acted and who sent it; a refused one is kept whole in refused_changes.';

drop function public.apply_changes(text, uuid, jsonb);
create function public.apply_changes(
  client_id text, counter_id uuid, transactions jsonb, schema_version integer default null, sent_at timestamptz default null
) returns jsonb
language plpgsql set search_path = ''
as $$
#variable_conflict use_variable
declare
  -- The gateway of a hosted project takes more; Postgres works on all of it within one statement's time.
  v_largest constant integer := 16777216;
  v_turned_away jsonb;
  v_changes jsonb;
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
  v_turned_away := private.turn_away(counter_id);
  if v_turned_away is not null then
    return v_turned_away;
  end if;
  perform private.check_counter(counter_id);
  if client_id is null or client_id !~ '^[A-Za-z0-9_-]{1,100}$' then
    raise exception using errcode = '22023', message = 'client_id must be 1 to 100 letters, digits, dashes.';
  end if;
  if jsonb_typeof(transactions) is distinct from 'array' or jsonb_array_length(transactions) > 200 then
    raise exception using errcode = '22023', message = 'transactions must be an array of at most 200.';
  end if;
  if jsonb_array_length(transactions) > 1 and pg_column_size(transactions) > v_largest then
    -- One alone is refused below, and kept: it would come again for ever.
    raise exception using errcode = 'PT413', detail = 'call_too_large',
      message = format('A call is at most %s bytes. Please send fewer transactions at once.', v_largest);
  end if;
  v_changes := private.open_upload(client_id, counter_id, schema_version, sent_at, jsonb_array_length(transactions),
    pg_column_size(transactions));
  -- A repeated call waits for the first, and then finds what it did.
  perform pg_advisory_xact_lock(hashtextextended(private.company_id()::text || '/' || client_id, 1));

  for v_transaction in select value from jsonb_array_elements(transactions) loop
    v_ops := v_transaction -> 'ops';
    if coalesce(v_transaction ->> 'tx_id', '') !~ '^[0-9]{1,18}$' or jsonb_typeof(v_ops) is distinct from 'array' then
      raise exception using errcode = '22023', message = 'Each transaction needs tx_id, a whole number, and ops.';
    end if;
    v_tx_id := (v_transaction ->> 'tx_id')::bigint;
    -- Of what was sent, not of what it is translated to: sent again after an update of the server, it is the same.
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
        if pg_column_size(v_ops) > v_largest then
          perform private.refuse('transaction_too_large', format('A transaction is at most %s bytes.', v_largest));
        end if;
        if jsonb_array_length(v_ops) > 5000 then
          perform private.refuse('too_many_operations', 'A transaction has at most 5000 operations.');
        end if;
        for v_op in select value from jsonb_array_elements(v_ops) loop
          if v_changes is not null then
            v_op := private.translate_operation(v_op, v_changes);
          end if;
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
        perform private.remember_outcome(client_id, v_tx_id, v_hash, counter_id, 'applied', null, null, v_ops);
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
comment on function public.apply_changes(text, uuid, jsonb, integer, timestamptz) is
  'Applies the local transactions of a counter in order: each whole, or refused whole and kept in refused_changes. Repeating a call repeats nothing. schema_version and sent_at say what the counter speaks and what its clock shows.';

revoke execute on all functions in schema private from public;
revoke execute on function public.apply_changes(text, uuid, jsonb, integer, timestamptz) from public, anon;
grant execute on function public.apply_changes(text, uuid, jsonb, integer, timestamptz) to authenticated;
grant execute on function private.open_upload(text, uuid, integer, timestamptz, integer, integer),
  private.translate_operation(jsonb, jsonb),
  private.remember_outcome(text, bigint, bytea, uuid, text, text, text, jsonb) to authenticated;
