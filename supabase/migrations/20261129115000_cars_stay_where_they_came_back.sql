-- A car that came back at another branch stands there, until it is driven on: whoever takes it back says so by doing it.

create function private.follow_return() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (
    select from public.handovers later
    where later.vehicle_id = new.vehicle_id and later.handed_over_at > new.handed_over_at
  ) and not exists (
    select from public.vehicle_transfers later
    where later.vehicle_id = new.vehicle_id and later.arrived_at > new.handed_over_at
  ) then
    update public.vehicles v set branch_id = c.branch_id
      from public.counters c
      where v.id = new.vehicle_id and v.company_id = new.company_id
        and c.id = new.counter_id and c.company_id = new.company_id and v.branch_id <> c.branch_id;
  end if;
  return null;
end $$;
comment on function private.follow_return() is 'A vehicle stands in the branch of the counter that took it back last.';
create trigger follow_return after insert on public.handovers
  for each row when (new.kind = 'check_in') execute function private.follow_return();

-- A transfer that is reported late does not fetch a car back from where it was returned since.
create or replace function private.follow_transfer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (
    select from public.vehicle_transfers later
    where later.vehicle_id = new.vehicle_id and later.arrived_at > new.arrived_at
  ) and not exists (
    select from public.handovers later
    where later.vehicle_id = new.vehicle_id and later.kind = 'check_in' and later.handed_over_at > new.arrived_at
  ) then
    update public.vehicles set branch_id = new.to_branch_id
      where id = new.vehicle_id and company_id = new.company_id and branch_id <> new.to_branch_id;
  end if;
  return null;
end $$;
revoke execute on all functions in schema private from public;
