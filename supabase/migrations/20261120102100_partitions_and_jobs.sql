-- Tables by month, made ahead and dropped when they are due; and the jobs of every night.

create table private.partitioned_tables (
  name text primary key check (name ~ '^[a-z_]{1,40}$'),
  moment text not null,
  kept_for interval,
  is_sealed boolean not null default false
);
comment on table private.partitioned_tables is 'The tables by month in this schema, and how long their rows are kept.';
comment on column private.partitioned_tables.name is 'The table.';
comment on column private.partitioned_tables.moment is 'The column of the moment that decides.';
comment on column private.partitioned_tables.kept_for is 'Null is for good.';
comment on column private.partitioned_tables.is_sealed is 'Its rows never change: each partition is kept from being emptied, too, which no trigger of the whole does.';

create table private.logs (
  id uuid not null default gen_random_uuid(),
  logged_at timestamptz not null default now(),
  level text not null check (level in ('info', 'warning', 'error')),
  source text not null check (source ~ '^[a-z_.-]{1,60}$'),
  message text not null check (char_length(message) <= 2000),
  trace_id text,
  company_id uuid,
  details jsonb not null default '{}' check (octet_length(details::text) <= 8000),
  primary key (id, logged_at)
) partition by range (logged_at);
comment on table private.logs is 'What jobs and functions have to say. Without personal data. By month; kept 30 days.';
comment on column private.logs.id is 'Identity.';
comment on column private.logs.logged_at is 'When.';
comment on column private.logs.level is 'error is for somebody to look at.';
comment on column private.logs.source is 'Which job or function.';
comment on column private.logs.message is 'A sentence without names, addresses or numbers of people.';
comment on column private.logs.trace_id is 'The same in the logs of whoever called.';
comment on column private.logs.company_id is 'The tenant, where it is about one.';
comment on column private.logs.details is 'Facts for a machine: counts, codes, durations.';
create table private.logs_default partition of private.logs default;
comment on table private.logs_default is 'Takes what has no partition of its month yet.';

create table private.analytics_events (
  id uuid not null default gen_random_uuid(),
  occurred_at timestamptz not null default now(),
  company_id uuid not null,
  counter_id uuid,
  name text not null check (name ~ '^[a-z_.]{1,60}$'),
  amount bigint not null default 1,
  primary key (id, occurred_at)
) partition by range (occurred_at);
comment on table private.analytics_events is 'How the product is used: counts and durations, never about a renter or a clerk. By month; kept 90 days.';
comment on column private.analytics_events.id is 'Identity.';
comment on column private.analytics_events.occurred_at is 'When.';
comment on column private.analytics_events.company_id is 'The tenant.';
comment on column private.analytics_events.counter_id is 'The counter, where it was one.';
comment on column private.analytics_events.name is 'What was counted or measured.';
comment on column private.analytics_events.amount is 'How many, or how many milliseconds.';
create table private.analytics_events_default partition of private.analytics_events default;
comment on table private.analytics_events_default is 'Takes what has no partition of its month yet.';
grant insert on private.logs, private.analytics_events to service_role;

insert into private.partitioned_tables (name, moment, kept_for, is_sealed) values
  ('audit_receipts', 'received_at', null, true),
  ('security_events', 'occurred_at', interval '90 days', false),
  ('logs', 'logged_at', interval '30 days', false),
  ('analytics_events', 'occurred_at', interval '90 days', false);
create trigger guard_sealed_whole before truncate on private.audit_receipts_default
  for each statement execute function private.guard_sealed();

create function private.make_partitions(months_ahead integer default 3, at timestamptz default now()) returns integer
language plpgsql set search_path = ''
as $$
declare
  wanted record;
  made integer := 0;
begin
  for wanted in
    select t.name, t.moment, t.is_sealed, format('%s_%s', t.name, to_char(m.month, 'YYYY_MM')) as partition,
      m.month at time zone 'UTC' as from_moment, (m.month + interval '1 month') at time zone 'UTC' as to_moment
    from private.partitioned_tables t
    cross join lateral (
      select date_trunc('month', at at time zone 'UTC') + make_interval(months => n) as month
      from generate_series(0, greatest(months_ahead, 0)) n
    ) m
    order by 1, 3
  loop
    continue when to_regclass(format('private.%I', wanted.partition)) is not null;
    execute format('create table private.%I (like private.%I including defaults including constraints)', wanted.partition, wanted.name);
    execute format('comment on table private.%I is %L', wanted.partition, format('%s of one month.', wanted.name));
    -- Where the job did not run in time, the rows of the month wait in the default partition. A sealed one is opened for it by
    -- its owner, inside this transaction alone.
    execute format('alter table private.%I disable trigger user', wanted.name || '_default');
    execute format('with moved as (delete from private.%1$I where %2$I >= %3$L and %2$I < %4$L returning *) insert into private.%5$I select * from moved',
      wanted.name || '_default', wanted.moment, wanted.from_moment, wanted.to_moment, wanted.partition);
    execute format('alter table private.%I enable trigger user', wanted.name || '_default');
    execute format('alter table private.%I attach partition private.%I for values from (%L) to (%L)', wanted.name, wanted.partition,
      wanted.from_moment, wanted.to_moment);
    if wanted.is_sealed then
      execute format('create trigger guard_sealed_whole before truncate on private.%I for each statement execute function private.guard_sealed()',
        wanted.partition);
    end if;
    made := made + 1;
  end loop;
  return made;
end $$;
comment on function private.make_partitions(integer, timestamptz) is
  'Makes the partitions of this month and so many more, and moves in what waits for them. Returns how many it made.';

create function private.drop_expired_partitions(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  expired record;
  rows_gone bigint;
  total bigint := 0;
begin
  for expired in
    select t.name, t.moment, at - t.kept_for as before, p.relname as partition,
      case when p.relname ~ '_[0-9]{4}_[0-9]{2}$' then (to_date(right(p.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' end as ends
    from private.partitioned_tables t
    join pg_catalog.pg_inherits i on i.inhparent = format('private.%I', t.name)::regclass
    join pg_catalog.pg_class p on p.oid = i.inhrelid
    where t.kept_for is not null
  loop
    if expired.ends <= expired.before then
      execute format('select count(*) from private.%I', expired.partition) into rows_gone;
      execute format('drop table private.%I', expired.partition);
    else
      execute format('delete from private.%I where %I < $1', expired.partition, expired.moment) using expired.before;
      get diagnostics rows_gone = row_count;
    end if;
    total := total + rows_gone;
  end loop;
  return total;
end $$;
comment on function private.drop_expired_partitions(timestamptz) is
  'Drops the months that are past their keeping, and the rows of those that are so in part. Returns how many rows went.';

create index applied_transactions_by_age on private.applied_transactions using brin (applied_at);
comment on index private.applied_transactions_by_age is 'Serves prune_applied_transactions: old ones lie together.';

create function private.prune_applied_transactions(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  rows_gone bigint;
begin
  -- As long as check_moment takes a fact: whoever was offline for a year must not do anything twice.
  delete from private.applied_transactions where applied_at < at - interval '400 days';
  get diagnostics rows_gone = row_count;
  return rows_gone;
end $$;
comment on function private.prune_applied_transactions(timestamptz) is
  'Forgets what became of transactions that are older than any fact the server still takes. Returns how many.';

-- A session stays as long as Auth knows it: one that was ended with its counter must stay ended.
create function private.prune_counter_sessions(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  rows_gone bigint;
begin
  delete from private.counter_sessions s
    where s.seen_at < at - interval '30 days' and not exists (select from auth.sessions a where a.id = s.session_id);
  get diagnostics rows_gone = row_count;
  return rows_gone;
end $$;
comment on function private.prune_counter_sessions(timestamptz) is 'Forgets sessions that Auth has forgotten. Returns how many.';

create table private.jobs (
  name text primary key check (name ~ '^[a-z_]{1,60}$'),
  position integer not null unique
);
comment on table private.jobs is 'What runs every night, in this order: functions of this schema that take the moment and return how many rows they met.';
comment on column private.jobs.name is 'The function.';
comment on column private.jobs.position is 'The order.';
insert into private.jobs (name, position) values
  ('make_next_partitions', 1), ('drop_expired_partitions', 2), ('prune_applied_transactions', 3), ('prune_counter_sessions', 4);

create function private.make_next_partitions(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$ begin return private.make_partitions(3, at); end $$;
comment on function private.make_next_partitions(timestamptz) is 'Makes the partitions of this month and the next three.';

create function private.run_jobs(at timestamptz default now())
returns table (job text, outcome text, met bigint, took_ms bigint)
language plpgsql set search_path = ''
as $$
declare
  next_job record;
  began timestamptz;
begin
  for next_job in select j.name from private.jobs j order by j.position loop
    job := next_job.name;
    began := clock_timestamp();
    met := null;
    begin
      execute format('select private.%I($1)', job) into met using at;
      outcome := 'done';
    exception when others then
      -- One that fails does not keep the others from running. The code, not the message: that may name somebody.
      outcome := sqlstate;
    end;
    took_ms := extract(milliseconds from clock_timestamp() - began);
    insert into private.logs (level, source, message, details)
    values (case outcome when 'done' then 'info' else 'error' end, 'jobs.' || job,
      case outcome when 'done' then 'The job ran.' else 'The job failed.' end,
      jsonb_build_object('outcome', outcome, 'met', met, 'took_ms', took_ms));
    return next;
  end loop;
end $$;
comment on function private.run_jobs(timestamptz) is
  'Runs every job of private.jobs, each by itself, and logs how it went. Called by pg_cron at night.';

create function private.schedule_jobs() returns boolean
language plpgsql set search_path = ''
as $$
begin
  if not exists (select from pg_catalog.pg_extension where extname = 'pg_cron') then
    return false;
  end if;
  -- Named, so that scheduling again replaces it. 02:17 UTC: no counter is open.
  execute $cron$ select cron.schedule('schalter-jobs', '17 2 * * *', 'select private.run_jobs()') $cron$;
  return true;
end $$;
comment on function private.schedule_jobs() is
  'Schedules run_jobs where pg_cron is installed; false where not: then `npm run deploy -- --check` says so, and something else must call it.';

do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
  end if;
  perform private.make_partitions();
  perform private.schedule_jobs();
end $$;

revoke execute on all functions in schema private from public;
