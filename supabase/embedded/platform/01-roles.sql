-- What every Supabase project brings by itself, part 1: roles.
--
-- Runs once, as the cluster's superuser `supabase_admin`, before the migrations. The migrations then run as `postgres`,
-- which is NOT a superuser, exactly as on a hosted project: what needs more rights fails here too.

create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit;
grant anon, authenticated, service_role to authenticator;

create role supabase_auth_admin login noinherit createrole;
create role supabase_storage_admin login noinherit;
grant authenticator to supabase_storage_admin;

create role postgres login createdb createrole replication bypassrls;
grant anon, authenticated, service_role to postgres with admin option;
grant pg_monitor, pg_read_all_data to postgres;
-- On a hosted project an extension (supautils) lets `postgres` write policies on storage.objects; here membership does.
grant supabase_storage_admin to postgres;

-- Bulk loading past triggers, which the owner of a hosted project may do too.
grant set on parameter session_replication_role to postgres;

-- The limits a hosted project sets: a request that takes longer is cancelled (and answered with a 5xx, never a 4xx).
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role authenticator set idle_in_transaction_session_timeout = '60s';

-- Reads the replication slot and takes the first snapshot, as the PowerSync documentation sets it up.
create role powersync_role login replication bypassrls;

alter database postgres owner to postgres;
alter schema public owner to postgres;
grant usage on schema public to anon, authenticated, service_role, powersync_role, supabase_auth_admin;
-- New projects grant nothing on new tables: every grant is written in the migrations.
alter default privileges for role postgres in schema public grant select on tables to powersync_role;

alter role supabase_auth_admin set search_path = auth;
alter role supabase_storage_admin set search_path = storage;
alter database postgres set search_path = "$user", public, extensions;
alter database postgres set timezone = 'UTC';

create schema extensions authorization postgres;
grant usage on schema extensions to public;
create extension pgcrypto with schema extensions;
create extension "uuid-ossp" with schema extensions;
create extension pg_stat_statements with schema extensions;
