-- What holds of a contract that was amended (ADR 13): when it is due, where, on which vehicle and since when, for how much. No part of what was
-- signed, and nobody's to say: counters write it beside the amendment, so that they know it without a line, and the server puts what
-- the last amendment says in its place.

alter table public.contracts
  add column due_at timestamptz,
  add column due_branch_id uuid,
  add column on_vehicle_id uuid,
  add column on_vehicle_since timestamptz,
  add column agreed_total public.rappen,
  add constraint due_branch_is_of_the_company foreign key (company_id, due_branch_id) references public.branches (company_id, id),
  add constraint vehicle_now_is_of_the_company foreign key (company_id, on_vehicle_id) references public.vehicles (company_id, id);
comment on column public.contracts.due_at is 'When it is due by its last amendment; null while it stands as signed: then ends_at.';
comment on column public.contracts.due_branch_id is
  'Where it comes back by its last amendment; null while it stands as signed: then return_branch_id.';
comment on column public.contracts.on_vehicle_id is
  'The car on the road by its last amendment; null while it stands as signed: then vehicle_id.';
comment on column public.contracts.on_vehicle_since is 'Since when that car; null while it is the one of the signature.';
comment on column public.contracts.agreed_total is 'What it costs by its last amendment; null while it stands as signed: then total.';
-- Not that it would help anybody: as_amended.
grant insert (due_at, due_branch_id, on_vehicle_id, on_vehicle_since, agreed_total),
  update (due_at, due_branch_id, on_vehicle_id, on_vehicle_since, agreed_total) on public.contracts to authenticated;

create index contracts_by_vehicle_now on public.contracts (on_vehicle_id);
comment on index public.contracts_by_vehicle_now is '@server-only: serves rentals_of_vehicle: those that were exchanged.';
create index contracts_by_due_branch on public.contracts (due_branch_id) where due_branch_id is not null;
comment on index public.contracts_by_due_branch is '@server-only: serves the removal of a branch.';

alter table public.amendments add column vehicle_since timestamptz;
comment on column public.amendments.vehicle_since is
  'Since when its vehicle is on the road; null while it is the one of the signature.';
grant insert (vehicle_since) on public.amendments to authenticated;

-- A car that is exchanged comes in and another goes out in the middle of a rental; the first may go out again once it is mended.
alter table public.handovers
  add column amendment_id uuid,
  add constraint handovers_of_an_exchange foreign key (company_id, amendment_id) references public.amendments (company_id, id),
  drop constraint handovers_contract_id_vehicle_id_kind_key,
  add constraint handovers_happen_once unique nulls not distinct (contract_id, vehicle_id, kind, amendment_id);
comment on column public.handovers.amendment_id is
  'Of an exchange: the amendment that says so. Null at the beginning and at the end of a rental.';
create index handovers_by_amendment on public.handovers (amendment_id) where amendment_id is not null;
comment on index public.handovers_by_amendment is '@server-only: serves the removal of an amendment after its ten years.';
grant insert (amendment_id) on public.handovers to authenticated;

-- Who joins is no part of what was signed at the start.
alter table public.contract_drivers add column joined_at timestamptz;
comment on column public.contract_drivers.joined_at is 'Entitled from then on, by an amendment; null for who drives from the start.';
grant insert (joined_at) on public.contract_drivers to authenticated;

create or replace function private.guard_contract_parts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  contract public.contracts;
begin
  if tg_op = 'UPDATE' then
    if new.shelf <> old.shelf and (to_jsonb(new) - 'shelf') = (to_jsonb(old) - 'shelf') then
      return new;
    end if;
  end if;
  select * into contract from public.contracts c
    where c.id = case tg_op when 'DELETE' then old.contract_id else new.contract_id end
      and c.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if contract.signed_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and private.kept_until(contract.company_id, private.kept_day('contracts', to_jsonb(contract)))
    < (now() at time zone 'Europe/Zurich')::date then
    return old;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'contract_drivers' then
    if old.masked_at is null and to_jsonb(new) = to_jsonb(old) || jsonb_build_object('masked_at', new.masked_at,
        'born_on', '1900-01-01', 'licence_number', '', 'licence_since', '1900-01-01', 'licence_expires_on', null)
      and new.masked_at is not null then
      return new;
    end if;
  end if;
  -- A driver whom an amendment names, written after it.
  if tg_op = 'INSERT' and tg_table_name = 'contract_drivers' then
    if new.joined_at is not null and not new.is_main and exists (
      select from public.amendments a
      where a.contract_id = new.contract_id and a.company_id = new.company_id
        and a.terms -> 'drivers' @> jsonb_build_array(jsonb_build_object('id', new.id))
    ) then
      return new;
    end if;
  end if;
  perform private.refuse('contract_frozen', 'The drivers and lines of a signed contract do not change.');
  return null;
end $$;

create or replace function private.guard_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  lines_total bigint;
  -- What check-in adds to a signed contract, where it lies, and what its amendments say. Everything else is as signed.
  after_signing constant text[] := array['status', 'returned_at', 'closed_at', 'shelf', 'due_at', 'due_branch_id', 'on_vehicle_id',
    'on_vehicle_since', 'agreed_total'];
begin
  if tg_op = 'INSERT' then
    if new.status in ('returned', 'closed') then
      perform private.refuse('illegal_step', 'A contract cannot begin as returned or closed.');
    end if;
    if new.signed_at is not null then
      perform private.refuse('sign_last', 'A contract is signed after its drivers and lines are written.');
    end if;
    return new;
  end if;
  if not private.is_legal_step(old.status, new.status) then
    perform private.refuse('illegal_step', format('A contract cannot go from %s to %s.', old.status, new.status));
  end if;
  if old.signed_at is not null and (to_jsonb(new) - after_signing) is distinct from (to_jsonb(old) - after_signing) then
    perform private.refuse('contract_frozen', 'A signed contract does not change; write an amendment.');
  end if;
  if (old.returned_at is not null and new.returned_at is distinct from old.returned_at)
    or (old.closed_at is not null and new.closed_at is distinct from old.closed_at) then
    perform private.refuse('contract_frozen', 'When a contract came back or was closed does not change.');
  end if;
  if new.returned_at is distinct from old.returned_at then
    perform private.check_moment(new.returned_at);
  end if;
  if old.signed_at is null and new.signed_at is not null then
    perform private.check_moment(new.signed_at);
    perform private.check_number(new.number, new.counter_id, new.company_id);
    select coalesce(sum(amount), 0) into lines_total from public.contract_lines where contract_id = new.id;
    if lines_total <> new.total then
      perform private.refuse('total_mismatch', 'The lines of the contract do not add up to its total.');
    end if;
    if not exists (select from public.contract_drivers where contract_id = new.id and is_main) then
      perform private.refuse('driver_missing', 'A contract needs a main driver before it is signed.');
    end if;
  end if;
  return new;
end $$;

update public.contracts c
  set due_at = a.ends_at, due_branch_id = a.return_branch_id, on_vehicle_id = a.vehicle_id, agreed_total = a.total
  from (select distinct on (contract_id) * from public.amendments order by contract_id, signed_at desc, position desc, number desc) a
  where a.contract_id = c.id;

-- By its name before all others: what a counter says of it counts for nothing.
create function private.keep_as_amended() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  last public.amendments;
begin
  if tg_op = 'UPDATE' then
    select * into last from public.amendments a where a.contract_id = new.id and a.company_id = new.company_id
      order by a.signed_at desc, a.position desc, a.number desc limit 1;
  end if;
  new.due_at := last.ends_at;
  new.due_branch_id := last.return_branch_id;
  new.on_vehicle_id := last.vehicle_id;
  new.on_vehicle_since := last.vehicle_since;
  new.agreed_total := last.total;
  return new;
end $$;
comment on function private.keep_as_amended() is 'When, where and on which vehicle a contract is due is what its last amendment says.';
create trigger as_amended_added before insert on public.contracts
  for each row when (num_nonnulls(new.due_at, new.due_branch_id, new.on_vehicle_id, new.on_vehicle_since, new.agreed_total) > 0)
  execute function private.keep_as_amended();
create trigger as_amended before update on public.contracts
  for each row when ((old.due_at, old.due_branch_id, old.on_vehicle_id, old.on_vehicle_since, old.agreed_total)
    is distinct from (new.due_at, new.due_branch_id, new.on_vehicle_id, new.on_vehicle_since, new.agreed_total))
  execute function private.keep_as_amended();

-- Two amendments may arrive in another order than they were signed in: the later one holds.
create function private.follow_amendment() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.contracts c
    set due_at = new.ends_at, due_branch_id = new.return_branch_id, on_vehicle_id = new.vehicle_id,
      on_vehicle_since = new.vehicle_since, agreed_total = new.total
    where c.id = new.contract_id and c.company_id = new.company_id;
  return null;
end $$;
comment on function private.follow_amendment() is 'A contract is due as its amendments say.';
create trigger follow_amendment after insert on public.amendments for each row execute function private.follow_amendment();

-- Two at one moment wait for each other: each then sees the other, and neither waits for a lock that the other holds.
create or replace function private.guard_amendment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  signed public.contracts;
  other text;
begin
  perform private.check_moment(new.signed_at);
  select * into signed from public.contracts c where c.id = new.contract_id and c.company_id = new.company_id for no key update;
  if signed.signed_at is null then
    perform private.refuse('contract_not_signed', 'A contract that is not signed is changed itself, not amended.');
  end if;
  if new.signed_at < signed.signed_at then
    perform private.refuse('amendment_backdated', 'An amendment is signed after its contract.');
  end if;
  select a.number into other from public.amendments a
    where a.contract_id = new.contract_id and a.follows = new.follows and a.id <> new.id limit 1;
  if other is not null then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, details)
    values (new.company_id, 'double_amendment', new.vehicle_id, new.contract_id,
      jsonb_build_object('numbers', jsonb_build_array(other, new.number), 'contract', signed.number))
    on conflict do nothing;
  end if;
  return new;
end $$;

-- Who had a vehicle from when to when, plans included; a rental with exchanges once for each time it had it.
create function private.rentals_of_vehicle(p_vehicle uuid) returns table (
  id uuid, number text, status public.contract_status, signed_at timestamptz, starts_at timestamptz, ended_at timestamptz, has_it boolean
)
language sql stable set search_path = ''
as $$
  select c.id, c.number, c.status, c.signed_at, c.starts_at, coalesce(c.returned_at, c.ends_at), true
    from public.contracts c where c.vehicle_id = p_vehicle and c.on_vehicle_id is null
  union all
  select c.id, c.number, c.status, c.signed_at, coalesce(c.on_vehicle_since, c.starts_at), coalesce(c.returned_at, c.due_at), true
    from public.contracts c where c.on_vehicle_id = p_vehicle
  union all
  select c.id, c.number, c.status, c.signed_at, had.since, had.until, false
    from (
      select leg.contract_id, leg.since, (select min(n.vehicle_since) from public.amendments n
        where n.contract_id = leg.contract_id and n.vehicle_since > leg.since) as until
      from (
        select f.id as contract_id, f.starts_at as since from public.contracts f
          where f.vehicle_id = p_vehicle and f.on_vehicle_id is not null
        union
        select a.contract_id, a.vehicle_since from public.amendments a
          where a.vehicle_id = p_vehicle and a.vehicle_since is not null
      ) leg
    ) had join public.contracts c on c.id = had.contract_id
    where had.until is not null
$$;
comment on function private.rentals_of_vehicle(uuid) is
  'The contracts that have, had or plan to have a vehicle, and when. has_it: as far as is known it is the one they have now.';

create or replace function private.raise_double_check_out() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  -- Every contract that overlaps is named in a conflict, but not every pair of them: a vehicle with a hundred open
  -- contracts would otherwise raise five thousand, and bring the upload of all of them to a halt.
  at_most constant integer := 5;
  vehicle constant uuid := coalesce(new.on_vehicle_id, new.vehicle_id);
begin
  -- One at a time per vehicle: two uploads at once would otherwise not see each other.
  perform pg_advisory_xact_lock(hashtextextended(vehicle::text, 0));
  -- Materialised, so that the contracts of the vehicle are looked through, and never all that are out.
  with of_the_vehicle as materialized (select * from private.rentals_of_vehicle(vehicle))
  insert into public.conflicts (company_id, kind, vehicle_id, contract_id, other_contract_id, details)
  select new.company_id, 'double_check_out', vehicle, least(new.id, other.id), greatest(new.id, other.id),
    jsonb_build_object('plate', case when vehicle = new.vehicle_id then new.plate
        else (select v.plate from public.vehicles v where v.id = vehicle and v.company_id = new.company_id) end,
      'numbers', jsonb_build_array(other.number, new.number))
  from of_the_vehicle other
  where other.id <> new.id and other.signed_at is not null and other.status in ('out', 'returned', 'closed')
    and (
      (other.status = 'out' and other.has_it and new.status = 'out')
      or (coalesce(new.on_vehicle_since, new.starts_at) < other.ended_at
        and other.starts_at < coalesce(new.returned_at, new.due_at, new.ends_at))
    )
  order by other.signed_at desc, other.id
  limit at_most
  on conflict do nothing;
  return null;
end $$;
drop trigger raise_double_check_out on public.contracts;
create trigger raise_double_check_out after update of status, signed_at, returned_at, due_at, on_vehicle_id on public.contracts
  for each row when (new.signed_at is not null and new.vehicle_id is not null and (
    (new.status in ('out', 'returned') and (old.signed_at is null or old.status is distinct from new.status
      or old.due_at is distinct from new.due_at))
    -- Also where the exchange arrives after the car, and the contract is closed.
    or (new.status in ('out', 'returned', 'closed') and old.on_vehicle_id is distinct from new.on_vehicle_id)))
  execute function private.raise_double_check_out();

create or replace function private.release_plans() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.contracts c set status = 'to_assign', vehicle_id = null, plate = ''
  where c.vehicle_id = coalesce(new.on_vehicle_id, new.vehicle_id) and c.id <> new.id and c.company_id = new.company_id
    and c.status = 'reserved' and c.starts_at < coalesce(new.due_at, new.ends_at)
    and coalesce(new.on_vehicle_since, new.starts_at) < c.ends_at;
  return null;
end $$;
comment on function private.release_plans() is
  'Facts beat plans: reservations of a vehicle that just left, or stays away longer, become "to assign".';
drop trigger release_plans on public.contracts;
create trigger release_plans after update of status, due_at, on_vehicle_id on public.contracts
  for each row when (new.status = 'out' and new.vehicle_id is not null and (old.status <> 'out'
    or old.due_at is distinct from new.due_at or old.on_vehicle_id is distinct from new.on_vehicle_id))
  execute function private.release_plans();

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
  with of_the_vehicle as materialized (select * from private.rentals_of_vehicle(new.vehicle_id))
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

-- The branch to which it goes back now finishes the rental, and the one that amended it writes what belongs to the amendment.
create or replace function private.on_my_contract(contract uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  mine constant uuid := private.my_branch();
begin
  return mine is null or exists (
    select from public.contracts c
    where c.id = contract and c.company_id = private.company_id() and mine in (c.branch_id, c.return_branch_id, c.due_branch_id)
  ) or exists (
    select from public.handovers h join public.counters k on k.id = h.counter_id
    where h.contract_id = contract and h.company_id = private.company_id() and h.kind = 'check_in' and k.branch_id = mine
  ) or exists (
    select from public.amendments a
    where a.contract_id = contract and a.company_id = private.company_id() and a.branch_id = mine);
end $$;

-- From what hangs on others to what others hang on: a handover of an exchange hangs on its amendment.
create or replace function private.remove_expired_documents(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  in_order constant text[] := array['documents', 'reminders', 'bank_entries', 'cash_movements', 'payments', 'deposits', 'fines',
    'invoices', 'photos', 'damages', 'handovers', 'amendments', 'contracts', 'cash_sessions', 'bank_imports'];
  today constant date := (at at time zone 'Europe/Zurich')::date;
  v_table text;
  v_parts text[];
  v_part text;
  v_day text;
  v_ids uuid[];
  total bigint := 0;
begin
  foreach v_table in array in_order loop
    v_parts := case v_table when 'invoices' then array['public.invoice_lines']
      when 'contracts' then array['public.contract_lines', 'public.contract_drivers', 'public.conflicts'] else '{}' end;
    v_day := case v_table when 'photos' then '(t.taken_at at time zone ''Europe/Zurich'')::date'
      when 'damages' then 'case when t.contract_id is not null or t.repaired_at is not null then (t.found_at at time zone ''Europe/Zurich'')::date end'
      else format('private.kept_day(%L, to_jsonb(t))', v_table) end;
    execute format('select array_agg(t.id) from public.%I t where private.kept_until(t.company_id, %s) < $1 and %s',
      v_table, v_day, private.nothing_hangs_on(v_table, v_parts)) into v_ids using today;
    continue when v_ids is null;
    foreach v_part in array v_parts loop
      if v_part = 'public.conflicts' then
        delete from public.conflicts c where c.contract_id = any (v_ids) or c.other_contract_id = any (v_ids);
      else
        execute format('delete from %s p where p.%I = any ($1)', v_part,
          case v_table when 'invoices' then 'invoice_id' else 'contract_id' end) using v_ids;
      end if;
    end loop;
    execute format('delete from public.%I t where t.id = any ($1)', v_table) using v_ids;
    total := total + cardinality(v_ids);
  end loop;
  return total;
end $$;
revoke execute on all functions in schema private from public;
