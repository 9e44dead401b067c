-- One set for both engines: only what SQLite and PostgreSQL both say. `text` becomes
-- `text collate "C"` on PostgreSQL; what stands between `-- only sqlite` and `-- end` stays there.
-- Ids are UUIDv7, instants ISO 8601 UTC text, no boolean columns.

create table instance (
  name text not null primary key,
  value text not null
);

-- better-auth's own tables keep its column names. Tokens in them are hashes.
create table auth_user (
  id text not null primary key,
  name text not null,
  email text not null unique,
  "emailVerified" integer not null,
  image text,
  "createdAt" text not null,
  "updatedAt" text not null
);
create table auth_session (
  id text not null primary key,
  "userId" text not null references auth_user (id) on delete cascade,
  token text not null unique,
  "expiresAt" text not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" text not null,
  "updatedAt" text not null
);
create index auth_session_user on auth_session ("userId");
create table auth_account (
  id text not null primary key,
  "userId" text not null references auth_user (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" text,
  "refreshTokenExpiresAt" text,
  scope text,
  password text,
  "createdAt" text not null,
  "updatedAt" text not null
);
create index auth_account_user on auth_account ("userId");
create table auth_verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  "expiresAt" text not null,
  "createdAt" text not null,
  "updatedAt" text not null
);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_passkey (
  id text not null primary key,
  name text,
  "publicKey" text not null,
  "userId" text not null references auth_user (id) on delete cascade,
  "credentialID" text not null unique,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" integer not null,
  transports text,
  "createdAt" text,
  aaguid text
);
create index auth_passkey_user on auth_passkey ("userId");

-- One explorer's private space. `id` is the workspace that every row below carries.
create table workspaces (
  id text not null primary key,
  user_id text not null unique references auth_user (id) on delete cascade,
  explorer_name text not null,
  introduction text not null default '',
  zone text not null,
  holiday_country text,
  created_at text not null
);

-- One-time links: first account, lost password. Stored as hashes.
create table one_time_links (
  hash text not null primary key,
  purpose text not null,
  user_id text references auth_user (id) on delete cascade,
  made_at text not null,
  expires_at text not null,
  used_at text
);

create table keys (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  hash text not null unique,
  name text not null,
  effects text not null,
  made_at text not null,
  last_used_at text,
  primary key (workspace_id, id)
);

create table events (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  received_at text not null,
  actor text not null,
  verb text not null,
  about_kind text not null,
  about_id text not null,
  primary key (workspace_id, id)
);
create index events_about on events (workspace_id, about_kind, about_id, received_at);

create table jobs (
  id text not null primary key,
  workspace_id text references workspaces (id) on delete cascade,
  kind text not null,
  payload text not null,
  run_at text not null,
  queued_at text not null,
  attempts integer not null default 0,
  leased_until text,
  done_at text,
  failed_at text,
  failure text
);
create index jobs_due on jobs (run_at) where done_at is null and failed_at is null;
create index jobs_workspace on jobs (workspace_id);

create table holidays (
  workspace_id text not null references workspaces (id) on delete cascade,
  day text not null,
  name text not null,
  primary key (workspace_id, day)
);

create table pauses (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  from_day text not null,
  until_day text not null,
  added_at text not null,
  primary key (workspace_id, id)
);
