-- Rules that hold whatever a client says: legal steps, frozen contracts and invoices, totals that add up, conflicts.

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

create function private.guard_contract() returns trigger
language plpgsql set search_path = ''
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
  if old.signed_at is null and new.signed_at is not null then
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
create trigger guard_contract before insert or update on public.contracts
  for each row execute function private.guard_contract();

-- Holds the contract still until the end of the transaction: while it gains a line, nobody else signs it. Definer, for
-- the sake of the plan: under row level security it would be looked up among all contracts of the company.
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
create trigger guard_contract_lines before insert or update or delete on public.contract_lines
  for each row execute function private.guard_contract_parts();
create trigger guard_contract_drivers before insert or update or delete on public.contract_drivers
  for each row execute function private.guard_contract_parts();

create function private.guard_invoice() returns trigger
language plpgsql set search_path = ''
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
    select coalesce(sum(amount), 0) into lines_total from public.invoice_lines where invoice_id = new.id;
    if lines_total <> new.total then
      perform private.refuse('total_mismatch', 'The lines of the invoice do not add up to its total.');
    end if;
  end if;
  return new;
end $$;
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
create trigger guard_invoice_lines before insert or update or delete on public.invoice_lines
  for each row execute function private.guard_invoice_lines();

create function private.guard_document() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if (to_jsonb(new) - 'stored_at') is distinct from (to_jsonb(old) - 'stored_at')
    or (old.stored_at is not null and new.stored_at is distinct from old.stored_at) then
    perform private.refuse('document_sealed', 'A document does not change; make a new one.');
  end if;
  return new;
end $$;
create trigger guard_document before update on public.documents
  for each row execute function private.guard_document();

create function private.guard_settled() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if old.settled_at is not null and to_jsonb(new) is distinct from to_jsonb(old) then
    perform private.refuse('already_settled', 'This was settled before.');
  end if;
  return new;
end $$;
create trigger guard_refused_change before update on public.refused_changes
  for each row execute function private.guard_settled();
create trigger guard_conflict before update on public.conflicts
  for each row execute function private.guard_settled();

-- Facts beat plans: two signed contracts for one vehicle at one time both stand, and people are told.
-- Security definer, because nobody may write conflicts by themselves.
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
  insert into public.conflicts (company_id, kind, vehicle_id, contract_id, other_contract_id, details)
  select new.company_id, 'double_check_out', new.vehicle_id,
    least(new.id, other.id), greatest(new.id, other.id),
    jsonb_build_object('plate', new.plate, 'numbers', jsonb_build_array(other.number, new.number))
  from public.contracts other
  where other.company_id = new.company_id and other.vehicle_id = new.vehicle_id and other.id <> new.id
    and other.signed_at is not null and other.status in ('out', 'returned', 'closed')
    and (
      (other.status = 'out' and new.status = 'out')
      or (new.starts_at < coalesce(other.returned_at, other.ends_at)
        and other.starts_at < coalesce(new.returned_at, new.ends_at))
    )
  order by other.signed_at desc, other.id
  limit at_most
  on conflict do nothing;
  return null;
end $$;
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
create trigger follow_handover after insert on public.handovers
  for each row execute function private.follow_handover();
