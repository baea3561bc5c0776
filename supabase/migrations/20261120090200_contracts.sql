-- The rental itself: reservation, contract, its drivers and priced lines, and the handovers of the vehicle.

create type public.contract_status as enum ('quote', 'reserved', 'to_assign', 'out', 'returned', 'closed', 'void');
create type public.line_kind as enum ('rental', 'kilometres', 'protection', 'extra', 'fee', 'discount', 'damage');
create type public.vat_kind as enum ('standard', 'none');
create type public.handover_kind as enum ('check_out', 'check_in');

create table public.contracts (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  return_branch_id uuid not null,
  counter_id uuid,
  number text check (number ~ '^[A-Z]{3}-[A-Z]-[0-9]{2}-[0-9]{5,9}$'),
  status public.contract_status not null default 'quote',
  customer_id uuid not null,
  -- Who and what as signed: names and plates change later, the contract does not.
  customer_name public.short_text not null,
  category_id uuid not null,
  vehicle_id uuid,
  plate public.short_text not null default '',
  rate_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  returned_at timestamptz,
  closed_at timestamptz,
  currency public.currency not null default 'CHF',
  total public.rappen not null default 0 check (total >= 0),
  deposit public.rappen not null default 0 check (deposit >= 0),
  deductible public.rappen not null default 0 check (deductible >= 0),
  kilometres_included public.kilometres not null default 0,
  extra_kilometre_price public.rappen not null default 0 check (extra_kilometre_price >= 0),
  language public.language not null default 'de',
  note public.long_text not null default '',
  signature jsonb,
  signed_name public.short_text,
  signed_at timestamptz,
  clerk_id uuid,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint contract_numbers_are_unique unique (number, company_id),
  constraint contracts_end_after_they_start check (ends_at > starts_at),
  constraint contracts_out_are_signed check (
    status in ('quote', 'reserved', 'to_assign', 'void')
    or (signed_at is not null and signature is not null and number is not null and vehicle_id is not null
        and counter_id is not null and clerk_id is not null)
  ),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, return_branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, rate_id) references public.rates (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id)
);
comment on table public.contracts is 'Quotes, reservations and contracts: one row from the first wish to the closed rental. Frozen once signed.';
create index contracts_by_status on public.contracts (status, company_id);
create index contracts_by_customer on public.contracts (customer_id);
-- Serves the timeline, and the search for a second signed contract of the same vehicle.
create index contracts_by_vehicle on public.contracts (vehicle_id, starts_at);

create table public.contract_drivers (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  contract_id uuid not null,
  is_main boolean not null default false,
  first_name public.short_text not null,
  last_name public.short_text not null,
  born_on date not null,
  licence_number public.short_text not null,
  licence_category public.short_text not null,
  licence_since date not null,
  licence_country text not null default 'CH' check (licence_country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);
comment on table public.contract_drivers is 'Who may drive, as shown by their licences at check-out.';
create index contract_drivers_by_contract on public.contract_drivers (contract_id);

create table public.contract_lines (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  contract_id uuid not null,
  position integer not null check (position between 1 and 999),
  kind public.line_kind not null,
  label public.short_text not null,
  explanation public.short_text not null default '',
  quantity integer not null default 1 check (quantity between 0 and 99999),
  unit_price public.rappen not null,
  amount public.rappen not null,
  vat_kind public.vat_kind not null default 'standard',
  vat_rate public.basis_points not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (contract_id, position),
  constraint contract_lines_multiply check (amount = quantity * unit_price),
  constraint only_discounts_are_negative check (kind = 'discount' or amount >= 0),
  constraint damages_carry_no_vat check (kind <> 'damage' or (vat_kind = 'none' and vat_rate = 0)),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);
comment on table public.contract_lines is 'The price, explained: every line says which rule made it. They add up to the total of the contract.';
create index contract_lines_by_contract on public.contract_lines (contract_id);

create table public.handovers (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  contract_id uuid not null,
  vehicle_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  kind public.handover_kind not null,
  handed_over_at timestamptz not null,
  odometer_km public.kilometres not null,
  fuel_eighths integer not null check (fuel_eighths between 0 and 8),
  note public.long_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (contract_id, vehicle_id, kind),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id)
);
comment on table public.handovers is 'The vehicle changes hands: kilometres and fuel as both sides saw them. Facts: written once.';
create index handovers_by_contract on public.handovers (contract_id);
create index handovers_by_vehicle on public.handovers (vehicle_id, handed_over_at);
