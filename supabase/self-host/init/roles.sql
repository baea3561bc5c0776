-- Runs once, when the volume of the database is empty, as its superuser. The image has made Supabase's roles; they get the
-- password of .env. PowerSync gets a role that reads the log and the published tables, and a database of its own for what it
-- keeps: the one thing that no migration may do on supabase.com either.
\set password `echo "$POSTGRES_PASSWORD"`
\set sync_password `echo "$POWERSYNC_PASSWORD"`

alter user authenticator with password :'password';
alter user supabase_auth_admin with password :'password';
alter user supabase_storage_admin with password :'password';

create role powersync_role login replication bypassrls password :'sync_password';
grant usage on schema public to powersync_role;
alter default privileges for role postgres in schema public grant select on tables to powersync_role;

create role powersync_storage login password :'sync_password';
create database powersync owner powersync_storage;
