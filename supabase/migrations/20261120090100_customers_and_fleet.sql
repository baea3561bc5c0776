-- Who rents, what is rented, and at which price.
--
-- Indexes, here and in what follows: `unique (company_id, id)` serves the foreign keys and the rows of a company; no other
-- index of a table that grows begins with company_id. Before a table is analysed, and in plans kept since then, Postgres
-- takes any index that begins with a known column to be as good as the primary key, and would read the whole company.

create type public.customer_kind as enum ('person', 'company');

create table public.customers (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  kind public.customer_kind not null default 'person',
  first_name public.short_text not null default '',
  last_name public.short_text not null default '',
  company_name public.short_text not null default '',
  street public.short_text not null default '',
  building_number public.short_text not null default '',
  postal_code public.short_text not null default '',
  town public.short_text not null default '',
  country text not null default 'CH' check (country ~ '^[A-Z]{2}$'),
  phone public.short_text not null default '',
  email public.short_text not null default '',
  language public.language not null default 'de',
  born_on date,
  licence_number public.short_text not null default '',
  licence_category public.short_text not null default '',
  licence_since date,
  licence_country text not null default 'CH' check (licence_country ~ '^[A-Z]{2}$'),
  note public.long_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint customers_have_a_name check (
    case kind when 'person' then last_name <> '' else company_name <> '' end
  )
);
comment on table public.customers is 'Renters: people and companies. Merged when found twice, never overwritten or deleted.';

create table public.vehicle_categories (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  code public.short_text not null,
  name public.short_text not null,
  position integer not null default 0,
  deposit public.rappen not null check (deposit >= 0),
  deductible public.rappen not null check (deductible >= 0),
  minimum_age integer not null default 18 check (minimum_age between 18 and 99),
  minimum_licence_years integer not null default 0 check (minimum_licence_years between 0 and 50),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (company_id, code)
);
comment on table public.vehicle_categories is 'What is reserved and priced: a class of vehicles, with its deposit, deductible and age rules.';

create type public.vehicle_status as enum ('active', 'workshop', 'retired');
create type public.energy as enum ('petrol', 'diesel', 'hybrid', 'electric');

create table public.vehicles (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  category_id uuid not null,
  vin text not null check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  plate public.short_text not null,
  make public.short_text not null,
  model public.short_text not null,
  colour public.short_text not null default '',
  energy public.energy not null,
  status public.vehicle_status not null default 'active',
  -- Both follow the last handover (trigger): a counter never writes them.
  odometer_km public.kilometres not null default 0,
  fuel_eighths integer not null default 8 check (fuel_eighths between 0 and 8),
  parking_place public.short_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (company_id, vin),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
comment on table public.vehicles is 'The fleet, by VIN. The plate is the current one: a Swiss plate can serve two vehicles and move between them.';

create table public.rates (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  category_id uuid not null,
  name public.short_text not null,
  valid_from date not null,
  valid_to date not null,
  minimum_days integer not null default 1 check (minimum_days >= 1),
  day_price public.rappen not null check (day_price >= 0),
  kilometres_per_day public.kilometres not null,
  extra_kilometre_price public.rappen not null check (extra_kilometre_price >= 0),
  grace_minutes integer not null default 59 check (grace_minutes between 0 and 720),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  check (valid_from <= valid_to),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id)
);
comment on table public.rates is 'Gross prices per day by category, season and length. A contract keeps a copy: changing a rate never changes it.';
create index rates_by_category on public.rates (category_id);
