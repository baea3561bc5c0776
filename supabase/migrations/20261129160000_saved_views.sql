-- The views of lists that a clerk named: theirs alone, at every counter they work at.

create table public.saved_views (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  user_id uuid not null,
  list text not null check (list ~ '^[a-z_]{1,30}$'),
  name text not null check (char_length(name) between 1 and 60 and name = btrim(name)),
  search jsonb not null check (jsonb_typeof(search) = 'object' and octet_length(search::text) <= 2000),
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, user_id) references public.users (company_id, id)
);
comment on table public.saved_views is
  'Filters of a list under a name, each of one person. Two of one name, made at two counters without a line, both stay: nothing is lost, and either can be renamed.';
comment on column public.saved_views.id is 'Chosen by the client.';
comment on column public.saved_views.company_id is 'The tenant.';
comment on column public.saved_views.user_id is 'Whose it is; nobody else reads or writes it.';
comment on column public.saved_views.list is 'The list that it is of, as the app names it.';
comment on column public.saved_views.name is 'As the clerk calls it.';
comment on column public.saved_views.search is 'What of the list is shown: its search parameters. Read by the app alone, which takes defaults for what it does not know.';
comment on column public.saved_views.created_at is 'When the row was written.';
create index saved_views_by_user on public.saved_views (user_id, list);
comment on index public.saved_views_by_user is 'Serves the views of a clerk, and those of one list.';

alter table public.saved_views enable row level security;
grant all on public.saved_views to service_role;
grant select, delete, insert (id, company_id, user_id, list, name, search, created_at), update (name, search)
  on public.saved_views to authenticated;
create policy "people read their own" on public.saved_views for select to authenticated
  using (company_id = (select private.my_company()) and user_id = (select auth.uid()));
create policy "may_write adds" on public.saved_views for insert to authenticated
  with check (company_id = (select private.company_id()) and (select private.may_write()) and user_id = (select auth.uid()));
create policy "may_write changes" on public.saved_views for update to authenticated
  using (company_id = (select private.company_id()) and (select private.may_write()) and user_id = (select auth.uid()))
  with check (company_id = (select private.company_id()) and (select private.may_write()) and user_id = (select auth.uid()));
create policy "may_write removes" on public.saved_views for delete to authenticated
  using (company_id = (select private.company_id()) and (select private.may_write()) and user_id = (select auth.uid()));

insert into private.synced_tables (name) values ('saved_views');
alter publication powersync add table public.saved_views;
