-- A plate may have moved on between a reservation and its handover. The contract is signed with the plate that the counter wrote, and
-- its audit link vouches for that: recovering the vehicle put the reservation's plate in its place, and the chain no longer held.
create or replace function private.recover_vehicle() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  handed_over uuid;
begin
  select h.vehicle_id into handed_over from public.handovers h
    where h.contract_id = new.id and h.company_id = new.company_id and h.kind = 'check_out' limit 1;
  if handed_over is not null then
    new.vehicle_id := handed_over;
    -- As the counter writes it now; where to it the plate did not change, as it wrote it when it still was a plan; otherwise as
    -- the vehicle bears it.
    new.plate := coalesce(
      nullif(new.plate, ''),
      (select nullif(k.details ->> 'plate', '') from public.conflicts k
        where k.other_contract_id = new.id and k.vehicle_id = handed_over and k.kind = 'double_assignment'
        order by k.raised_at desc limit 1),
      (select v.plate from public.vehicles v where v.id = handed_over and v.company_id = new.company_id), '');
  end if;
  return new;
end $$;
