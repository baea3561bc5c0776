-- What follows a signature: amendments, deposits, the cash desk, credit notes, reminders, fines, and what the bank sends.

create type public.cash_movement_kind as enum (
  'payment', 'refund', 'deposit_in', 'deposit_out', 'paid_in', 'paid_out');
create type public.invoice_kind as enum ('invoice', 'credit_note');
create type public.fine_status as enum ('received', 'resolved', 'named', 'billed', 'closed');
create type public.bank_entry_outcome as enum ('open', 'matched', 'ignored', 'suspected');

create table public.amendments (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  contract_id uuid not null,
  branch_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  number text not null check (number ~ '^[A-Z]{3}-[A-Z]-[0-9]{2}-N[0-9]{5,9}$'),
  position integer not null check (position between 1 and 99),
  changes jsonb not null check (jsonb_typeof(changes) = 'array' and jsonb_array_length(changes) between 1 and 20),
  follows text not null check (follows ~ '^[0-9a-f]{64}$'),
  vehicle_id uuid not null,
  category_id uuid not null,
  return_branch_id uuid not null,
  ends_at timestamptz not null,
  total_before public.rappen not null check (total_before >= 0),
  total public.rappen not null check (total >= 0),
  terms jsonb not null,
  signature jsonb not null,
  signed_name public.short_text not null,
  signed_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint amendment_numbers_are_unique unique (number, company_id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, category_id) references public.vehicle_categories (company_id, id),
  foreign key (company_id, return_branch_id) references public.branches (company_id, id)
);
comment on table public.amendments is 'What was agreed after the signature, each signed by itself. Facts: written once; the last one holds.';
comment on column public.amendments.follows is 'Digest of the contract as it was before, earlier amendments included: two made for one text are a conflict.';
comment on column public.amendments.vehicle_id is 'On the road from then on; so are category, place and time of the return, and the total.';
comment on column public.amendments.terms is 'All that holds from then on, with the price list it was priced by.';
create index amendments_by_contract on public.amendments (contract_id);
create index amendments_by_vehicle on public.amendments (vehicle_id);

create table public.deposits (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  contract_id uuid not null,
  method public.payment_method not null,
  currency public.currency not null default 'CHF',
  amount public.rappen not null check (amount > 0),
  held_at timestamptz not null,
  stripe_payment_intent public.short_text not null default '',
  released public.rappen check (released >= 0),
  kept public.rappen check (kept >= 0),
  kept_reason public.long_text not null default '',
  settled_at timestamptz,
  settled_by uuid,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint deposits_are_settled_whole check (
    (settled_at is null and settled_by is null and released is null and kept is null)
    or (settled_at is not null and settled_by is not null and released + kept = amount)),
  constraint what_is_kept_has_a_reason check (coalesce(kept, 0) = 0 or kept_reason <> ''),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id),
  foreign key (company_id, settled_by) references public.users (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);
comment on table public.deposits is 'Money held until the car is back: taken once, settled once, to the Rappen.';
create index deposits_by_contract on public.deposits (contract_id);

create table public.cash_sessions (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  counter_id uuid not null,
  number text not null check (number ~ '^[A-Z]{3}-[A-Z]-[0-9]{2}-K[0-9]{5,9}$'),
  currency public.currency not null default 'CHF',
  opened_at timestamptz not null,
  opened_by uuid not null,
  opening_float public.rappen not null check (opening_float >= 0),
  closed_at timestamptz,
  closed_by uuid,
  counted jsonb,
  counted_total public.rappen check (counted_total >= 0),
  expected public.rappen,
  difference_reason public.long_text not null default '',
  to_bank public.rappen check (to_bank >= 0),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint cash_session_numbers_are_unique unique (number, company_id),
  constraint cash_sessions_close_whole check (
    num_nonnulls(closed_at, closed_by, counted, counted_total, expected, to_bank) in (0, 6)),
  constraint no_more_to_the_bank_than_counted check (to_bank <= counted_total),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, opened_by) references public.users (company_id, id),
  foreign key (company_id, closed_by) references public.users (company_id, id)
);
comment on table public.cash_sessions is 'A drawer from opening to close. Frozen once closed.';
comment on column public.cash_sessions.counted is 'By coin and note, in Rappen: {"2000": 3}.';
create unique index one_open_session_per_drawer on public.cash_sessions (counter_id, currency) where closed_at is null;
create index cash_sessions_by_counter on public.cash_sessions (counter_id, opened_at);

create table public.cash_movements (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  session_id uuid not null,
  kind public.cash_movement_kind not null,
  amount public.rappen not null constraint cash_movements_are_positive check (amount > 0),
  payment_id uuid,
  deposit_id uuid,
  reason public.short_text not null default '',
  moved_at timestamptz not null,
  clerk_id uuid not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint cash_has_a_cause check (
    case kind when 'payment' then payment_id is not null when 'refund' then payment_id is not null
      when 'deposit_in' then deposit_id is not null when 'deposit_out' then deposit_id is not null
      else reason <> '' end),
  foreign key (company_id, session_id) references public.cash_sessions (company_id, id),
  foreign key (company_id, payment_id) references public.payments (company_id, id),
  foreign key (company_id, deposit_id) references public.deposits (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id)
);
comment on table public.cash_movements is 'What went into a drawer or out of it. Append-only; the kind says the direction, the amount is positive.';
create index cash_movements_by_session on public.cash_movements (session_id);
create index cash_movements_by_payment on public.cash_movements (payment_id);
create index cash_movements_by_deposit on public.cash_movements (deposit_id);

alter table public.invoices
  add column kind public.invoice_kind not null default 'invoice',
  add column corrects_id uuid,
  add column vat jsonb,
  alter column reference drop not null,
  add constraint credit_notes_correct_an_invoice check ((kind = 'credit_note') = (corrects_id is not null)),
  add constraint invoices_have_a_reference check (kind = 'credit_note' or reference is not null),
  add constraint corrected_invoices_are_of_the_company foreign key (company_id, corrects_id)
    references public.invoices (company_id, id);
create index invoices_by_correction on public.invoices (corrects_id);
comment on column public.invoices.corrects_id is 'Of a credit note: the invoice it takes back, whole or in part. Its amounts are positive.';
comment on column public.invoices.vat is 'By rate, as printed; null where it is computed from the lines.';

create table public.reminders (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  invoice_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  step integer not null check (step between 1 and 3),
  fee public.rappen not null default 0 check (fee >= 0),
  open_amount public.rappen not null check (open_amount > 0),
  reminded_on date not null,
  pay_until date not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint reminders_go_step_by_step unique (invoice_id, step),
  constraint reminders_give_time check (pay_until >= reminded_on),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id)
);
comment on table public.reminders is 'The first, second and third time somebody is asked to pay. Facts: written once.';
create index reminders_by_invoice on public.reminders (invoice_id);

create table public.fines (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  number text not null check (number ~ '^[A-Z]{3}-[A-Z]-[0-9]{2}-B[0-9]{5,9}$'),
  status public.fine_status not null default 'received',
  authority jsonb not null,
  authority_reference public.short_text not null,
  plate public.short_text not null,
  offence_at timestamptz not null,
  place public.short_text not null default '',
  offence public.short_text not null default '',
  received_on date not null,
  vehicle_id uuid,
  contract_id uuid,
  driver_name public.short_text not null default '',
  named_on date,
  invoice_id uuid,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint fine_numbers_are_unique unique (number, company_id),
  constraint named_drivers_have_a_contract check (named_on is null or (contract_id is not null and driver_name <> '')),
  constraint fines_come_after_the_offence check (received_on >= (offence_at at time zone 'Europe/Zurich')::date),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on table public.fines is 'A fine by plate and time, the rental it fell into, and whom the company named.';
comment on column public.fines.authority is 'Name and address, as in the letter.';
create index fines_by_contract on public.fines (contract_id);
create index fines_by_vehicle on public.fines (vehicle_id);
create index fines_by_invoice on public.fines (invoice_id);
create index fines_by_status on public.fines (status);

create table public.bank_imports (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  clerk_id uuid not null,
  file_name public.short_text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  message_kind text not null check (message_kind in ('camt.053', 'camt.054')),
  message_id public.short_text not null default '',
  entries integer not null check (entries >= 0),
  imported_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint bank_files_are_imported_once unique (sha256, company_id),
  foreign key (company_id, clerk_id) references public.users (company_id, id)
);
comment on table public.bank_imports is 'Bank files that were read: which, by whom, when.';

create table public.bank_entries (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  import_id uuid not null,
  -- Of the account and the bank's own reference; two files that overlap book an entry once.
  dedupe_key text not null check (char_length(dedupe_key) between 8 and 200),
  account text not null check (account ~ '^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$'),
  booked_on date not null,
  currency public.currency not null,
  amount public.rappen not null check (amount <> 0),
  reference public.short_text not null default '',
  debtor_name public.short_text not null default '',
  text public.short_text not null default '',
  outcome public.bank_entry_outcome not null default 'open',
  invoice_id uuid,
  payment_id uuid,
  note public.short_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint bank_entries_are_booked_once unique (dedupe_key, company_id),
  constraint matched_entries_have_an_invoice check ((outcome = 'matched') = (invoice_id is not null)),
  foreign key (company_id, import_id) references public.bank_imports (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id),
  foreign key (company_id, payment_id) references public.payments (company_id, id)
);
comment on table public.bank_entries is 'What the bank says came in or went back: matched with an invoice, ignored, or still open.';
comment on column public.bank_entries.amount is 'Positive came in; negative is a reversal.';
create index bank_entries_by_import on public.bank_entries (import_id);
create index bank_entries_by_invoice on public.bank_entries (invoice_id);
create index bank_entries_by_payment on public.bank_entries (payment_id);
create index bank_entries_by_outcome on public.bank_entries (outcome) where outcome in ('open', 'suspected');
