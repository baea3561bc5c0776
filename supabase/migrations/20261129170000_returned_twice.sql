-- Two counters that do not see each other may both take a car back. Both saw it, both billed, both took money: facts, so both stand and
-- people are told. When the contract came back is what the first to arrive says.

alter type public.conflict_kind add value 'double_check_in';

-- A counter takes a rental back once; an exchange and a check-out happen once wherever they do.
alter table public.handovers drop constraint handovers_happen_once;
create unique index handovers_happen_once on public.handovers (contract_id, vehicle_id, kind, amendment_id) nulls not distinct
  where kind = 'check_out' or amendment_id is not null;
comment on index public.handovers_happen_once is 'A check-out, and each half of an exchange, is there once.';
create unique index returns_happen_once on public.handovers (contract_id, vehicle_id, counter_id)
  where kind = 'check_in' and amendment_id is null;
comment on index public.returns_happen_once is 'A counter takes a rental back once.';

-- With the contract locked: of two uploads at once the second sees the handover of the first.
create function private.raise_double_check_in() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  contract public.contracts;
begin
  select * into contract from public.contracts c
    where c.id = new.contract_id and c.company_id = new.company_id for no key update;
  if exists (
    select from public.handovers h
    where h.contract_id = new.contract_id and h.company_id = new.company_id and h.id <> new.id
      and h.kind = 'check_in' and h.amendment_id is null
  ) then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, details)
    values (new.company_id, 'double_check_in', new.vehicle_id, new.contract_id,
      jsonb_build_object('plate', contract.plate, 'number', contract.number))
    on conflict do nothing;
  end if;
  return null;
end $$;
comment on function private.raise_double_check_in() is 'Raises a conflict where two counters took a rental back.';
create trigger raise_double_check_in after insert on public.handovers
  for each row when (new.kind = 'check_in' and new.amendment_id is null) execute function private.raise_double_check_in();

create function private.is_another_return(contract uuid, company uuid, said timestamptz) returns boolean
language sql stable set search_path = ''
as $$
  select count(*) > 1 and bool_or(h.handed_over_at = said)
  from public.handovers h
  where h.contract_id = contract and h.company_id = company and h.kind = 'check_in' and h.amendment_id is null
$$;
comment on function private.is_another_return(uuid, uuid, timestamptz) is
  'Whether a rental was taken back more than once, one of these times at the moment that is said.';

-- By its name before guard_contract.
create function private.keep_first_return() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not private.is_another_return(new.id, new.company_id,
      case when new.returned_at is distinct from old.returned_at then new.returned_at else new.closed_at end) then
    return new;
  end if;
  new.returned_at := old.returned_at;
  new.closed_at := coalesce(old.closed_at, new.closed_at);
  if not private.is_legal_step(old.status, new.status) then
    new.status := old.status;
  end if;
  return new;
end $$;
comment on function private.keep_first_return() is
  'A contract came back when the first counter that took it back says, also where another did too.';
create trigger as_returned_first before update on public.contracts
  for each row when (old.returned_at is not null and new.status in ('returned', 'closed')
    and (old.status, old.returned_at, old.closed_at) is distinct from (new.status, new.returned_at, new.closed_at))
  execute function private.keep_first_return();

-- What the second return says of the deposit: the cash it gave moved in its drawer, and the conflict tells people to look.
create function private.keep_first_settlement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if private.is_another_return(new.contract_id, new.company_id, new.settled_at) then
    new.released := old.released;
    new.kept := old.kept;
    new.kept_reason := old.kept_reason;
    new.settled_at := old.settled_at;
    new.settled_by := old.settled_by;
  end if;
  return new;
end $$;
comment on function private.keep_first_settlement() is
  'A deposit is settled once, also where two counters took the car back.';
create trigger as_settled_first before update on public.deposits
  for each row when (old.settled_at is not null and new.settled_at is distinct from old.settled_at)
  execute function private.keep_first_settlement();

-- Two counters that find an old damage mended, whatever the handover at which it was seen.
create function private.keep_first_repair() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.handovers h
    where h.vehicle_id = new.vehicle_id and h.company_id = new.company_id and h.handed_over_at = new.repaired_at
  ) then
    new.repaired_at := old.repaired_at;
  end if;
  return new;
end $$;
comment on function private.keep_first_repair() is
  'A damage was repaired when the first counter that had the car at a handover saw it repaired.';
create trigger as_repaired_first before update on public.damages
  for each row when (old.repaired_at is not null and new.repaired_at is distinct from old.repaired_at)
  execute function private.keep_first_repair();

revoke execute on all functions in schema private from public;
