-- What a company sends, which version its counters run, what looked suspicious, and how much its tier allows.

create type public.message_channel as enum ('email', 'sms');
create type public.message_status as enum ('queued', 'sending', 'sent', 'failed');
create type public.release_channel as enum ('stable', 'early');
create type public.security_event_kind as enum ('auth_failure', 'suspicious_access', 'admin_action', 'data_breach');

create table public.messages (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  counter_id uuid not null,
  clerk_id uuid not null,
  channel public.message_channel not null,
  template text not null check (template ~ '^[a-z_]{1,60}$'),
  language public.language not null,
  recipient public.short_text not null check (recipient <> ''),
  customer_id uuid,
  document_id uuid,
  fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  queued_at timestamptz not null,
  status public.message_status not null default 'queued',
  attempts integer not null default 0 check (attempts between 0 and 100),
  provider_reference public.short_text not null default '',
  error public.short_text not null default '',
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint sent_messages_have_a_moment check ((status = 'sent') = (sent_at is not null)),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, clerk_id) references public.users (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, document_id) references public.documents (company_id, id)
);
comment on table public.messages is 'The outbox: a counter queues, also without a line; the server sends each once.';
comment on column public.messages.fields is 'What the template asks for.';
create index messages_by_customer on public.messages (customer_id);
create index messages_by_document on public.messages (document_id);
create index messages_to_send on public.messages (queued_at) where status in ('queued', 'sending');

create table public.release_policies (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  channel public.release_channel not null,
  version text not null check (version ~ '^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$'),
  minimum_version text not null default '0.0.0' check (minimum_version ~ '^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$'),
  rollout_percent integer not null default 0 check (rollout_percent between 0 and 100),
  is_held boolean not null default false,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint channels_have_one_policy unique (channel, company_id)
);
comment on table public.release_policies is 'Which version the counters of a company run: to how many it is rolled out, whether it is held, and which is the oldest that may write.';

alter table public.counters
  add column channel public.release_channel not null default 'stable',
  add column app_version text not null default '' check (app_version = '' or app_version ~ '^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$'),
  add column public_key text check (public_key ~ '^[0-9a-f]{64}$'),
  add column last_seen_at timestamptz;
comment on column public.counters.channel is 'Which releases it takes.';
comment on column public.counters.app_version is 'What it ran when it last spoke with the server.';
comment on column public.counters.public_key is 'Ed25519, hexadecimal: checks the links of its audit chain. Set when a machine claims the counter.';
comment on column public.counters.last_seen_at is 'When it last spoke with the server.';

create table private.tier_limits (
  tier public.tier primary key,
  branches integer not null,
  counters integer not null,
  vehicles integer not null,
  people integer not null
);
comment on table private.tier_limits is 'How much a tier allows. Changed by migrations only.';
insert into private.tier_limits (tier, branches, counters, vehicles, people) values
  ('starter', 1, 2, 40, 5),
  ('professional', 5, 20, 400, 50),
  ('business', 40, 200, 6000, 800),
  ('enterprise', 1000, 5000, 100000, 20000);

create function private.guard_tier() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  company uuid;
  allowed integer;
  present integer;
begin
  for company in select distinct company_id from added order by company_id loop
    -- One at a time per company: two that add the last one at once would otherwise both be the last.
    perform pg_advisory_xact_lock(hashtextextended(company::text || tg_table_name, 2));
    select (to_jsonb(l) ->> tg_argv[0])::integer into allowed
      from private.tier_limits l join public.companies c on c.tier = l.tier where c.id = company;
    execute format('select count(*) from public.%I where company_id = $1', tg_table_name) into present using company;
    if present > allowed then
      perform private.refuse('tier_limit', format('This tier allows %s %s; please choose a larger one.', allowed, tg_argv[0]));
    end if;
  end loop;
  return null;
end $$;
comment on function private.guard_tier() is 'Refuses what goes beyond the tier of the company. Takes the column of tier_limits.';
create trigger guard_tier after insert on public.branches referencing new table as added
  for each statement execute function private.guard_tier('branches');
create trigger guard_tier after insert on public.counters referencing new table as added
  for each statement execute function private.guard_tier('counters');
create trigger guard_tier after insert on public.vehicles referencing new table as added
  for each statement execute function private.guard_tier('vehicles');
create trigger guard_tier after insert on public.users referencing new table as added
  for each statement execute function private.guard_tier('people');

create table private.security_events (
  id uuid not null default gen_random_uuid(),
  company_id uuid,
  user_id uuid,
  kind public.security_event_kind not null,
  code text not null check (code ~ '^[a-z_]{1,60}$'),
  details jsonb not null default '{}',
  occurred_at timestamptz not null default now(),
  primary key (id, occurred_at)
) partition by range (occurred_at);
comment on table private.security_events is 'What looked like an attack or changed who may do what. By month; kept 90 days.';
create index security_events_by_company on private.security_events (company_id, occurred_at);
