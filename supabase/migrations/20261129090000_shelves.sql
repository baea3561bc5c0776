-- Which rows a counter receives (sync/streams/sync-streams.yaml, ADR 0011). A stream can neither compute with the time nor
-- look from a line to its contract, so every row that hangs on a rental or a bill says itself on which shelf it lies:
--
--   'open'             every counter of the company: plans, cars on the road, and whatever is still owed, held or in dispute
--   '<id of a branch>' the counters of that branch: closed less than 13 months ago
--   'archive'          nobody, until somebody asks for it
--
-- Counters neither write it nor need to: a row that was written without a line has none until the server has answered.

do $$
declare
  shelved text;
  writable text;
begin
  foreach shelved in array array['contracts', 'contract_drivers', 'contract_lines', 'handovers', 'amendments', 'deposits', 'photos',
    'invoices', 'invoice_lines', 'payments', 'reminders', 'fines', 'documents', 'conflicts', 'cash_sessions', 'cash_movements'] loop
    select string_agg(quote_ident(a.attname), ', ') into writable from pg_attribute a
      where a.attrelid = format('public.%I', shelved)::regclass and a.attnum > 0 and not a.attisdropped
        and has_column_privilege('authenticated', a.attrelid, a.attnum, 'insert');
    execute format($add$alter table public.%1$I add column shelf text not null default 'open' check (shelf in ('open', 'archive')
      or shelf ~ '^[0-9a-f-]{36}$')$add$, shelved);
    execute format('comment on column public.%I.shelf is %L', shelved,
      'Which counters receive the row: ''open'', a branch''s id, or ''archive''. Kept by triggers and every night.');
    -- Granted by table so far, which would take in the new column.
    if writable is not null then
      execute format('revoke insert on public.%I from authenticated', shelved);
      execute format('grant insert (%s) on public.%I to authenticated', writable, shelved);
    end if;
  end loop;
end $$;

-- Served by the nightly job alone.
create index contracts_on_shelves on public.contracts (id) where shelf <> 'archive';
create index invoices_on_shelves on public.invoices (id) where shelf <> 'archive' and contract_id is null;
create index fines_on_shelves on public.fines (id) where shelf <> 'archive' and contract_id is null;
create index documents_on_shelves on public.documents (id) where shelf <> 'archive' and contract_id is null and invoice_id is null;
create index photos_on_shelves on public.photos (id) where shelf <> 'archive' and contract_id is null and handover_id is null;
create index conflicts_on_shelves on public.conflicts (id) where shelf <> 'archive' and contract_id is null;
create index cash_sessions_on_shelves on public.cash_sessions (id) where shelf <> 'archive';
comment on index public.contracts_on_shelves is '@server-only: serves move_shelves.';
comment on index public.invoices_on_shelves is '@server-only: serves move_shelves: bills without a contract.';
comment on index public.fines_on_shelves is '@server-only: serves move_shelves: fines without a contract.';
comment on index public.documents_on_shelves is '@server-only: serves move_shelves: papers that hang on nothing.';
comment on index public.photos_on_shelves is '@server-only: serves move_shelves: photos that hang on no rental.';
comment on index public.conflicts_on_shelves is '@server-only: serves move_shelves: conflicts without a contract.';
comment on index public.cash_sessions_on_shelves is '@server-only: serves move_shelves.';

create function private.shelf_since(moment timestamptz, branch uuid, at timestamptz) returns text
language plpgsql immutable set search_path = ''
as $$ begin return case when moment >= at - interval '13 months' then branch::text else 'archive' end; end $$;
comment on function private.shelf_since(timestamptz, uuid, timestamptz) is
  'The shelf of what was finished at that moment: its branch''s for 13 months, then the archive.';

create function private.shelf_of_contract(c public.contracts, at timestamptz) returns text
language plpgsql stable set search_path = ''
as $$
begin
  if c.status not in ('closed', 'void') then
    -- A plan that nobody came for, and nobody tidied away, does not stay on every desk for good.
    return case when c.signed_at is null and c.ends_at < at - interval '13 months' then 'archive' else 'open' end;
  elsif private.is_open(c.id) then
    return 'open';
  end if;
  -- Since it was closed, or since the last bill or credit note. Of where it was signed: that counter goes on with its numbers.
  return private.shelf_since(
    greatest(coalesce(c.closed_at, c.returned_at, c.ends_at), (select max(i.issued_at) from public.invoices i where i.contract_id = c.id)),
    coalesce((select k.branch_id from public.counters k where k.id = c.counter_id), c.branch_id), at);
end $$;
comment on function private.shelf_of_contract(public.contracts, timestamptz) is
  'Open until it is closed and nothing is owed, held or in dispute; then of its branch for 13 months; then archived.';

create function private.owes(p_invoice uuid) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  return exists (
    select from public.invoices i
    where i.id = p_invoice and i.kind = 'invoice' and i.issued_at is not null and i.total > (
      select coalesce(sum(case p.kind when 'payment' then p.amount when 'refund' then -p.amount else 0 end), 0)
      from public.payments p where p.invoice_id = i.id
    ) + (select coalesce(sum(n.total), 0) from public.invoices n where n.corrects_id = i.id and n.issued_at is not null));
end $$;
comment on function private.owes(uuid) is 'Whether something of a bill is still to be paid.';

-- By table, of a row that is not a contract: that of what it hangs on; where it hangs on nothing, its own.
create function private.shelf_of(p_table text, p_row jsonb, at timestamptz) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_company constant uuid := p_row ->> 'company_id';
  v_contract uuid := p_row ->> 'contract_id';
  v_invoice constant uuid := case p_table when 'invoices' then p_row ->> 'corrects_id' else p_row ->> 'invoice_id' end;
  v_branch constant uuid := coalesce(
    (select k.branch_id from public.counters k where k.id = (p_row ->> 'counter_id')::uuid), (p_row ->> 'branch_id')::uuid);
  v_shelf text;
begin
  if (p_table = 'conflicts' and p_row ->> 'settled_at' is null)
    -- Its counter has still to bring the file, and to say so in the row: it must not be taken from it, wherever it belongs.
    or (p_table in ('documents', 'photos') and p_row ->> 'stored_at' is null) then
    return 'open';
  end if;
  if p_table = 'photos' and v_contract is null then
    select coalesce(h.contract_id, d.contract_id) into v_contract
      from (select) nothing
      left join public.handovers h on h.id = (p_row ->> 'handover_id')::uuid and h.company_id = v_company
      left join public.damages d on d.id = (p_row ->> 'damage_id')::uuid and d.company_id = v_company;
  end if;
  if v_contract is not null then
    select c.shelf into v_shelf from public.contracts c where c.id = v_contract and c.company_id = v_company;
  elsif v_invoice is not null and p_table <> 'fines' and p_table <> 'conflicts' then
    select i.shelf into v_shelf from public.invoices i where i.id = v_invoice and i.company_id = v_company;
  elsif p_table = 'cash_movements' then
    select s.shelf into v_shelf from public.cash_sessions s where s.id = (p_row ->> 'session_id')::uuid and s.company_id = v_company;
  else
    v_shelf := case p_table
      when 'invoices' then
        case when p_row ->> 'issued_at' is null and (p_row ->> 'created_at')::timestamptz >= at - interval '13 months'
            or private.owes((p_row ->> 'id')::uuid) then 'open'
          else private.shelf_since(coalesce(p_row ->> 'issued_at', p_row ->> 'created_at')::timestamptz, v_branch, at) end
      when 'fines' then
        case when p_row ->> 'status' <> 'closed' then 'open'
          else private.shelf_since((p_row ->> 'received_on')::timestamptz, v_branch, at) end
      when 'photos' then
        case when exists (select from public.damages d where d.id = (p_row ->> 'damage_id')::uuid and d.repaired_at is null)
            then 'open' else private.shelf_since((p_row ->> 'taken_at')::timestamptz, v_branch, at) end
      when 'documents' then private.shelf_since((p_row ->> 'made_at')::timestamptz, v_branch, at)
      -- Of no branch: every counter keeps it so long.
      when 'conflicts' then
        case when (p_row ->> 'settled_at')::timestamptz >= at - interval '13 months' then 'open' else 'archive' end
      -- A drawer is its branch's from the start, and as long as it is not closed.
      when 'cash_sessions' then private.shelf_since(coalesce((p_row ->> 'closed_at')::timestamptz, at), v_branch, at)
    end;
  end if;
  -- What hangs on something that is not there is refused by its foreign key.
  return coalesce(v_shelf, 'open');
end $$;
comment on function private.shelf_of(text, jsonb, timestamptz) is
  'The shelf of a row of a table: that of its contract, its bill or its drawer, otherwise its own.';

-- On the way in.
create function private.shelve_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$ begin new.shelf := private.shelf_of_contract(new, now()); return new; end $$;
comment on function private.shelve_contract() is 'Puts a contract on its shelf when its status changes.';
create trigger shelve_added before insert on public.contracts for each row execute function private.shelve_contract();
create trigger shelve_changed before update on public.contracts
  for each row when (old.status <> new.status or old.signed_at is distinct from new.signed_at)
  execute function private.shelve_contract();

create function private.shelve_with_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  select c.shelf into new.shelf from public.contracts c where c.id = new.contract_id and c.company_id = new.company_id;
  new.shelf := coalesce(new.shelf, 'open');
  return new;
end $$;
comment on function private.shelve_with_contract() is 'Puts a new part of a contract on its shelf.';
create function private.shelve_with_invoice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  select i.shelf into new.shelf from public.invoices i where i.id = new.invoice_id and i.company_id = new.company_id;
  new.shelf := coalesce(new.shelf, 'open');
  return new;
end $$;
comment on function private.shelve_with_invoice() is 'Puts a new part of a bill on its shelf.';
create function private.shelve_itself() returns trigger
language plpgsql security definer set search_path = ''
as $$ begin new.shelf := private.shelf_of(tg_table_name, to_jsonb(new), now()); return new; end $$;
comment on function private.shelve_itself() is 'Puts a row on the shelf of what it hangs on, or on its own.';

do $$
declare
  shelved text;
begin
  foreach shelved in array array['contract_drivers', 'contract_lines', 'handovers', 'amendments', 'deposits'] loop
    execute format('create trigger shelve_added before insert on public.%I for each row execute function private.shelve_with_contract()', shelved);
  end loop;
  foreach shelved in array array['invoice_lines', 'reminders'] loop
    execute format('create trigger shelve_added before insert on public.%I for each row execute function private.shelve_with_invoice()', shelved);
  end loop;
  foreach shelved in array array['invoices', 'payments', 'documents', 'photos', 'fines', 'conflicts', 'cash_sessions', 'cash_movements'] loop
    execute format('create trigger shelve_added before insert on public.%I for each row execute function private.shelve_itself()', shelved);
  end loop;
end $$;
create trigger shelve_changed before update on public.invoices
  for each row when (old.issued_at is distinct from new.issued_at or old.contract_id is distinct from new.contract_id)
  execute function private.shelve_itself();
create trigger shelve_changed before update on public.fines
  for each row when (old.status <> new.status or old.contract_id is distinct from new.contract_id)
  execute function private.shelve_itself();
create trigger shelve_changed before update on public.conflicts
  for each row when (old.settled_at is distinct from new.settled_at) execute function private.shelve_itself();
create trigger shelve_changed before update on public.documents
  for each row when (old.stored_at is distinct from new.stored_at) execute function private.shelve_itself();
create trigger shelve_changed before update on public.photos
  for each row when (old.stored_at is distinct from new.stored_at) execute function private.shelve_itself();

-- What hangs on it goes along.
create function private.move_contract_parts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.contract_drivers p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.contract_lines p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.handovers p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.amendments p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.deposits p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.payments p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.documents p set shelf = new.shelf
    where p.contract_id = new.id and p.stored_at is not null and p.shelf <> new.shelf;
  update public.fines p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.conflicts p set shelf = new.shelf where p.contract_id = new.id and p.settled_at is not null and p.shelf <> new.shelf;
  update public.invoices p set shelf = new.shelf where p.contract_id = new.id and p.shelf <> new.shelf;
  update public.photos p set shelf = new.shelf
    where p.contract_id = new.id and p.stored_at is not null and p.shelf <> new.shelf;
  update public.photos p set shelf = new.shelf from public.handovers h
    where h.contract_id = new.id and p.handover_id = h.id and p.contract_id is null and p.stored_at is not null and p.shelf <> new.shelf;
  update public.photos p set shelf = new.shelf from public.damages d
    where d.contract_id = new.id and p.damage_id = d.id and num_nonnulls(p.contract_id, p.handover_id) = 0
      and p.stored_at is not null and p.shelf <> new.shelf;
  return null;
end $$;
comment on function private.move_contract_parts() is 'All that hangs on a contract lies on its shelf.';
create trigger move_parts after update on public.contracts
  for each row when (old.shelf <> new.shelf) execute function private.move_contract_parts();

create function private.move_invoice_parts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.invoice_lines p set shelf = new.shelf where p.invoice_id = new.id and p.shelf <> new.shelf;
  update public.reminders p set shelf = new.shelf where p.invoice_id = new.id and p.shelf <> new.shelf;
  update public.payments p set shelf = new.shelf where p.invoice_id = new.id and p.contract_id is null and p.shelf <> new.shelf;
  update public.documents p set shelf = new.shelf
    where p.invoice_id = new.id and p.contract_id is null and p.stored_at is not null and p.shelf <> new.shelf;
  update public.invoices p set shelf = new.shelf where p.corrects_id = new.id and p.contract_id is null and p.shelf <> new.shelf;
  return null;
end $$;
comment on function private.move_invoice_parts() is 'All that hangs on a bill and on no contract lies on its shelf.';
create trigger move_parts after update on public.invoices
  for each row when (old.shelf <> new.shelf) execute function private.move_invoice_parts();

create function private.move_cash_movements() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.cash_movements p set shelf = new.shelf where p.session_id = new.id and p.shelf <> new.shelf;
  return null;
end $$;
comment on function private.move_cash_movements() is 'What went in and out of a drawer lies on its shelf.';
create trigger move_parts after update on public.cash_sessions
  for each row when (old.shelf <> new.shelf) execute function private.move_cash_movements();

-- What is owed brings a closed contract back to every counter; what is paid, given back or settled lets it go.
create function private.reshelve_contract(p_contract uuid) returns void
language plpgsql set search_path = ''
as $$
declare
  contract public.contracts;
begin
  -- Asked without a lock first. Nearly always it is not closed, and nothing waits; two counters that write to one that is
  -- being closed at the same moment may leave it where it was until the night, in sight of more counters or of its branch's.
  if exists (select from public.contracts c where c.id = p_contract and c.status in ('closed', 'void')) then
    select * into contract from public.contracts c where c.id = p_contract for no key update;
    update public.contracts c set shelf = private.shelf_of_contract(contract, now())
      where c.id = p_contract and c.shelf <> private.shelf_of_contract(contract, now());
  end if;
end $$;
comment on function private.reshelve_contract(uuid) is 'Moves a closed contract to the shelf where it belongs now.';

create function private.reshelve_invoice(p_invoice uuid) returns void
language plpgsql set search_path = ''
as $$
declare
  bill public.invoices;
begin
  select * into bill from public.invoices i where i.id = p_invoice;
  if bill.contract_id is not null then
    perform private.reshelve_contract(bill.contract_id);
  elsif bill.corrects_id is not null then
    perform private.reshelve_invoice(bill.corrects_id);
  elsif bill.id is not null then
    select * into bill from public.invoices i where i.id = p_invoice for no key update;
    update public.invoices i set shelf = private.shelf_of('invoices', to_jsonb(bill), now())
      where i.id = p_invoice and i.shelf <> private.shelf_of('invoices', to_jsonb(bill), now());
  end if;
end $$;
comment on function private.reshelve_invoice(uuid) is
  'Moves a bill, or the contract or the bill it hangs on, to the shelf where it belongs now.';

create function private.reshelve() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  case tg_table_name
    when 'conflicts' then
      perform private.reshelve_contract(new.contract_id);
      perform private.reshelve_contract(new.other_contract_id);
    when 'payments' then
      if new.invoice_id is not null then
        perform private.reshelve_invoice(new.invoice_id);
      else
        perform private.reshelve_contract(new.contract_id);
      end if;
    when 'invoices' then perform private.reshelve_invoice(new.id);
    when 'fines' then
      perform private.reshelve_contract(new.contract_id);
      if tg_op = 'UPDATE' then
        perform private.reshelve_contract(old.contract_id);
      end if;
    else perform private.reshelve_contract(new.contract_id);
  end case;
  return null;
end $$;
comment on function private.reshelve() is 'What is owed, held or in dispute, and what no longer is, moves its contract or bill.';
create trigger reshelve_added after insert on public.deposits for each row execute function private.reshelve();
create trigger reshelve_changed after update of settled_at on public.deposits for each row execute function private.reshelve();
create trigger reshelve_added after insert on public.fines for each row execute function private.reshelve();
create trigger reshelve_changed after update of status, contract_id on public.fines for each row execute function private.reshelve();
create trigger reshelve_added after insert on public.conflicts for each row execute function private.reshelve();
create trigger reshelve_changed after update of settled_at on public.conflicts for each row execute function private.reshelve();
create trigger reshelve_added after insert on public.payments for each row execute function private.reshelve();
create trigger reshelve_changed after update of issued_at on public.invoices for each row execute function private.reshelve();

-- Where it lies is no part of what was signed, issued or written once: the guards let it pass, and the grants let nobody set it.
create or replace function private.guard_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  lines_total bigint;
  -- What check-in adds to a signed contract, and where it lies. Everything else is as signed.
  after_signing constant text[] := array['status', 'returned_at', 'closed_at', 'shelf'];
begin
  if tg_op = 'INSERT' then
    if new.status in ('returned', 'closed') then
      perform private.refuse('illegal_step', 'A contract cannot begin as returned or closed.');
    end if;
    if new.signed_at is not null then
      perform private.refuse('sign_last', 'A contract is signed after its drivers and lines are written.');
    end if;
    return new;
  end if;
  if not private.is_legal_step(old.status, new.status) then
    perform private.refuse('illegal_step', format('A contract cannot go from %s to %s.', old.status, new.status));
  end if;
  if old.signed_at is not null and (to_jsonb(new) - after_signing) is distinct from (to_jsonb(old) - after_signing) then
    perform private.refuse('contract_frozen', 'A signed contract does not change; write an amendment.');
  end if;
  if (old.returned_at is not null and new.returned_at is distinct from old.returned_at)
    or (old.closed_at is not null and new.closed_at is distinct from old.closed_at) then
    perform private.refuse('contract_frozen', 'When a contract came back or was closed does not change.');
  end if;
  if new.returned_at is distinct from old.returned_at then
    perform private.check_moment(new.returned_at);
  end if;
  if old.signed_at is null and new.signed_at is not null then
    perform private.check_moment(new.signed_at);
    perform private.check_number(new.number, new.counter_id, new.company_id);
    select coalesce(sum(amount), 0) into lines_total from public.contract_lines where contract_id = new.id;
    if lines_total <> new.total then
      perform private.refuse('total_mismatch', 'The lines of the contract do not add up to its total.');
    end if;
    if not exists (select from public.contract_drivers where contract_id = new.id and is_main) then
      perform private.refuse('driver_missing', 'A contract needs a main driver before it is signed.');
    end if;
  end if;
  return new;
end $$;

create or replace function private.guard_contract_parts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  contract public.contracts;
begin
  if tg_op = 'UPDATE' then
    if new.shelf <> old.shelf and (to_jsonb(new) - 'shelf') = (to_jsonb(old) - 'shelf') then
      return new;
    end if;
  end if;
  select * into contract from public.contracts c
    where c.id = case tg_op when 'DELETE' then old.contract_id else new.contract_id end
      and c.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if contract.signed_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and private.kept_until(contract.company_id, private.kept_day('contracts', to_jsonb(contract)))
    < (now() at time zone 'Europe/Zurich')::date then
    return old;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'contract_drivers' then
    if old.masked_at is null and to_jsonb(new) = to_jsonb(old) || jsonb_build_object('masked_at', new.masked_at,
        'born_on', '1900-01-01', 'licence_number', '', 'licence_since', '1900-01-01', 'licence_expires_on', null)
      and new.masked_at is not null then
      return new;
    end if;
  end if;
  perform private.refuse('contract_frozen', 'The drivers and lines of a signed contract do not change.');
  return null;
end $$;

create or replace function private.guard_invoice() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  lines_total bigint;
begin
  if tg_op = 'INSERT' then
    if new.issued_at is not null then
      perform private.refuse('issue_last', 'An invoice is issued after its lines are written.');
    end if;
    return new;
  end if;
  if old.issued_at is not null and (to_jsonb(new) - 'shelf') is distinct from (to_jsonb(old) - 'shelf') then
    perform private.refuse('invoice_frozen', 'An issued invoice does not change; write a credit note.');
  end if;
  if old.issued_at is null and new.issued_at is not null then
    perform private.check_moment(new.issued_at);
    perform private.check_number(new.number, new.counter_id, new.company_id);
    select coalesce(sum(amount), 0) into lines_total from public.invoice_lines where invoice_id = new.id;
    if lines_total <> new.total then
      perform private.refuse('total_mismatch', 'The lines of the invoice do not add up to its total.');
    end if;
  end if;
  return new;
end $$;

create or replace function private.guard_invoice_lines() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  invoice public.invoices;
begin
  if tg_op = 'UPDATE' then
    if new.shelf <> old.shelf and (to_jsonb(new) - 'shelf') = (to_jsonb(old) - 'shelf') then
      return new;
    end if;
  end if;
  select * into invoice from public.invoices i
    where i.id = case tg_op when 'DELETE' then old.invoice_id else new.invoice_id end
      and i.company_id = case tg_op when 'DELETE' then old.company_id else new.company_id end
    for share;
  if invoice.issued_at is not null and not (tg_op = 'DELETE'
    and private.kept_until(invoice.company_id, private.kept_day('invoices', to_jsonb(invoice))) < (now() at time zone 'Europe/Zurich')::date) then
    perform private.refuse('invoice_frozen', 'The lines of an issued invoice do not change.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace function private.guard_written_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  later constant text[] := tg_argv[0]::text[];
  filled text;
begin
  if (to_jsonb(new) - later - 'shelf') is distinct from (to_jsonb(old) - later - 'shelf') then
    perform private.refuse('written_once', format('A row of %s does not change once written.', tg_table_name));
  end if;
  foreach filled in array later loop
    if coalesce(to_jsonb(old) ->> filled, '') <> '' and (to_jsonb(new) ->> filled) is distinct from (to_jsonb(old) ->> filled) then
      perform private.refuse('written_once', format('%s.%s does not change once written.', tg_table_name, filled));
    end if;
  end loop;
  return new;
end $$;

create or replace function private.guard_document() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and ((to_jsonb(new) - 'stored_at' - 'shelf') is distinct from (to_jsonb(old) - 'stored_at' - 'shelf')
    or (old.stored_at is not null and new.stored_at is distinct from old.stored_at)) then
    perform private.refuse('document_sealed', 'A document does not change; make a new one.');
  end if;
  if new.stored_at is not null and (tg_op = 'INSERT' or old.stored_at is null) then
    perform private.check_moment(new.stored_at);
    if not exists (select from storage.objects o where o.bucket_id = new.bucket and o.name = new.path) then
      perform private.refuse('file_missing', 'The file of this document is not in Storage.');
    end if;
  end if;
  return new;
end $$;

create or replace function private.guard_settled() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.settled_at is not null and (to_jsonb(new) - 'shelf') is distinct from (to_jsonb(old) - 'shelf') then
    perform private.refuse('already_settled', 'This was settled before.');
  end if;
  return new;
end $$;

-- Thirteen months pass without anybody writing anything.
create function private.move_shelves(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  loose text;
  v_met bigint;
  total bigint;
begin
  with belongs as materialized (
    select c.id, private.shelf_of_contract(c, at) as shelf from public.contracts c where c.shelf <> 'archive'
  )
  update public.contracts c set shelf = b.shelf from belongs b where c.id = b.id and c.shelf <> b.shelf;
  get diagnostics total = row_count;
  foreach loose in array array['invoices', 'fines', 'documents', 'photos', 'conflicts', 'cash_sessions'] loop
    execute format(
      'with belongs as materialized (select t.id, private.shelf_of(%1$L, to_jsonb(t), $1) as shelf from public.%1$I t where t.shelf <> ''archive'' and %2$s)
       update public.%1$I t set shelf = b.shelf from belongs b where t.id = b.id and t.shelf <> b.shelf',
      loose, case loose when 'cash_sessions' then 'true' when 'photos' then 'contract_id is null and handover_id is null'
        when 'documents' then 'contract_id is null and invoice_id is null' else 'contract_id is null' end) using at;
    get diagnostics v_met = row_count;
    total := total + v_met;
  end loop;
  return total;
end $$;
comment on function private.move_shelves(timestamptz) is
  'Moves what was closed 13 months ago to the archive, and mends what two writers at one moment left behind. Returns how many contracts, bills, fines, drawers and loose papers moved; their parts go along.';
insert into private.jobs (name, position) values ('move_shelves', 8);

-- What is there already.
select private.move_shelves();

revoke execute on all functions in schema private from public;
