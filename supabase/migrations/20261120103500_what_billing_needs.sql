-- What a check-out and a bill need of the price list that nothing held yet, and limits that were narrower than the rules.

alter table public.companies
  add column fuel_per_eighth public.rappen not null default 0 check (fuel_per_eighth >= 0),
  add column fuel_service public.rappen not null default 0 check (fuel_service >= 0),
  add column charge_per_eighth public.rappen not null default 0 check (charge_per_eighth >= 0),
  add column charge_service public.rappen not null default 0 check (charge_service >= 0),
  add column cleaning_dirty public.rappen not null default 0 check (cleaning_dirty >= 0),
  add column cleaning_very_dirty public.rappen not null default 0 check (cleaning_very_dirty >= 0),
  add column late_fee_vat_kind public.vat_kind not null default 'standard',
  add column fine_fee_vat_kind public.vat_kind not null default 'standard';
comment on column public.companies.fuel_per_eighth is 'For each eighth of the tank that is missing at the return.';
comment on column public.companies.fuel_service is 'Once, for driving to the pump.';
comment on column public.companies.charge_per_eighth is 'For each eighth of the battery that is missing at the return.';
comment on column public.companies.charge_service is 'Once, for driving to the charger.';
comment on column public.companies.cleaning_dirty is 'For a car that comes back dirty.';
comment on column public.companies.cleaning_very_dirty is 'For a car that comes back very dirty.';
comment on column public.companies.late_fee_vat_kind is 'Whether the late fee carries VAT.';
comment on column public.companies.fine_fee_vat_kind is 'Whether the fee for handling a fine carries VAT: for a fiduciary to say.';
grant update (fuel_per_eighth, fuel_service, charge_per_eighth, charge_service, cleaning_dirty, cleaning_very_dirty,
  late_fee_vat_kind, fine_fee_vat_kind) on public.companies to authenticated;

-- Without limit is no number of kilometres.
alter table public.contracts alter column kilometres_included drop not null;
comment on column public.contracts.kilometres_included is 'Null is without limit.';

-- A line of extra kilometres has as many pieces as kilometres were driven.
alter table public.contract_lines drop constraint contract_lines_quantity_check,
  add constraint contract_lines_quantity_check check (quantity between 0 and 9999999);
alter table public.invoice_lines drop constraint invoice_lines_quantity_check,
  add constraint invoice_lines_quantity_check check (quantity between 0 and 9999999);
