-- Invoices, payments, the papers made of them, and what the server has to say about all of it.

create type public.payment_kind as enum ('payment', 'refund', 'deposit', 'deposit_release');
create type public.payment_method as enum ('cash', 'card', 'twint', 'bank');
create type public.document_kind as enum ('contract', 'invoice');
create type public.conflict_kind as enum ('double_check_out', 'odometer_back');

create table public.invoices (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  contract_id uuid,
  customer_id uuid not null,
  number text not null check (number ~ '^[A-Z]{3}-[A-Z]-[0-9]{2}-R[0-9]{5,9}$'),
  -- Name and address as billed.
  recipient jsonb not null,
  currency public.currency not null default 'CHF',
  issued_on date not null,
  due_on date not null,
  service_from date not null,
  service_to date not null,
  total public.rappen not null check (total >= 0),
  vat_total public.rappen not null check (vat_total >= 0),
  reference text not null check (reference ~ '^([0-9]{27}|RF[0-9]{2}[0-9A-Z]{1,21})$'),
  language public.language not null default 'de',
  issued_at timestamptz,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint invoice_numbers_are_unique unique (number, company_id),
  constraint invoice_references_are_unique unique (reference, company_id),
  check (service_from <= service_to and issued_on <= due_on),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
comment on table public.invoices is 'Bills. Frozen once issued; corrected by further rows, never changed or deleted.';
create index invoices_by_contract on public.invoices (contract_id);
create index invoices_by_customer on public.invoices (customer_id);

create table public.invoice_lines (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  invoice_id uuid not null,
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
  unique (invoice_id, position),
  constraint invoice_lines_multiply check (amount = quantity * unit_price),
  constraint only_discounts_are_negative check (kind = 'discount' or amount >= 0),
  constraint damages_carry_no_vat check (kind <> 'damage' or (vat_kind = 'none' and vat_rate = 0)),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on table public.invoice_lines is 'What is billed. The lines add up to the total of the invoice.';
create index invoice_lines_by_invoice on public.invoice_lines (invoice_id);

create table public.payments (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  counter_id uuid not null,
  clerk_id uuid not null,
  contract_id uuid,
  invoice_id uuid,
  kind public.payment_kind not null,
  method public.payment_method not null,
  currency public.currency not null default 'CHF',
  amount public.rappen not null constraint payments_are_positive check (amount > 0),
  paid_at timestamptz not null,
  reference public.short_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint payments_are_for_something check (contract_id is not null or invoice_id is not null),
  foreign key (company_id, branch_id) references public.branches (company_id, id),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on table public.payments is 'Money that changed hands. Facts: append-only; the kind says the direction, the amount is always positive.';
create index payments_by_contract on public.payments (contract_id);
create index payments_by_invoice on public.payments (invoice_id);

create table public.documents (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  counter_id uuid not null,
  contract_id uuid,
  invoice_id uuid,
  kind public.document_kind not null,
  language public.language not null,
  bucket text not null default 'contract-pdfs' check (bucket = 'contract-pdfs'),
  path text not null,
  mime text not null default 'application/pdf' check (mime = 'application/pdf'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer not null check (size_bytes between 1 and 52428800),
  made_at timestamptz not null,
  stored_at timestamptz,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint documents_lie_in_their_company check (path = company_id::text || '/' || id::text || '.pdf'),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on table public.documents is 'The papers: which file, with which SHA-256. stored_at is set when the file has reached Storage.';
create index documents_by_contract on public.documents (contract_id);
create index documents_by_invoice on public.documents (invoice_id);

create table public.refused_changes (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies (id),
  counter_id uuid not null,
  user_id uuid not null,
  client_id text not null,
  tx_id bigint not null,
  code text not null,
  message text not null,
  -- What the counter receives: the payload, with values over 10 kB replaced by {"omitted_bytes": n}.
  payload jsonb not null,
  -- The whole payload where the above is shortened. Kept here, not sent back to every counter.
  whole_payload jsonb,
  refused_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid,
  settled_note public.long_text,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  -- Somebody of the company settles it: whoever was at the counter, not always whose session uploads it.
  constraint refusals_are_settled_by_somebody check ((settled_at is null) = (settled_by is null)
    and (settled_at is not null or settled_note is null)),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, user_id) references public.users (company_id, id),
  foreign key (company_id, settled_by) references public.users (company_id, id)
);
comment on column public.refused_changes.whole_payload is '@server-only: the whole payload where payload is shortened.';
comment on table public.refused_changes is 'What the server did not accept, whole, until a person settles it. Written by apply_changes only.';

create table public.conflicts (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies (id),
  kind public.conflict_kind not null,
  vehicle_id uuid not null,
  contract_id uuid not null,
  other_contract_id uuid,
  details jsonb not null default '{}',
  raised_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid,
  settled_reason public.long_text,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique nulls not distinct (contract_id, other_contract_id, kind),
  constraint conflicts_are_settled_by_somebody check ((settled_at is null) = (settled_by is null)
    and (settled_at is not null or settled_reason is null)),
  foreign key (company_id, settled_by) references public.users (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, other_contract_id) references public.contracts (company_id, id)
);
create index conflicts_by_other_contract on public.conflicts (other_contract_id);
create index conflicts_by_vehicle on public.conflicts (vehicle_id);
comment on table public.conflicts is 'Facts that contradict each other. Both stand; people settle it. Raised by triggers only.';

create table public.audit_events (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  counter_id uuid not null,
  user_id uuid not null,
  sequence bigint not null check (sequence >= 1),
  kind text not null check (kind ~ '^[a-z_]{1,50}\.[a-z_]{1,50}$'),
  subject_id uuid not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (counter_id, sequence),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, user_id) references public.users (company_id, id)
);
comment on table public.audit_events is 'A hash chain per counter over what must never change unseen. Append-only; received_at is the server''s clock.';
comment on index public.audit_events_counter_id_sequence_key is
  '@replica: the last link of this counter is looked up with every signature.';
