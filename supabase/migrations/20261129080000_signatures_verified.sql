-- The signatures of the audit chain are verified on the server too, soon after they arrive. Postgres knows no Ed25519, and a
-- counter must not wait for another service to be able to hand over a car: the edge function verify-signatures asks for the links
-- without a verdict, a few times an hour, and gives its verdicts. What it finds wrong is noted at once; nothing is removed.

create table private.audit_verdicts (
  counter_id uuid not null,
  sequence bigint not null,
  company_id uuid not null references public.companies (id),
  event_id uuid not null,
  hash text not null,
  verdict text not null check (verdict in ('valid', 'wrong', 'unsigned', 'unknown_key')),
  verified_at timestamptz not null default now(),
  primary key (counter_id, sequence)
);
comment on table private.audit_verdicts is
  'Whether the signature of each link of the audit chains is one, as the edge function verify-signatures found. Kept for good.';
comment on column private.audit_verdicts.counter_id is 'Whose chain.';
comment on column private.audit_verdicts.sequence is 'Which link of it.';
comment on column private.audit_verdicts.company_id is 'The tenant.';
comment on column private.audit_verdicts.event_id is 'The row of audit_events.';
comment on column private.audit_verdicts.hash is 'The hash that was verified: a link that says another today was changed since.';
comment on column private.audit_verdicts.verdict is
  'valid: signed by a key that was the counter''s. wrong: not a signature of this hash. unsigned: of a version that did not sign yet. unknown_key: of a key that no machine claimed the counter with.';
comment on column private.audit_verdicts.verified_at is 'The server''s clock.';
create index audit_verdicts_of_a_company on private.audit_verdicts (company_id);
comment on index private.audit_verdicts_of_a_company is 'Serves the verdicts of a company, when its chain is exported.';
alter table private.audit_verdicts enable row level security;
create trigger guard_sealed before update or delete on private.audit_verdicts
  for each row execute function private.guard_sealed();
create trigger guard_sealed_whole before truncate on private.audit_verdicts
  for each statement execute function private.guard_sealed();

-- A queue, so that the millions that have a verdict are not looked through for the few that have none.
create table private.links_to_verify (
  event_id uuid primary key,
  received_at timestamptz not null default now()
);
comment on table private.links_to_verify is 'The links that wait for their verdict.';
comment on column private.links_to_verify.event_id is 'The row of audit_events: sealed, so it is there.';
comment on column private.links_to_verify.received_at is 'When it arrived: the oldest is verified first.';
create index links_to_verify_oldest_first on private.links_to_verify (received_at, event_id);
comment on index private.links_to_verify_oldest_first is 'Serves links_to_verify, and the question how long the oldest has waited.';
alter table private.links_to_verify enable row level security;
insert into private.links_to_verify (event_id, received_at) select a.id, a.received_at from public.audit_events a;

create function private.await_verdict() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.links_to_verify (event_id, received_at) values (new.id, new.received_at);
  return null;
end $$;
comment on function private.await_verdict() is 'Puts a link that arrived into the queue of verify-signatures.';
create trigger await_verdict after insert on public.audit_events
  for each row execute function private.await_verdict();

-- Oldest first, so that what is asked for again after a failure is what was not answered.
create function public.links_to_verify(at_most integer default 500)
returns table (event_id uuid, hash text, signature text, public_key text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    select a.id, a.hash, a.signature, a.public_key
    from private.links_to_verify w
    join public.audit_events a on a.id = w.event_id
    order by w.received_at, w.event_id
    limit least(greatest(coalesce(links_to_verify.at_most, 500), 1), 2000);
end $$;
comment on function public.links_to_verify(integer) is
  'The links of all companies whose signatures were not verified yet, oldest first. For the edge function verify-signatures only.';

-- The function says what only it can: whether a signature is one. Which key is the counter's, Postgres knows itself.
create function public.note_verdicts(verdicts jsonb) returns integer
language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  noted record;
  how_many integer := 0;
begin
  if jsonb_typeof(verdicts) is distinct from 'array' or jsonb_array_length(verdicts) > 2000 then
    raise exception using errcode = '22023', message = 'verdicts must be a list of at most 2000.';
  end if;
  for noted in
    insert into private.audit_verdicts as kept (counter_id, sequence, company_id, event_id, hash, verdict)
    select a.counter_id, a.sequence, a.company_id, a.id, a.hash,
      case
        when a.signature is null then 'unsigned'
        when not (given.signed) then 'wrong'
        when exists (select from private.counter_keys k where k.counter_id = a.counter_id and k.public_key = a.public_key) then 'valid'
        else 'unknown_key' end
    from jsonb_to_recordset(verdicts) as given (event_id uuid, hash text, signed boolean)
    -- The hash as it was read: a link that was changed in between is verified again.
    join public.audit_events a on a.id = given.event_id and a.hash = given.hash
    where given.signed is not null
    -- Two calls at once: the second finds the verdict there, and says nothing new.
    on conflict on constraint audit_verdicts_pkey do nothing
    returning kept.company_id, kept.counter_id, kept.sequence, kept.event_id, kept.verdict
  loop
    how_many := how_many + 1;
    delete from private.links_to_verify w where w.event_id = noted.event_id;
    if noted.verdict = 'wrong' then
      perform private.note_security_event('suspicious_access', 'audit_signature_wrong',
        jsonb_build_object('counter', noted.counter_id, 'sequence', noted.sequence, 'event', noted.event_id),
        noted.company_id, null);
    end if;
  end loop;
  return how_many;
end $$;
comment on function public.note_verdicts(jsonb) is
  'Keeps what verify-signatures found: [{event_id, hash, signed}]. Returns how many were new. A wrong signature is a security event.';

revoke execute on function public.links_to_verify(integer), public.note_verdicts(jsonb) from public, anon, authenticated;
grant execute on function public.links_to_verify(integer), public.note_verdicts(jsonb) to service_role;
revoke execute on all functions in schema private from public;
