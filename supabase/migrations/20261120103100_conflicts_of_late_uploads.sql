-- Conflicts that only show when everybody has sent what waited: a price that had changed, a customer entered twice, kilometres
-- that do not follow one another, a car that came back after the next one had taken it. Each is settled by a person, with a reason.

-- What a rate cost when. The server's clock: it says which price every counter in step knew of.
create table private.rate_versions (
  rate_id uuid not null,
  since timestamptz not null,
  company_id uuid not null references public.companies (id),
  prices bigint[] not null,
  day_price bigint not null,
  extra_kilometre_price bigint not null,
  primary key (rate_id, since)
);
comment on table private.rate_versions is 'The prices of a rate over time, as they arrived here.';
comment on column private.rate_versions.rate_id is 'The rate.';
comment on column private.rate_versions.since is 'When the server took it.';
comment on column private.rate_versions.company_id is 'The tenant.';
comment on column private.rate_versions.prices is 'What a rental line may cost a unit: day, hour, weekend, week, month.';
comment on column private.rate_versions.day_price is 'Of these, the day.';
comment on column private.rate_versions.extra_kilometre_price is 'A kilometre beyond those included.';

create function private.keep_rate_version() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.rate_versions (rate_id, since, company_id, prices, day_price, extra_kilometre_price)
  values (new.id, case tg_op when 'INSERT' then '-infinity' else now() end, new.company_id,
    array_remove(array[new.day_price, new.hour_price, new.weekend_price, new.week_price, new.month_price]::bigint[], null),
    new.day_price, new.extra_kilometre_price)
  on conflict (rate_id, since) do update set prices = excluded.prices, day_price = excluded.day_price,
    extra_kilometre_price = excluded.extra_kilometre_price;
  return null;
end $$;
comment on function private.keep_rate_version() is 'Keeps what a rate costs from now on.';
create trigger keep_rate_version after insert or update of day_price, hour_price, weekend_price, week_price, month_price,
    extra_kilometre_price on public.rates
  for each row execute function private.keep_rate_version();
insert into private.rate_versions (rate_id, since, company_id, prices, day_price, extra_kilometre_price)
select r.id, '-infinity', r.company_id,
  array_remove(array[r.day_price, r.hour_price, r.weekend_price, r.week_price, r.month_price]::bigint[], null),
  r.day_price, r.extra_kilometre_price
from public.rates r;

-- Only where the signed price is that of an older version: a price that fits none was agreed on, and is nobody's mistake.
create function private.raise_price_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  -- What our clock said when it was signed, as far as the counter's own clock lets us know.
  signed constant timestamptz := new.signed_at - coalesce(nullif(current_setting('schalter.clock_ahead', true), '')::interval, '0');
  rental bigint[];
  valid private.rate_versions;
  older private.rate_versions;
begin
  select array_agg(distinct l.unit_price::bigint) into rental from public.contract_lines l
    where l.contract_id = new.id and l.kind = 'rental' and l.unit_price > 0;
  select * into valid from private.rate_versions v where v.rate_id = new.rate_id and v.company_id = new.company_id
    and v.since <= signed order by v.since desc limit 1;
  if rental is null or valid.rate_id is null
    or (rental <@ valid.prices and new.extra_kilometre_price in (0, valid.extra_kilometre_price)) then
    return null;
  end if;
  select * into older from private.rate_versions v where v.rate_id = new.rate_id and v.since < valid.since
    and rental <@ v.prices and new.extra_kilometre_price in (0, v.extra_kilometre_price) order by v.since desc limit 1;
  if older.rate_id is not null then
    insert into public.conflicts (company_id, kind, contract_id, vehicle_id, details)
    values (new.company_id, 'price_changed', new.id, new.vehicle_id, jsonb_build_object('number', new.number, 'plate', new.plate,
      'changed_at', valid.since,
      'signed', jsonb_build_object('day_price', older.day_price, 'extra_kilometre_price', older.extra_kilometre_price),
      'valid', jsonb_build_object('day_price', valid.day_price, 'extra_kilometre_price', valid.extra_kilometre_price)))
    on conflict do nothing;
  end if;
  return null;
end $$;
comment on function private.raise_price_changed() is
  'Raises a conflict where a contract was signed with a price that had changed before. The signed one holds.';
create trigger raise_price_changed after update of signed_at on public.contracts
  for each row when (old.signed_at is null and new.signed_at is not null and new.rate_id is not null)
  execute function private.raise_price_changed();

-- The same person, entered at two counters that did not see each other.
alter table public.conflicts add column other_customer_id uuid,
  add constraint conflicts_other_customer_is_of_the_company foreign key (company_id, other_customer_id)
    references public.customers (company_id, id);
comment on column public.conflicts.other_customer_id is 'Of a duplicate customer: the one that came later.';
create index conflicts_by_other_customer on public.conflicts (other_customer_id);
comment on index public.conflicts_by_other_customer is 'Serves the conflicts of a customer, on their screen.';
drop index public.conflicts_are_raised_once;
create unique index conflicts_are_raised_once on public.conflicts
  (contract_id, other_contract_id, kind, invoice_id, customer_id, other_customer_id, vehicle_id, company_id) nulls not distinct
  where settled_at is null;
comment on index public.conflicts_are_raised_once is 'Serves "on conflict do nothing" of the triggers: each conflict is open once.';

create index customers_by_licence on public.customers ((upper(regexp_replace(licence_number, '[^0-9A-Za-z]', '', 'g'))))
  where licence_number <> '';
comment on index public.customers_by_licence is 'Serves the search for the same licence (raise_duplicate_customer).';
-- Expressions both, so that replicas, which look for nobody by birth date, have no such index.
create index customers_by_birth on public.customers ((born_on - date '1900-01-01'), (lower(last_name))) where born_on is not null;
comment on index public.customers_by_birth is 'Serves the search for the same name and birth date (raise_duplicate_customer).';

create function private.raise_duplicate_customer() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  licence constant text := upper(regexp_replace(new.licence_number, '[^0-9A-Za-z]', '', 'g'));
  full_name constant text := lower(btrim(new.first_name) || ' ' || btrim(new.last_name));
  at_most constant integer := 3;
begin
  -- One at a time per licence and per person: two uploads at once would otherwise not see each other.
  if licence <> '' then
    perform pg_advisory_xact_lock(hashtextextended(new.company_id::text || licence, 3));
  end if;
  if new.born_on is not null then
    perform pg_advisory_xact_lock(hashtextextended(new.company_id::text || full_name || new.born_on, 4));
  end if;
  insert into public.conflicts (company_id, kind, customer_id, other_customer_id, details)
  select new.company_id, 'duplicate_customer', other.id, new.id, jsonb_build_object('by', other.by)
  from (
    select c.id, 'licence' as by from public.customers c
    where licence <> '' and c.licence_number <> '' and upper(regexp_replace(c.licence_number, '[^0-9A-Za-z]', '', 'g')) = licence
      and c.licence_country = new.licence_country and c.company_id = new.company_id and c.id <> new.id
      and c.merged_into is null and c.erased_at is null
    union all
    select c.id, 'birth' from public.customers c
    where c.born_on - date '1900-01-01' = new.born_on - date '1900-01-01' and lower(c.last_name) = lower(new.last_name)
      and lower(btrim(c.first_name) || ' ' || btrim(c.last_name)) = full_name
      and c.company_id = new.company_id and c.id <> new.id and c.merged_into is null and c.erased_at is null
  ) other
  where not exists (
    select from public.conflicts k
    where k.kind = 'duplicate_customer' and k.settled_at is null and k.customer_id = new.id and k.other_customer_id = other.id
  )
  limit at_most
  on conflict do nothing;
  return null;
end $$;
comment on function private.raise_duplicate_customer() is
  'Raises a conflict where a customer has the licence, or the name and birth date, of another. Neither is touched: people merge them.';
create trigger raise_duplicate_customer after insert on public.customers
  for each row when (new.kind = 'person' and new.merged_into is null and (new.licence_number <> '' or new.born_on is not null))
  execute function private.raise_duplicate_customer();
create trigger raise_duplicate_customer_again after update on public.customers
  for each row when (new.kind = 'person' and new.merged_into is null and new.erased_at is null
    and (new.licence_number <> '' or new.born_on is not null)
    and (old.licence_number, old.licence_country, old.born_on, old.first_name, old.last_name) is distinct from
      (new.licence_number, new.licence_country, new.born_on, new.first_name, new.last_name))
  execute function private.raise_duplicate_customer();

create or replace function private.raise_void_invoice_paid() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  bill public.invoices;
  credited bigint;
begin
  -- Waits for a credit note that is being issued, which holds the bill: otherwise neither would see the other.
  select * into bill from public.invoices i where i.id = new.invoice_id and i.company_id = new.company_id for share;
  if new.kind = 'payment' and bill.id is not null then
    select coalesce(sum(i.total), 0) into credited from public.invoices i
      where i.corrects_id = bill.id and i.issued_at is not null;
    if bill.total > 0 and credited >= bill.total then
      -- Paid twice, it is one conflict over both amounts.
      insert into public.conflicts as open (company_id, kind, invoice_id, contract_id, details)
      values (new.company_id, 'void_invoice_paid', bill.id, bill.contract_id,
        jsonb_build_object('number', bill.number, 'amount', new.amount))
      on conflict (contract_id, other_contract_id, kind, invoice_id, customer_id, other_customer_id, vehicle_id, company_id)
        where settled_at is null
      do update set details = jsonb_set(open.details, '{amount}',
        to_jsonb(coalesce((open.details ->> 'amount')::bigint, 0) + new.amount));
    end if;
  end if;
  return null;
end $$;

-- A car that came back after the next contract had begun was in two hands, too, even if the first contract arrives last.
drop trigger raise_double_check_out on public.contracts;
create trigger raise_double_check_out after update of status, signed_at, returned_at on public.contracts
  for each row when (new.signed_at is not null and new.status in ('out', 'returned') and new.vehicle_id is not null
    and (old.signed_at is null or old.status is distinct from new.status))
  execute function private.raise_double_check_out();

-- Handovers arrive in any order. What counts is the order in which they happened: an older one that comes late has fewer
-- kilometres than the vehicle has now, and nothing is wrong with that.
create or replace function private.follow_handover() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  vehicle public.vehicles;
  before integer;
  later integer;
begin
  select * into vehicle from public.vehicles
    where id = new.vehicle_id and company_id = new.company_id for no key update;
  -- The id decides where two happened at one moment: the one that came first is the one before.
  select max(h.odometer_km) into before from public.handovers h
    where h.vehicle_id = new.vehicle_id and h.id <> new.id and h.handed_over_at <= new.handed_over_at;
  select min(h.odometer_km) into later from public.handovers h
    where h.vehicle_id = new.vehicle_id and h.id <> new.id and h.handed_over_at > new.handed_over_at;
  if before is null and later is null then
    before := vehicle.odometer_km;
  end if;
  if new.odometer_km < before or new.odometer_km > later then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, details)
    values (new.company_id, 'odometer_back', new.vehicle_id, new.contract_id, jsonb_build_object('plate', vehicle.plate,
      'before', case when new.odometer_km < before then before else new.odometer_km end,
      'now', case when new.odometer_km < before then new.odometer_km else later end))
    on conflict do nothing;
  end if;
  if later is null then
    update public.vehicles
      set odometer_km = new.odometer_km, fuel_eighths = new.fuel_eighths
      where id = new.vehicle_id and company_id = new.company_id;
  end if;
  return null;
end $$;
comment on function private.follow_handover() is
  'Keeps odometer and fuel of a vehicle as its last handover saw them, and flags kilometres that go back in the order of time.';

-- A conflict is settled by somebody who says how.
create function private.guard_conflict_reason() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if btrim(coalesce(new.settled_reason, '')) = '' then
    perform private.refuse('reason_missing', 'A conflict is settled with a reason.');
  end if;
  return new;
end $$;
comment on function private.guard_conflict_reason() is 'A conflict is settled with a reason.';
create trigger guard_conflict_reason before update on public.conflicts
  for each row when (old.settled_at is null and new.settled_at is not null) execute function private.guard_conflict_reason();

revoke execute on all functions in schema private from public;
