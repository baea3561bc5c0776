-- Who is who: companies (the tenants), their branches, people and counters; and what a token says about its bearer.

create schema if not exists private;
comment on schema private is 'Server-side helpers. Not exposed by the API; nothing here is callable as an RPC.';
revoke all on schema private from public;
grant usage on schema private to authenticated, service_role;

create domain public.rappen as bigint check (value between -9007199254740991 and 9007199254740991);
comment on domain public.rappen is 'An amount in Rappen (or euro cents); always within what a double holds exactly.';
create domain public.basis_points as integer check (value between 0 and 10000);
comment on domain public.basis_points is 'A rate in hundredths of a percent: 8.1 % is 810.';
create domain public.kilometres as integer check (value between 0 and 9999999);
create domain public.short_text as text check (char_length(value) <= 200);
create domain public.long_text as text check (char_length(value) <= 10000);

create type public.user_role as enum ('owner', 'manager', 'staff', 'viewer');
create type public.language as enum ('de', 'fr', 'it', 'en');
create type public.currency as enum ('CHF', 'EUR');

create table public.companies (
  id uuid primary key,
  name public.short_text not null,
  street public.short_text not null,
  building_number public.short_text not null default '',
  postal_code public.short_text not null,
  town public.short_text not null,
  country text not null default 'CH' check (country ~ '^[A-Z]{2}$'),
  phone public.short_text not null default '',
  email public.short_text not null default '',
  website public.short_text not null default '',
  uid public.short_text not null,
  vat_registered boolean not null default true,
  iban text not null check (iban ~ '^(CH|LI)[0-9]{2}[0-9A-Z]{17}$'),
  qr_iban text check (qr_iban ~ '^(CH|LI)[0-9]{2}3[01][0-9]{3}[0-9A-Z]{12}$'),
  qr_bank_prefix text not null default '' check (qr_bank_prefix ~ '^[0-9]{0,6}$'),
  payment_days integer not null default 30 check (payment_days between 0 and 365),
  terms public.long_text not null default '',
  accent_colour text not null default '#ffd000' check (accent_colour ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now()
);
comment on table public.companies is 'The tenants. Every other row belongs to exactly one of them.';

create table public.branches (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  code text not null check (code ~ '^[A-Z]{3}$'),
  name public.short_text not null,
  street public.short_text not null,
  building_number public.short_text not null default '',
  postal_code public.short_text not null,
  town public.short_text not null,
  phone public.short_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (company_id, code)
);
comment on table public.branches is 'Where cars are handed over. The code opens every contract number of the branch.';

create table public.users (
  id uuid primary key references auth.users (id),
  company_id uuid not null references public.companies (id),
  branch_id uuid,
  role public.user_role not null,
  display_name public.short_text not null,
  language public.language not null default 'de',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, branch_id) references public.branches (company_id, id)
);
comment on table public.users is 'The people of a company and what they may do. Suspended people are inactive, never deleted.';

create table public.counters (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  branch_id uuid not null,
  letter text not null check (letter ~ '^[A-Z]$'),
  -- Part of every QR reference of the counter, so unique within the company and never given to another.
  reference_no integer not null check (reference_no between 1 and 9999),
  name public.short_text not null,
  device_id uuid,
  claimed_at timestamptz,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  unique (branch_id, letter),
  unique (company_id, reference_no),
  foreign key (company_id, branch_id) references public.branches (company_id, id)
);
comment on table public.counters is 'Counter PCs. Each numbers its own contracts, so only one machine at a time may be a counter (claim_counter).';

-- Who is asking. Every policy wraps these in a sub-select, so that Postgres asks once a statement, not once a row; they
-- are in plpgsql, because a function in SQL that cannot be inlined is parsed and planned anew by every statement.
create function private.company_id() returns uuid
language plpgsql stable set search_path = ''
as $$ begin return nullif(auth.jwt() ->> 'company_id', '')::uuid; end $$;
comment on function private.company_id() is 'The tenant, as the token says it. The access token hook took it from public.users.';

-- Looked up, not read from the token: who was suspended or demoted could otherwise go on writing, and undo it, until the
-- token ends. Definer, because everybody may know what they themselves are.
create function private.role_now() returns public.user_role
language plpgsql stable security definer set search_path = ''
as $$
declare
  found_role public.user_role;
begin
  select u.role into found_role from public.users u
    where u.id = auth.uid() and u.company_id = private.company_id() and u.is_active;
  return found_role;
end $$;
comment on function private.role_now() is 'What the person of the token may do now; null for somebody unknown or suspended.';

create function private.may_write() returns boolean
language plpgsql stable set search_path = ''
as $$ begin return coalesce(private.role_now() in ('owner', 'manager', 'staff'), false); end $$;
comment on function private.may_write() is 'Whether this person does the daily work: everybody but viewers.';

create function private.may_manage() returns boolean
language plpgsql stable set search_path = ''
as $$ begin return coalesce(private.role_now() in ('owner', 'manager'), false); end $$;
comment on function private.may_manage() is 'Whether this person looks after fleet and prices.';

create function private.is_owner() returns boolean
language plpgsql stable set search_path = ''
as $$ begin return coalesce(private.role_now() = 'owner', false); end $$;
comment on function private.is_owner() is 'Whether this person looks after the company, its people and its counters.';

grant execute on function private.company_id(), private.role_now(), private.may_write(), private.may_manage(),
  private.is_owner() to authenticated, service_role;

-- A business rule that says no. apply_changes turns it into a refusal with this code; anything else that goes wrong
-- is either a constraint (also a refusal) or an outage (never a refusal).
create function private.refuse(code text, message text) returns void
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'RF000', message = message, detail = code;
end $$;
comment on function private.refuse(text, text) is 'Raises a refusal with a code that counters know and a sentence for support.';
grant execute on function private.refuse(text, text) to authenticated, service_role;
