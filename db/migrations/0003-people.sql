create table imports (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  file_name text not null,
  source text not null,
  uploaded_at text not null,
  row_count integer not null default 0,
  read_count integer not null default 0,
  new_count integer not null default 0,
  known_count integer not null default 0,
  kept_out_count integer not null default 0,
  unreadable_count integer not null default 0,
  header text,
  mapping text,
  read_at text,
  failed_at text,
  failure text,
  committed_at text,
  undone_at text,
  cleared_at text,
  primary key (workspace_id, id)
);

create table import_files (
  workspace_id text not null,
  import_id text not null,
  bytes blob not null,
  primary key (workspace_id, import_id),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- Rows set aside, for the explorer to look at.
create table import_rows (
  workspace_id text not null,
  import_id text not null,
  line integer not null,
  raw text not null,
  reason text not null,
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- Staged people carry their import and appear at once when it is committed.
create table people (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  name text not null,
  given_name text not null default '',
  family_name text not null default '',
  name_key text not null,
  family_key text not null,
  email text,
  profile text,
  phone text,
  company text not null default '',
  position text not null default '',
  place text not null default '',
  zone text,
  note text not null default '',
  connected_on text,
  source text not null,
  import_id text,
  do_not_contact_at text,
  do_not_contact_because text,
  added_at text not null,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, import_id) references imports (workspace_id, id)
);
create index people_by_name on people (workspace_id, name_key, id);
create index people_by_family on people (workspace_id, family_key, id);
create index people_by_profile on people (workspace_id, profile) where profile is not null;
create index people_by_email on people (workspace_id, email) where email is not null;
create index people_by_hand on people (workspace_id) where import_id is null;
create index people_by_import on people (workspace_id, import_id) where import_id is not null;

-- only sqlite
create virtual table people_search using fts5 (
  workspace_id unindexed, person_id unindexed, words,
  tokenize = 'trigram', detail = 'none', columnsize = 0
);
-- end

-- Keyed hashes of addresses that must not come back: forgotten people and do-not-contact.
create table kept_out (
  workspace_id text not null references workspaces (id) on delete cascade,
  hash text not null,
  because text not null,
  person_id text,
  since text not null,
  primary key (workspace_id, hash)
);

create table organizations (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  name text not null,
  name_key text not null,
  kind text not null,
  added_at text not null,
  primary key (workspace_id, id)
);
create index organizations_by_name on organizations (workspace_id, name_key, id);
