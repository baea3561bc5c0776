-- The price list as the engine in shared/pricing knows it: seasons, units of a rate, packages, extras, protections, fees and
-- discounts. A contract keeps a copy of what it was priced with; nothing here reaches back.

create type public.charge_per as enum ('day', 'once');
create type public.discount_on as enum ('rental', 'all');
create type public.price_basis as enum ('gross', 'net');
create type public.season_by as enum ('start', 'day');
create type public.early_return as enum ('no_refund', 'reprice');
create type public.on_holidays as enum ('closed', 'as_sunday', 'as_usual');
create type public.tier as enum ('starter', 'professional', 'business', 'enterprise');
create domain public.canton as text check (value in ('AG', 'AI', 'AR', 'BE', 'BL', 'BS', 'FR', 'GE', 'GL', 'GR', 'JU', 'LU',
  'NE', 'NW', 'OW', 'SG', 'SH', 'SO', 'SZ', 'TG', 'TI', 'UR', 'VD', 'VS', 'ZG', 'ZH'));
comment on domain public.canton is 'A Swiss canton by its letters, for its holidays.';
create domain public.grace_minutes as integer check (value between 0 and 1439);

alter table public.companies
  add column tier public.tier not null default 'business',
  add column price_basis public.price_basis not null default 'gross',
  add column season_by public.season_by not null default 'start',
  add column early_return public.early_return not null default 'no_refund',
  add column late_grace_minutes public.grace_minutes not null default 0,
  add column late_fee public.rappen not null default 0 check (late_fee >= 0),
  add column young_driver_under_age integer check (young_driver_under_age between 17 and 40),
  add column young_driver_per_day public.rappen not null default 0 check (young_driver_per_day >= 0),
  add column young_driver_maximum public.rappen check (young_driver_maximum >= 0),
  add column fine_fee public.rappen not null default 0 check (fine_fee >= 0),
  add column reminder_fees jsonb not null default '[0, 0, 0]'
    constraint reminder_fees_are_three check (jsonb_typeof(reminder_fees) = 'array' and jsonb_array_length(reminder_fees) = 3);
-- Who was here before there were tiers keeps room; who comes now begins small.
alter table public.companies alter column tier set default 'starter';
comment on column public.companies.tier is 'What the company has paid for; says how many branches, counters, vehicles and people it may have.';
comment on column public.companies.price_basis is 'Whether the amounts of the price list have the VAT within.';
comment on column public.companies.season_by is 'Whether the season of the first day holds for the whole rental, or every day has its own.';
comment on column public.companies.early_return is 'Brought back early: the signed price stays, or it is priced anew.';
comment on column public.companies.late_grace_minutes is 'So many minutes late cost no late fee.';
comment on column public.companies.late_fee is 'Once, for a late return beyond the grace.';
comment on column public.companies.young_driver_under_age is 'Below this age on the day of the pick-up the young-driver fee is charged; null charges none.';
comment on column public.companies.young_driver_per_day is 'Per driver and day.';
comment on column public.companies.young_driver_maximum is 'At most, per driver and rental; null without limit.';
comment on column public.companies.fine_fee is 'For handling a fine: what the renter is billed.';
comment on column public.companies.reminder_fees is 'In Rappen, for the first, second and third reminder.';

alter table public.branches
  add column canton public.canton not null default 'ZH',
  add column opening jsonb check (opening is null or (jsonb_typeof(opening) = 'array' and jsonb_array_length(opening) = 7)),
  add column on_holidays public.on_holidays not null default 'closed',
  add column closed_on jsonb not null default '[]' check (jsonb_typeof(closed_on) = 'array'),
  add column after_hours_pick_up public.rappen check (after_hours_pick_up >= 0),
  add column after_hours_return public.rappen check (after_hours_return >= 0),
  add column airport_once public.rappen check (airport_once >= 0),
  add column airport_share public.basis_points,
  add constraint airport_fees_are_one_kind check (airport_once is null or airport_share is null);
comment on column public.branches.canton is 'Whose public holidays hold here.';
comment on column public.branches.opening is 'Seven lists of {"from", "to"}, Monday first; null is open day and night.';
comment on column public.branches.on_holidays is 'What holds on public holidays.';
comment on column public.branches.closed_on is 'Further days on which the branch is closed: ["2026-12-24"].';
comment on column public.branches.after_hours_pick_up is 'The fee for a pick-up while closed; null is not offered.';
comment on column public.branches.after_hours_return is 'The fee for a return while closed; null is not offered.';
comment on column public.branches.airport_once is 'Charged once for pick-ups here.';
comment on column public.branches.airport_share is 'Charged for pick-ups here, as a share of rental, kilometres, protections and extras.';

alter table public.vehicle_categories
  add column maximum_age integer check (maximum_age between 18 and 120),
  add column licence_category text not null default 'B' check (licence_category in ('B', 'BE', 'C1', 'C', 'D1')),
  add column theft_deductible public.rappen not null default 0 check (theft_deductible >= 0);
comment on column public.vehicle_categories.maximum_age is 'The last year of life in which one may drive it; null without limit.';
comment on column public.vehicle_categories.licence_category is 'What the driver needs.';
comment on column public.vehicle_categories.theft_deductible is 'What the renter bears of a theft; deductible is that of a collision.';

create table public.seasons (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  name public.short_text not null check (name <> ''),
  priority integer not null default 0 check (priority between 0 and 100),
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint seasons_end_after_they_start check (valid_from <= valid_to)
);
comment on table public.seasons is 'Parts of the year with prices of their own. Where two hold on a day, the higher priority counts.';

alter table public.rates
  add column season_id uuid,
  add column is_unlimited boolean not null default false,
  add column hour_price public.rappen check (hour_price >= 0),
  add column hour_kilometres public.kilometres,
  add column minimum_hours integer not null default 1 check (minimum_hours between 1 and 24),
  add column weekend_price public.rappen check (weekend_price >= 0),
  add column weekend_kilometres public.kilometres,
  add column weekend_from text check (weekend_from ~ '^[1-7] ([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column weekend_to text check (weekend_to ~ '^[1-7] ([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column weekend_over_holidays boolean not null default false,
  add column week_price public.rappen check (week_price >= 0),
  add column week_kilometres public.kilometres,
  add column month_price public.rappen check (month_price >= 0),
  add column month_kilometres public.kilometres,
  add column month_days integer not null default 30 check (month_days between 28 and 31),
  add constraint rates_season_is_of_the_company foreign key (company_id, season_id)
    references public.seasons (company_id, id),
  add constraint weekends_have_both_ends check (
    (weekend_price is null) = (weekend_from is null) and (weekend_price is null) = (weekend_to is null)),
  add constraint units_say_their_kilometres check (is_unlimited or (
    (hour_price is null or hour_kilometres is not null) and (weekend_price is null or weekend_kilometres is not null)
    and (week_price is null or week_kilometres is not null) and (month_price is null or month_kilometres is not null)));
create index rates_by_season on public.rates (season_id);
comment on column public.rates.season_id is 'With a season the rate holds in its days only, and before those without.';
comment on column public.rates.is_unlimited is 'No kilometres are counted; those of the units are then ignored.';
comment on column public.rates.hour_price is 'Per started hour beyond full days; null is not rented by the hour.';
comment on column public.rates.minimum_hours is 'What a rental shorter than a day pays at least.';
comment on column public.rates.weekend_price is 'One price for what lies between weekend_from and weekend_to.';
comment on column public.rates.weekend_from is 'Weekday (1 is Monday) and time: 5 12:00.';
comment on column public.rates.weekend_to is 'Weekday and time: 1 09:00.';
comment on column public.rates.weekend_over_holidays is 'Whether public holidays beside it belong to the weekend.';
comment on column public.rates.week_price is 'Up to seven days.';
comment on column public.rates.month_price is 'Up to month_days days.';

create table public.kilometre_packages (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  name public.short_text not null check (name <> ''),
  kilometres public.kilometres,
  price public.rappen not null check (price >= 0),
  vat_kind public.vat_kind not null default 'standard',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  unique (company_id, id)
);
comment on table public.kilometre_packages is 'Kilometres bought beforehand, on top of those of the rate.';
comment on column public.kilometre_packages.kilometres is 'Null is without limit.';

create table public.extras (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  name public.short_text not null check (name <> ''),
  per public.charge_per not null,
  price public.rappen not null check (price >= 0),
  maximum public.rappen check (maximum >= 0),
  maximum_count integer not null default 1 check (maximum_count between 1 and 99),
  vat_kind public.vat_kind not null default 'standard',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  unique (company_id, id)
);
comment on table public.extras is 'What goes with a rental, by day or once: child seats, chains, a second driver.';
comment on column public.extras.maximum is 'For one piece over the whole rental; null without limit.';

create table public.protections (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  name public.short_text not null check (name <> ''),
  cover text not null check (cover in ('collision', 'theft')),
  per_day public.rappen not null check (per_day >= 0),
  maximum public.rappen check (maximum >= 0),
  deductible public.rappen not null check (deductible >= 0),
  deposit public.rappen check (deposit >= 0),
  vat_kind public.vat_kind not null default 'standard',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  unique (company_id, id)
);
comment on table public.protections is 'What lowers the deductible, by day.';
comment on column public.protections.deductible is 'What the renter still bears with it.';
comment on column public.protections.deposit is 'The deposit with it, where it lowers it.';

create table public.one_way_fees (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  from_branch_id uuid,
  to_branch_id uuid,
  price public.rappen not null check (price >= 0),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint one_way_pairs_are_unique unique nulls not distinct (company_id, from_branch_id, to_branch_id),
  foreign key (company_id, from_branch_id) references public.branches (company_id, id),
  foreign key (company_id, to_branch_id) references public.branches (company_id, id)
);
comment on table public.one_way_fees is 'From branch to branch; null is any, the most precise counts. A pair without a row is not offered.';

create table public.discounts (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  name public.short_text not null check (name <> ''),
  customer_group public.short_text,
  voucher public.short_text,
  share public.basis_points,
  amount public.rappen check (amount > 0),
  applies_to public.discount_on not null,
  minimum_days integer not null default 1 check (minimum_days >= 1),
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint vouchers_are_unique unique (voucher, company_id),
  constraint discounts_end_after_they_start check (valid_from <= valid_to),
  constraint discounts_are_one_kind check ((share is null) <> (amount is null)),
  constraint discounts_are_for_one check (customer_group is null or voucher is null)
);
comment on table public.discounts is 'For everybody, for a group of renters, or for whoever shows a voucher.';

alter table public.customers
  add column customer_group public.short_text not null default '',
  add column licence_expires_on date,
  add column merged_into uuid,
  add column erased_at timestamptz,
  add constraint customers_merge_within_the_company foreign key (company_id, merged_into)
    references public.customers (company_id, id),
  add constraint customers_do_not_merge_into_themselves check (merged_into <> id);
create index customers_by_merger on public.customers (merged_into);
comment on column public.customers.customer_group is 'Whose discounts hold: corporate, insurer, regular.';
comment on column public.customers.licence_expires_on is 'Null where none is printed, as on Swiss licences.';
comment on column public.customers.merged_into is 'Found twice: the customer that lives on. The row stays, for what points at it.';
comment on column public.customers.erased_at is 'When the person asked to be forgotten, and what need not be kept was blanked.';
alter table public.contract_drivers add column licence_expires_on date;
comment on column public.contract_drivers.licence_expires_on is 'Null where none is printed.';
