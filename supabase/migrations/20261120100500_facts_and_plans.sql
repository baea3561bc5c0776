-- Facts are written once; plans give way to facts and to earlier plans.

alter table public.conflicts alter column vehicle_id drop not null, alter column contract_id drop not null,
  add column customer_id uuid,
  add column invoice_id uuid,
  add constraint conflicts_concern_something check (num_nonnulls(vehicle_id, contract_id, customer_id, invoice_id) >= 1),
  add constraint conflicts_customer_is_of_the_company foreign key (company_id, customer_id)
    references public.customers (company_id, id),
  add constraint conflicts_invoice_is_of_the_company foreign key (company_id, invoice_id)
    references public.invoices (company_id, id);
-- The trigger that raises a double assignment runs before the losing reservation is there to be pointed at.
alter table public.conflicts alter constraint conflicts_company_id_other_contract_id_fkey deferrable initially deferred;
create index conflicts_by_customer on public.conflicts (customer_id);
create index conflicts_by_invoice on public.conflicts (invoice_id);

-- The rows of these tables are facts: they are added, and what is listed may be filled in once. Nothing else ever changes.
create function private.guard_written_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  later constant text[] := tg_argv[0]::text[];
  filled text;
begin
  if (to_jsonb(new) - later) is distinct from (to_jsonb(old) - later) then
    perform private.refuse('written_once', format('A row of %s does not change once written.', tg_table_name));
  end if;
  foreach filled in array later loop
    if coalesce(to_jsonb(old) ->> filled, '') <> '' and (to_jsonb(new) ->> filled) is distinct from (to_jsonb(old) ->> filled) then
      perform private.refuse('written_once', format('%s.%s does not change once written.', tg_table_name, filled));
    end if;
  end loop;
  return new;
end $$;
comment on function private.guard_written_once() is 'A fact stays as it was written. Takes the columns that may be filled in later, once.';
create trigger guard_written_once before update on public.deposits for each row
  execute function private.guard_written_once('{released,kept,kept_reason,settled_at,settled_by}');
create trigger guard_written_once before update on public.cash_sessions for each row
  execute function private.guard_written_once('{closed_at,closed_by,counted,counted_total,expected,difference_reason,to_bank}');
create trigger guard_written_once before update on public.damages for each row
  execute function private.guard_written_once('{repaired_at,contract_id}');
create trigger guard_written_once before update on public.photos for each row
  execute function private.guard_written_once('{stored_at}');
create trigger guard_written_once before update on public.vehicle_transfers for each row
  execute function private.guard_written_once('{arrived_at}');

create trigger guard_deposit before insert on public.deposits
  for each row execute function private.guard_fact('held_at');
create trigger guard_damage before insert on public.damages
  for each row execute function private.guard_fact('found_at');
create trigger guard_photo before insert on public.photos
  for each row execute function private.guard_fact('taken_at');
create trigger guard_cash_movement before insert on public.cash_movements
  for each row execute function private.guard_fact('moved_at');
create trigger guard_message before insert on public.messages
  for each row execute function private.guard_fact('queued_at');
create trigger guard_bank_import before insert on public.bank_imports
  for each row execute function private.guard_fact('imported_at');

create function private.guard_numbered() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.check_number(new.number, new.counter_id, new.company_id);
  return new;
end $$;
comment on function private.guard_numbered() is 'A number is of the series of its counter.';
create trigger guard_numbered before insert on public.amendments for each row execute function private.guard_numbered();
create trigger guard_numbered before insert on public.cash_sessions for each row execute function private.guard_numbered();
create trigger guard_numbered before insert on public.fines for each row execute function private.guard_numbered();

-- An amendment belongs to a signed contract that is out. Two for one text both stand, and people are told.
create function private.guard_amendment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  signed public.contracts;
  other uuid;
begin
  perform private.check_moment(new.signed_at);
  select * into signed from public.contracts c where c.id = new.contract_id and c.company_id = new.company_id for share;
  if signed.signed_at is null then
    perform private.refuse('contract_not_signed', 'A contract that is not signed is changed itself, not amended.');
  end if;
  if new.signed_at < signed.signed_at then
    perform private.refuse('amendment_backdated', 'An amendment is signed after its contract.');
  end if;
  select a.id into other from public.amendments a
    where a.contract_id = new.contract_id and a.follows = new.follows and a.id <> new.id limit 1;
  if other is not null then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, details)
    values (new.company_id, 'double_amendment', new.vehicle_id, new.contract_id,
      jsonb_build_object('numbers', jsonb_build_array(new.number), 'contract', signed.number))
    on conflict do nothing;
  end if;
  return new;
end $$;
comment on function private.guard_amendment() is 'Amendments follow signed contracts; two for one text raise a conflict.';
create trigger guard_amendment before insert on public.amendments
  for each row execute function private.guard_amendment();

-- Cash goes into a drawer that is open, and the drawer closes with what its movements say.
create function private.guard_cash_session() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  moved bigint;
begin
  if tg_op = 'INSERT' then
    perform private.check_moment(new.opened_at);
    if new.closed_at is not null then
      perform private.refuse('close_last', 'A cash session is closed after its movements are written.');
    end if;
    return new;
  end if;
  if old.closed_at is null and new.closed_at is not null then
    perform private.check_moment(new.closed_at);
    select coalesce(sum(case when m.kind in ('payment', 'deposit_in', 'paid_in') then m.amount else -m.amount end), 0)
      into moved from public.cash_movements m where m.session_id = new.id;
    if new.expected <> new.opening_float + moved then
      perform private.refuse('total_mismatch', 'The movements of the drawer do not add up to what is expected.');
    end if;
    if new.counted_total <> new.expected and new.difference_reason = '' then
      perform private.refuse('reason_missing', 'A difference in the drawer needs a reason.');
    end if;
  end if;
  return new;
end $$;
comment on function private.guard_cash_session() is 'A drawer closes with what its movements add up to, and a reason for a difference.';
create trigger guard_cash_session before insert or update on public.cash_sessions
  for each row execute function private.guard_cash_session();

create function private.guard_cash_movement() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  drawer public.cash_sessions;
begin
  select * into drawer from public.cash_sessions s
    where s.id = new.session_id and s.company_id = new.company_id for share;
  if drawer.closed_at is not null then
    perform private.refuse('cash_session_closed', 'This drawer is closed; open the next one.');
  end if;
  if drawer.currency = 'CHF' and new.amount % 5 <> 0 then
    perform private.refuse('not_coinable', 'Cash in francs is in 5 Rappen.');
  end if;
  return new;
end $$;
comment on function private.guard_cash_movement() is 'Cash moves in an open drawer only, in coins that exist.';
create trigger guard_cash_drawer before insert on public.cash_movements
  for each row execute function private.guard_cash_movement();

-- A credit note takes back at most what its invoice billed, all credit notes of it together.
create function private.guard_credit_note() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  corrected public.invoices;
  credited bigint;
begin
  if new.kind = 'credit_note' and new.issued_at is not null and old.issued_at is null then
    select * into corrected from public.invoices i
      where i.id = new.corrects_id and i.company_id = new.company_id for no key update;
    if corrected.kind <> 'invoice' or corrected.issued_at is null then
      perform private.refuse('credit_needs_invoice', 'A credit note corrects an invoice that was issued.');
    end if;
    select coalesce(sum(i.total), 0) into credited from public.invoices i
      where i.corrects_id = new.corrects_id and i.issued_at is not null and i.id <> new.id;
    if credited + new.total > corrected.total then
      perform private.refuse('credit_exceeds_invoice', 'The credit notes would take back more than was billed.');
    end if;
  end if;
  return new;
end $$;
comment on function private.guard_credit_note() is 'Credit notes never exceed their invoice.';
create trigger guard_credit_note before update on public.invoices
  for each row execute function private.guard_credit_note();

-- Plans: the later reservation loses its vehicle, keeps its customer, and becomes "to assign". A car that is out, or on
-- hold, is no more to be had than one that is reserved. Insert and update, because both come from counters.
create function private.settle_assignment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  rival uuid;
begin
  if new.status <> 'reserved' or new.vehicle_id is null or new.signed_at is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.status = 'reserved' and old.vehicle_id is not distinct from new.vehicle_id
    and old.starts_at = new.starts_at and old.ends_at = new.ends_at then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.vehicle_id::text, 0));
  with of_the_vehicle as materialized (
    select o.id, o.status, o.starts_at, coalesce(o.returned_at, o.ends_at) as ended_at
    from public.contracts o where o.vehicle_id = new.vehicle_id
  )
  select o.id into rival from of_the_vehicle o
  where o.id <> new.id and o.status in ('reserved', 'out') and new.starts_at < o.ended_at and o.starts_at < new.ends_at
  order by o.starts_at limit 1;
  if rival is not null then
    insert into public.conflicts (company_id, kind, vehicle_id, contract_id, other_contract_id, details)
    values (new.company_id, 'double_assignment', new.vehicle_id, rival, new.id,
      jsonb_build_object('plate', new.plate, 'customer', new.customer_name))
    on conflict do nothing;
    new.vehicle_id := null;
    new.plate := '';
    new.status := 'to_assign';
  end if;
  return new;
end $$;
comment on function private.settle_assignment() is 'A reservation of a vehicle that is taken becomes "to assign"; people are told.';
-- By its name after guard_contract: steps are checked as the counter asked for them.
create trigger settle_assignment before insert or update on public.contracts
  for each row execute function private.settle_assignment();
alter table public.contracts add constraint a_vehicle_is_reserved_once
  exclude using gist (vehicle_id with =, tstzrange(starts_at, ends_at) with &&)
  where (status = 'reserved' and vehicle_id is not null);

-- A car that leaves takes itself out of the plans it stands in the way of.
create function private.release_plans() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.contracts c set status = 'to_assign', vehicle_id = null, plate = ''
  where c.vehicle_id = new.vehicle_id and c.id <> new.id and c.company_id = new.company_id and c.status = 'reserved'
    and c.starts_at < new.ends_at and new.starts_at < c.ends_at;
  return null;
end $$;
comment on function private.release_plans() is 'Facts beat plans: reservations of a vehicle that just left become "to assign".';
create trigger release_plans after update of status on public.contracts
  for each row when (new.status = 'out' and old.status <> 'out' and new.vehicle_id is not null)
  execute function private.release_plans();

-- Money for a bill that a credit note took back: the money is a fact, and somebody has to give it back.
create function private.raise_void_invoice_paid() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  bill public.invoices;
  credited bigint;
begin
  select * into bill from public.invoices i where i.id = new.invoice_id and i.company_id = new.company_id;
  if new.kind = 'payment' and bill.id is not null then
    select coalesce(sum(i.total), 0) into credited from public.invoices i
      where i.corrects_id = bill.id and i.issued_at is not null;
    if bill.total > 0 and credited >= bill.total then
      insert into public.conflicts (company_id, kind, invoice_id, contract_id, details)
      values (new.company_id, 'void_invoice_paid', bill.id, bill.contract_id,
        jsonb_build_object('number', bill.number, 'amount', new.amount));
    end if;
  end if;
  return null;
end $$;
comment on function private.raise_void_invoice_paid() is 'Raises a conflict where a bill is paid that was wholly credited.';
create trigger raise_void_invoice_paid after insert on public.payments
  for each row when (new.invoice_id is not null) execute function private.raise_void_invoice_paid();
