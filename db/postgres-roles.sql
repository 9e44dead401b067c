-- Makes the roles and the database, once, as an administrator of the server:
--
--   psql -v database=imago -v owner_password=… -v app_password=… -f db/postgres-roles.sql
--
-- imago_owner  owns the tables and runs migrations (DATABASE_OWNER_URL)
-- imago        what the running program signs in as (DATABASE_URL); it may become:
-- imago_scope  whose rights end at one workspace, by row-level security
\set ON_ERROR_STOP on
select 'create role imago_scope nologin nobypassrls'
where not exists (select from pg_roles where rolname = 'imago_scope') \gexec
select 'create role imago_owner login nobypassrls'
where not exists (select from pg_roles where rolname = 'imago_owner') \gexec
select 'create role imago login noinherit nobypassrls in role imago_scope'
where not exists (select from pg_roles where rolname = 'imago') \gexec
alter role imago_owner password :'owner_password';
alter role imago password :'app_password';
select format('create database %I owner imago_owner template template0 encoding %L', :'database', 'UTF8')
where not exists (select from pg_database where datname = :'database') \gexec
