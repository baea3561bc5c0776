-- Rules that hold whatever a client says: legal steps, frozen contracts and invoices, totals that add up, conflicts.
--
-- The trigger functions are definer: a rule looks at the rows as they are, not at those that the person may see, and
-- finds them by their key without asking the policies.

-- quote → reserved/to_assign/out, reserved ⇄ to_assign, → out, → returned → closed; void before the vehicle is out.
create function private.is_legal_step(from_status public.contract_status, to_status public.contract_status)
returns boolean language plpgsql immutable set search_path = ''
as $$
begin
  return from_status = to_status or case from_status
    when 'quote' then to_status in ('reserved', 'to_assign', 'out', 'void')
    when 'reserved' then to_status in ('to_assign', 'out', 'void')
    when 'to_assign' then to_status in ('reserved', 'out', 'void')
    when 'out' then to_status = 'returned'
    when 'returned' then to_status = 'closed'
    else false
  end;
end $$;

comment on function private.is_legal_step(public.contract_status, public.contract_status) is
  'Whether a contract may go from one status to the other.';

-- A counter's clock may be wrong by hours and its line down for months. What lies further off is a clock that was never
-- set, or somebody who dates a fact to suit: the vehicle, for one, would follow a handover of next year for a year.
create function private.check_moment(at timestamptz) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if at > now() + interval '1 day' or at < now() - interval '400 days' then
    perform private.refuse('implausible_time', format('It is dated %s, and now is %s.', at, now()));
  end if;
end $$;
comment on function private.check_moment(timestamptz) is
  'Refuses a fact that is dated more than a day ahead or 400 days back. Null passes.';

create function private.check_number(number text, counter uuid, of_company uuid) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if not exists (
    select from public.counters c join public.branches b on b.id = c.branch_id
    where c.id = counter and c.company_id = of_company and starts_with(number, b.code || '-' || c.letter || '-')
  ) then
    perform private.refuse('foreign_number', format('%s is not of the series of its counter.', number));
  end if;
end $$;
comment on function private.check_number(text, uuid, uuid) is
  'Refuses a number of another counter: it would take it from the one that gives it out next.';

create function private.guard_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  lines_total bigint;
  -- What check-in adds to a signed contract. Everything else is as signed.
  after_signing constant text[] := array['status', 'returned_at', 'closed_at'];
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
comment on function private.guard_contract() is 'Legal steps, signed last, frozen once signed, lines that add up to the total.';
create trigger guard_contract before insert or update on public.contracts
  for each row execute function private.guard_contract();

-- Holds the contract still until the end of the transaction: while it gains a line, nobody else signs it.
create function private.guard_contract_parts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  signed timestamptz;
begin
  select c.signed_at into signed from public.contracts c
    where c.id = case tg_op when 'DELETE' then old.contract_id else new.contract_id end
      and c.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if signed is not null then
    perform private.refuse('contract_frozen', 'The drivers and lines of a signed contract do not change.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function private.guard_contract_parts() is 'Drivers and lines are frozen with their contract.';
create trigger guard_contract_lines before insert or update or delete on public.contract_lines
  for each row execute function private.guard_contract_parts();
create trigger guard_contract_drivers before insert or update or delete on public.contract_drivers
  for each row execute function private.guard_contract_parts();

create function private.guard_invoice() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  lines_total bigint;
begin
  if tg_op = 'INSERT' then
    if new.issued_at is not null then
      perform private.refuse('issue_last', 'An invoice is issued after its lines are written.');
    end if;
    return new;
  end if;
  if old.issued_at is not null and to_jsonb(new) is distinct from to_jsonb(old) then
    perform private.refuse('invoice_frozen', 'An issued invoice does not change; write a credit note.');
  end if;
  if old.issued_at is null and new.issued_at is not null then
    perform private.check_moment(new.issued_at);
    perform private.check_number(new.number, new.counter_id, new.company_id);
    select coalesce(sum(amount), 0) into lines_total from public.invoice_lines where invoice_id = new.id;
    if lines_total <> new.total then
      perform private.refuse('total_mismatch', 'The lines of the invoice do not add up to its total.');
    end if;
  end if;
  return new;
end $$;
comment on function private.guard_invoice() is 'Issued last, frozen once issued, lines that add up to the total.';
create trigger guard_invoice before insert or update on public.invoices
  for each row execute function private.guard_invoice();

create function private.guard_invoice_lines() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  issued timestamptz;
begin
  select i.issued_at into issued from public.invoices i
    where i.id = case tg_op when 'DELETE' then old.invoice_id else new.invoice_id end
      and i.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if issued is not null then
    perform private.refuse('invoice_frozen', 'The lines of an issued invoice do not change.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function private.guard_invoice_lines() is 'Lines are frozen with their invoice.';
create trigger guard_invoice_lines before insert or update or delete on public.invoice_lines
  for each row execute function private.guard_invoice_lines();

create function private.guard_fact() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.check_moment((to_jsonb(new) ->> tg_argv[0])::timestamptz);
  return new;
end $$;
comment on function private.guard_fact() is 'A fact is not dated beyond what a clock or an outage explains. Takes the column.';
create trigger guard_handover before insert on public.handovers
  for each row execute function private.guard_fact('handed_over_at');
create trigger guard_payment before insert on public.payments
  for each row execute function private.guard_fact('paid_at');

-- A paper counts as stored when its file is there: looked up, not believed.
create function private.guard_document() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and ((to_jsonb(new) - 'stored_at') is distinct from (to_jsonb(old) - 'stored_at')
    or (old.stored_at is not null and new.stored_at is distinct from old.stored_at)) then
    perform private.refuse('document_sealed', 'A document does not change; make a new one.');
  end if;
  if new.stored_at is not null and (tg_op = 'INSERT' or old.stored_at is null) then
    perform private.check_moment(new.stored_at);
    if not exists (select from storage.objects o where o.bucket_id = new.bucket and o.name = new.path) then
      perform private.refuse('file_missing', 'The file of this document is not in Storage.');
    end if;
  end if;
  return new;
end $$;
comment on function private.guard_document() is 'A document is sealed when it is written, and stored when its file is there.';
create trigger guard_document before insert or update on public.documents
  for each row execute function private.guard_document();

-- Somebody must be able to let people in again. Two owners who suspend each other at once wait for one another.
create function private.guard_user() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.role = 'owner' and old.is_active and (new.role <> 'owner' or not new.is_active) then
    perform from public.companies where id = old.company_id for no key update;
    if not exists (
      select from public.users u
      where u.company_id = old.company_id and u.id <> old.id and u.role = 'owner' and u.is_active
    ) then
      perform private.refuse('last_owner', 'A company keeps at least one owner.');
    end if;
  end if;
  return new;
end $$;
comment on function private.guard_user() is 'A company keeps at least one active owner.';
create trigger guard_user before update on public.users
  for each row execute function private.guard_user();

create function private.guard_settled() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.settled_at is not null and to_jsonb(new) is distinct from to_jsonb(old) then
    perform private.refuse('already_settled', 'This was settled before.');
  end if;
  return new;
end $$;
comment on function private.guard_settled() is 'What is settled stays settled, as it was.';
create trigger guard_refused_change before update on public.refused_changes
  for each row execute function private.guard_settled();
create trigger guard_conflict before update on public.conflicts
  for each row execute function private.guard_settled();

-- Facts beat plans: two signed contracts for one vehicle at one time both stand, and people are told.
create function private.raise_double_check_out() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  -- Every contract that overlaps is named in a conflict, but not every pair of them: a vehicle with a hundred open
  -- contracts would otherwise raise five thousand, and bring the upload of all of them to a halt.
  at_most constant integer := 5;
begin
  -- One at a time per vehicle: two uploads at once would otherwise not see each other.
  perform pg_advisory_xact_lock(hashtextextended(new.vehicle_id::text, 0));
  -- Materialised, so that the contracts of the vehicle are looked through, and never all that are out.
  with of_the_vehicle as materialized (
    select o.id, o.number, o.status, o.starts_at, coalesce(o.returned_at, o.ends_at) as ended_at, o.signed_at
    from public.contracts o where o.vehicle_id = new.vehicle_id
  )
  insert into public.conflicts (company_id, kind, vehicle_id, contract_id, other_contract_id, details)
  select new.company_id, 'double_check_out', new.vehicle_id,
    least(new.id, other.id), greatest(new.id, other.id),
    jsonb_build_object('plate', new.plate, 'numbers', jsonb_build_array(other.number, new.number))
  from of_the_vehicle other
  where other.id <> new.id and other.signed_at is not null and other.status in ('out', 'returned', 'closed')
    and (
      (other.status = 'out' and new.status = 'out')
      or (new.starts_at < other.ended_at and other.starts_at < coalesce(new.returned_at, new.ends_at))
    )
  order by other.signed_at desc, other.id
  limit at_most
  on conflict do nothing;
  return null;
end $$;
comment on function private.raise_double_check_out() is 'Raises a conflict where two signed contracts share a vehicle and a time.';
create trigger raise_double_check_out after update of status, signed_at on public.contracts
  for each row when (new.status = 'out' and new.signed_at is not null
    and (old.status <> 'out' or old.signed_at is null))
  execute function private.raise_double_check_out();

-- The vehicle follows its last handover; an odometer that goes back is flagged, not refused.
create function private.follow_handover() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  vehicle public.vehicles;
begin
  select * into vehicle from public.vehicles
    where id = new.vehicle_id and company_id = new.company_id for no key update;
  if new.odometer_km < vehicle.odometer_km then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, details)
    values (new.company_id, 'odometer_back', new.vehicle_id, new.contract_id,
      jsonb_build_object('plate', vehicle.plate, 'before', vehicle.odometer_km, 'now', new.odometer_km))
    on conflict do nothing;
  end if;
  if not exists (
    select from public.handovers later
    where later.vehicle_id = new.vehicle_id and later.handed_over_at > new.handed_over_at
  ) then
    update public.vehicles
      set odometer_km = new.odometer_km, fuel_eighths = new.fuel_eighths
      where id = new.vehicle_id and company_id = new.company_id;
  end if;
  return null;
end $$;
comment on function private.follow_handover() is 'Keeps odometer and fuel of a vehicle as its last handover saw them.';
create trigger follow_handover after insert on public.handovers
  for each row execute function private.follow_handover();
