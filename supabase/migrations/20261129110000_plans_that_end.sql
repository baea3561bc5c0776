-- Why a plan was given up, and where a car is once its transfer has arrived.

alter table public.contracts add column void_reason public.long_text,
  add constraint only_what_is_void_has_a_reason check (void_reason is null or status = 'void');
comment on column public.contracts.void_reason is
  'Why the quote or reservation was cancelled. Null while it stands, and where a version before asked for no reason.';
comment on column public.contracts.terms is
  'Until it is signed, what was chosen on top of vehicle and period (shared/contracts/reserved-options.ts). Then what the parties agreed, with the price list it was priced by (shared/contracts/signed-contract.ts, ContractTerms): frozen with the signature, vouched for by the audit link. Null in contracts of versions before this was kept.';
grant insert (void_reason), update (void_reason) on public.contracts to authenticated;

-- Who drives the car over is staff, who may not write vehicles: the arrival is the fact, and the vehicle follows it.
create function private.follow_transfer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (
    select from public.vehicle_transfers later
    where later.vehicle_id = new.vehicle_id and later.arrived_at > new.arrived_at
  ) then
    update public.vehicles set branch_id = new.to_branch_id
      where id = new.vehicle_id and company_id = new.company_id and branch_id <> new.to_branch_id;
  end if;
  return null;
end $$;
comment on function private.follow_transfer() is 'A vehicle stands in the branch where its last transfer arrived.';
create trigger follow_transfer after insert or update of arrived_at on public.vehicle_transfers
  for each row when (new.arrived_at is not null) execute function private.follow_transfer();
revoke execute on all functions in schema private from public;
