-- The audit chain is checked when it arrives, stamped with the server's clock, and sealed.
--
-- What Postgres can check it checks here: the hash of every link, that it follows the one before, that it is signed with a key
-- of its counter. Postgres knows no Ed25519: the signatures themselves are verified by `npm run verify-audit`, on any machine.

create table private.counter_keys (
  counter_id uuid not null,
  public_key text not null check (public_key ~ '^[0-9a-f]{64}$'),
  company_id uuid not null references public.companies (id),
  device_id uuid not null,
  claimed_by uuid not null,
  claimed_at timestamptz not null default now(),
  primary key (counter_id, public_key),
  foreign key (company_id, counter_id) references public.counters (company_id, id)
);
comment on table private.counter_keys is
  'Every key that a counter ever signed with: a replaced machine has another, and what the old one signed stays provable.';
comment on column private.counter_keys.counter_id is 'Whose links it signs; no other counter''s.';
comment on column private.counter_keys.public_key is 'Ed25519, hexadecimal. The secret key never leaves the vault of the machine.';
comment on column private.counter_keys.company_id is 'The tenant.';
comment on column private.counter_keys.device_id is 'The machine that made it.';
comment on column private.counter_keys.claimed_by is 'Who claimed the counter with it.';
comment on column private.counter_keys.claimed_at is 'When the server first heard of it.';

alter table public.audit_events
  add column signature text check (signature ~ '^[0-9a-f]{128}$'),
  add column public_key text check (public_key ~ '^[0-9a-f]{64}$'),
  add constraint signed_links_name_their_key check ((signature is null) = (public_key is null));
comment on column public.audit_events.signature is
  'Ed25519 over the hash, by the counter''s key, hexadecimal. Null in links of versions that did not sign yet.';
comment on column public.audit_events.public_key is 'The key it was signed with; private.counter_keys says whether that is one of the counter''s.';
grant insert (signature, public_key) on public.audit_events to authenticated;

-- Two books: what counters wrote, and what the server saw arrive. Who changes the first, with whatever right, is given away by
-- the second; and the second says where each chain ends, so that nobody can cut off its end unseen.
--
-- The first stays one table: (counter, sequence) is unique over all months, and counters receive it by the publication. The
-- second is by month.
create table private.audit_receipts (
  event_id uuid not null,
  company_id uuid not null,
  counter_id uuid not null,
  sequence bigint not null,
  hash text not null,
  arrival text not null check (arrival in ('follows', 'after_refusal', 'gap', 'fork', 'before_receipts')),
  key text not null check (key in ('known', 'unknown', 'none')),
  user_id uuid,
  session_id uuid,
  received_at timestamptz not null default now(),
  primary key (counter_id, sequence, received_at)
) partition by range (received_at);
comment on table private.audit_receipts is 'What of the audit chains arrived when, and how it fitted. By month; kept for good, it names no renter.';
comment on column private.audit_receipts.event_id is 'The row of audit_events.';
comment on column private.audit_receipts.company_id is 'The tenant.';
comment on column private.audit_receipts.counter_id is 'Whose chain.';
comment on column private.audit_receipts.sequence is 'Which link of it.';
comment on column private.audit_receipts.hash is 'The hash as it arrived.';
comment on column private.audit_receipts.arrival is
  'follows: as it should. after_refusal: the link before was refused and lies in refused_changes. gap: the link before never came. fork: it names another link before it. before_receipts: it was there before this book was kept.';
comment on column private.audit_receipts.key is 'Whether the counter was known to sign with that key; none where it was not signed.';
comment on column private.audit_receipts.user_id is 'Whose session uploaded it; the link itself says who acted.';
comment on column private.audit_receipts.session_id is 'The session of Supabase Auth that uploaded it.';
comment on column private.audit_receipts.received_at is 'The server''s clock.';
create table private.audit_receipts_default partition of private.audit_receipts default;
comment on table private.audit_receipts_default is 'Takes what has no partition of its month yet.';

insert into private.audit_receipts (event_id, company_id, counter_id, sequence, hash, arrival, key, received_at)
  select id, company_id, counter_id, sequence, hash, 'before_receipts', 'none', received_at from public.audit_events;

create function private.as_instant(at timestamptz) returns text
language plpgsql stable set search_path = ''
as $$ begin return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'); end $$;
comment on function private.as_instant(timestamptz) is 'A moment as the app writes and hashes it (shared/time): UTC, milliseconds, Z.';

-- RFC 8785 of a flat object whose keys are sorted and whose texts are hexadecimal, UUIDs and names: nothing to escape.
create function private.link_hash(link public.audit_events) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return encode(sha256(convert_to(format(
    '{"contentHash":"%s","counterId":"%s","kind":"%s","occurredAt":"%s","previousHash":"%s","sequence":%s,"subjectId":"%s","userId":"%s"}',
    link.content_hash, link.counter_id, link.kind, private.as_instant(link.occurred_at), link.previous_hash, link.sequence,
    link.subject_id, link.user_id), 'UTF8')), 'hex');
end $$;
comment on function private.link_hash(public.audit_events) is 'The hash of a link as shared/audit/audit-chain.ts computes it.';

-- What the app never sends is refused: a link whose own hash is wrong. What an accident can bring about is taken, because the
-- contract it vouches for is a fact, and noted: a link after one that was refused, lost with a disk, or written twice by a
-- counter that was moved.
create function private.guard_audit_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_before text;
  v_arrival text;
  v_key text;
begin
  new.received_at := now();
  perform private.check_moment(new.occurred_at);
  if new.hash <> private.link_hash(new) then
    perform private.refuse('audit_hash_wrong', format('Link %s of the audit chain does not have the hash of what it says.', new.sequence));
  end if;

  select a.hash into v_before from public.audit_events a where a.counter_id = new.counter_id and a.sequence = new.sequence - 1;
  v_arrival := case
    when new.sequence = 1 then case when new.previous_hash = repeat('0', 64) then 'follows' else 'fork' end
    when v_before = new.previous_hash then 'follows'
    when v_before is not null then 'fork'
    when exists (
      select from public.refused_changes r
      where r.counter_id = new.counter_id and r.company_id = new.company_id
        and r.payload @> jsonb_build_array(jsonb_build_object('table', 'audit_events',
          'data', jsonb_build_object('hash', new.previous_hash)))
    ) then 'after_refusal'
    else 'gap' end;
  v_key := case
    when new.public_key is null then 'none'
    when exists (select from private.counter_keys k where k.counter_id = new.counter_id and k.public_key = new.public_key) then 'known'
    else 'unknown' end;

  insert into private.audit_receipts (event_id, company_id, counter_id, sequence, hash, arrival, key, user_id, session_id)
  values (new.id, new.company_id, new.counter_id, new.sequence, new.hash, v_arrival, v_key, auth.uid(),
    nullif(auth.jwt() ->> 'session_id', '')::uuid);
  if v_arrival in ('gap', 'fork') or v_key = 'unknown'
    or (v_key = 'none' and exists (select from private.counter_keys k where k.counter_id = new.counter_id)) then
    perform private.note_security_event('suspicious_access',
      case when v_arrival in ('gap', 'fork') then 'audit_' || v_arrival when v_key = 'unknown' then 'audit_key_unknown' else 'audit_unsigned' end,
      jsonb_build_object('counter', new.counter_id, 'sequence', new.sequence, 'event', new.id), new.company_id, auth.uid());
  end if;
  return new;
end $$;
comment on function private.guard_audit_event() is
  'Checks a link as far as Postgres can, stamps it with the server''s clock, and notes in audit_receipts how it fitted.';
create trigger guard_audit_event before insert on public.audit_events
  for each row execute function private.guard_audit_event();

create function private.guard_sealed() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = '42501', detail = 'sealed',
    message = format('%s is sealed: its rows are neither changed nor removed.', tg_table_name);
end $$;
comment on function private.guard_sealed() is
  'Refuses every change and removal, whoever asks. The owner of the database could take this trigger away; audit_receipts and a copy of the chain elsewhere would show it.';
create trigger guard_sealed before update or delete on public.audit_events
  for each row execute function private.guard_sealed();
create trigger guard_sealed_whole before truncate on public.audit_events
  for each statement execute function private.guard_sealed();
create trigger guard_sealed before update or delete on private.audit_receipts
  for each row execute function private.guard_sealed();
create trigger guard_sealed_whole before truncate on private.audit_receipts
  for each statement execute function private.guard_sealed();
revoke update, delete, truncate on public.audit_events from service_role;

-- A machine that becomes a counter says which key it signs with. Again with another key: its vault was lost; that is noted.
drop function public.claim_counter(uuid, uuid, boolean);
create function public.claim_counter(
  counter_id uuid, device_id uuid, take_over boolean default false, public_key text default null
) returns jsonb
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
comment on function public.claim_counter(uuid, uuid, boolean, text) is
  'Binds a counter to one machine, and to the key it signs its audit chain with. Managers may take it over for a replaced machine.';
revoke execute on function public.claim_counter(uuid, uuid, boolean, text) from public, anon;
grant execute on function public.claim_counter(uuid, uuid, boolean, text) to authenticated;

alter table public.contract_drivers add column masked_at timestamptz;
comment on column public.contract_drivers.masked_at is
  'When birth date and licence were masked, months after the return: then they say 1900-01-01 and nothing.';

-- What a link vouches for, from the rows as they are now: the same members as the counter hashed (renderer: signed-content.ts,
-- issue-invoice.ts). Null where it was masked or removed, or is of a kind that is not kept as rows.
create function private.audit_content(p_kind text, p_subject uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return case p_kind
    when 'contract.signed' then (
      select jsonb_build_object(
        'contract', jsonb_build_object('id', c.id, 'number', c.number, 'customer_id', c.customer_id,
          'customer_name', c.customer_name, 'vehicle_id', c.vehicle_id, 'plate', c.plate,
          'starts_at', private.as_instant(c.starts_at), 'ends_at', private.as_instant(c.ends_at), 'currency', c.currency,
          'total', c.total, 'deposit', c.deposit, 'deductible', c.deductible, 'kilometres_included', c.kilometres_included,
          'extra_kilometre_price', c.extra_kilometre_price, 'signature', c.signature, 'signed_name', c.signed_name,
          'signed_at', private.as_instant(c.signed_at), 'clerk_id', c.clerk_id),
        'lines', coalesce((
          select jsonb_agg(jsonb_build_object('position', l.position, 'kind', l.kind, 'label', l.label,
            'explanation', l.explanation, 'quantity', l.quantity, 'unit_price', l.unit_price, 'amount', l.amount,
            'vat_kind', l.vat_kind, 'vat_rate', l.vat_rate) order by l.position)
          from public.contract_lines l where l.contract_id = c.id), '[]'),
        'drivers', coalesce((
          select jsonb_agg(jsonb_build_object('first_name', d.first_name, 'last_name', d.last_name, 'born_on', d.born_on,
            'licence_number', d.licence_number, 'licence_category', d.licence_category, 'licence_since', d.licence_since)
            order by d.id)
          from public.contract_drivers d where d.contract_id = c.id), '[]'))
      from public.contracts c where c.id = p_subject
        and not exists (select from public.contract_drivers d where d.contract_id = c.id and d.masked_at is not null))
    when 'invoice.issued' then (
      select jsonb_build_object(
        'invoice', jsonb_build_object('id', i.id, 'number', i.number, 'contract_id', i.contract_id,
          'customer_id', i.customer_id, 'recipient', i.recipient, 'currency', i.currency, 'issued_on', i.issued_on,
          'due_on', i.due_on, 'service_from', i.service_from, 'service_to', i.service_to, 'total', i.total,
          'vat_total', i.vat_total, 'reference', i.reference, 'issued_at', private.as_instant(i.issued_at),
          'clerk_id', i.clerk_id),
        'lines', coalesce((
          select jsonb_agg(jsonb_build_object('position', l.position, 'kind', l.kind, 'label', l.label,
            'explanation', l.explanation, 'quantity', l.quantity, 'unit_price', l.unit_price, 'amount', l.amount,
            'vat_kind', l.vat_kind, 'vat_rate', l.vat_rate) order by l.position)
          from public.invoice_lines l where l.invoice_id = i.id), '[]'))
      from public.invoices i where i.id = p_subject)
  end;
end $$;
comment on function private.audit_content(text, uuid) is
  'What a link vouches for, from the rows as they are now; null where there are none, or where they may no longer be kept.';

-- A link that was refused with its transaction is still the one that the next names: it is read out of the refusal.
create function private.refused_links(p_company uuid, p_counter uuid)
returns table (
  counter_id uuid, user_id text, sequence bigint, kind text, subject_id text, content_hash text, occurred_at text,
  previous_hash text, hash text, signature text, public_key text)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    select r.counter_id, o.data ->> 'user_id', (o.data ->> 'sequence')::bigint, o.data ->> 'kind', o.data ->> 'subject_id',
      o.data ->> 'content_hash', o.data ->> 'occurred_at', o.data ->> 'previous_hash', o.data ->> 'hash',
      o.data ->> 'signature', o.data ->> 'public_key'
    from public.refused_changes r
    cross join lateral (
      select op -> 'data' as data from jsonb_array_elements(case jsonb_typeof(r.payload) when 'array' then r.payload else '[]' end) op
      where op ->> 'table' = 'audit_events' and op ->> 'op' = 'PUT' and op #>> '{data,sequence}' ~ '^[0-9]{1,15}$'
        and op #>> '{data,counter_id}' = r.counter_id::text
    ) o
    where r.company_id = p_company and r.counter_id = p_counter;
end $$;
comment on function private.refused_links(uuid, uuid) is 'The links of a counter that were refused together with what they vouch for.';

create function private.audit_links(p_company uuid, p_counter uuid, p_after bigint, p_at_most integer)
returns table (sequence bigint, link jsonb)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    with arrived as (
      select a.sequence, a.user_id::text, a.kind, a.subject_id::text, a.content_hash, private.as_instant(a.occurred_at) as occurred_at,
        a.previous_hash, a.hash, a.signature, a.public_key, true as has_arrived
      from public.audit_events a
      where a.company_id = p_company and a.counter_id = p_counter and a.sequence > p_after
      order by a.sequence limit p_at_most
    ), refused as (
      select * from private.refused_links(p_company, p_counter)
    ), filled as (
      select * from arrived
      union all
      select r.sequence, r.user_id, r.kind, r.subject_id, r.content_hash, r.occurred_at, r.previous_hash, r.hash, r.signature,
        r.public_key, false
      from refused r
      where r.sequence > p_after and r.sequence < (select max(a.sequence) from arrived a)
        and not exists (select from public.audit_events a where a.counter_id = p_counter and a.sequence = r.sequence)
        and (exists (select from public.audit_events a
            where a.counter_id = p_counter and a.sequence = r.sequence + 1 and a.previous_hash = r.hash)
          or exists (select from refused n where n.sequence = r.sequence + 1 and n.previous_hash = r.hash))
    )
    select f.sequence, jsonb_build_object('counterId', p_counter, 'userId', f.user_id, 'sequence', f.sequence,
      'kind', f.kind, 'subjectId', f.subject_id, 'contentHash', f.content_hash, 'occurredAt', f.occurred_at,
      'previousHash', f.previous_hash, 'hash', f.hash, 'keyId', coalesce(f.public_key, 'unsigned'),
      'signature', coalesce(f.signature, repeat('0', 128)))
      || case when c.content is null then '{}' else jsonb_build_object('content', c.content) end
    from filled f
    left join lateral (select case when f.has_arrived then private.audit_content(f.kind, f.subject_id::uuid) end as content) c
      on true
    order by f.sequence;
end $$;
comment on function private.audit_links(uuid, uuid, bigint, integer) is
  'The links of a counter after a sequence, as verify-audit reads them, with those that were refused where others follow them.';

revoke execute on all functions in schema private from public;
