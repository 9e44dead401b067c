-- Which process does a job, so that another takes it over at once when that one is gone.
alter table jobs add column leased_by text;

-- Counted tries, where several processes count together; `key` is a hash.
create table tries (
  key text not null primary key,
  used integer not null,
  until text not null
);

-- only postgres
-- Text search, the PostgreSQL body. `entry` is the order in which people were added; the index joins
-- workspace and trigrams, so that a search costs what one address book holds.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create table people_search (
  workspace_id text collate "C" not null references workspaces (id) on delete cascade,
  entry bigint not null generated always as identity,
  person_id text collate "C" not null,
  words text collate "C" not null,
  primary key (workspace_id, entry)
);
create index people_search_by_person on people_search (workspace_id, person_id);
create index people_search_words on people_search using gin (workspace_id, words gin_trgm_ops);

-- Beneath a policy no index answers `like`, since it might tell about rows that the policy hides. So
-- these run as the owner, whose policy is open, and hold themselves to the transaction's workspace;
-- they take patterns, never a workspace. Written out for each search, they find the index.
create function people_holding(patterns text[], after bigint)
returns table (entry bigint, person_id text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $function$
begin
  return query execute
    'select s.entry, s.person_id from people_search s where s.workspace_id = $1 and s.entry > $2'
    || coalesce((select string_agg(format(' and s.words like %L', p), '') from unnest(patterns) p), '')
    || ' order by s.entry'
    using current_setting('imago.workspace'), after;
end
$function$;

create function people_holding_any(any_of text[], all_of text[], after bigint)
returns table (entry bigint, person_id text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $function$
begin
  return query execute
    'select s.entry, s.person_id from people_search s where s.workspace_id = $1 and s.entry > $2 and ('
    || coalesce((select string_agg(format('s.words like %L', p), ' or ') from unnest(any_of) p), 'false')
    || ')'
    || coalesce((select string_agg(format(' and s.words like %L', p), '') from unnest(all_of) p), '')
    || ' order by s.entry'
    using current_setting('imago.workspace'), after;
end
$function$;

-- The one door for what has no workspace yet: the hash of a session's or a key's token, and nothing
-- else, opens it; what comes back names the workspace.
create function imago_door(kind text, token_hash text)
returns table (
  id text, workspace_id text, user_id text, created_at text, expires_at text,
  name text, zone text, email text, effects text, last_used_at text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $function$
  select s.id, w.id, s."userId", s."createdAt", s."expiresAt", w.explorer_name, w.zone, u.email, null, null
  from auth_session s
  join workspaces w on w.user_id = s."userId"
  join auth_user u on u.id = s."userId"
  where kind = 'session' and s.token = token_hash
  union all
  select k.id, k.workspace_id, null, null, null, null, null, null, k.effects, k.last_used_at
  from keys k
  where kind = 'key' and k.hash = token_hash
$function$;
-- end
