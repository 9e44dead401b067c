-- Strengths, values and interests: three ranked lists in one table.
create table self_notes (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  kind text not null,
  text text not null,
  rank integer not null,
  added_at text not null,
  primary key (workspace_id, id)
);
create index self_notes_kind on self_notes (workspace_id, kind, rank);

create table criteria (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  text text not null,
  rank integer not null,
  deal_breaker_at text,
  added_at text not null,
  primary key (workspace_id, id)
);

create table themes (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  title text not null,
  activity text not null default '',
  setting text not null default '',
  pull text not null default '',
  titles text not null default '',
  seat integer,
  top_since text,
  opened_at text not null,
  parked_at text,
  look_again_on text,
  chosen_at text,
  let_go_at text,
  changed_at text not null,
  primary key (workspace_id, id)
);

create table other_options (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  text text not null,
  added_at text not null,
  primary key (workspace_id, id)
);

-- Dated answers; the newest counts, the older ones stay.
create table readiness_answers (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  clarity integer not null,
  satisfaction integer not null,
  fear integer not null,
  pressure integer not null,
  confidence integer not null,
  answered_at text not null,
  primary key (workspace_id, id)
);

-- What the explorer said about the check itself: no deal-breaker on purpose, or asking all the same.
create table readiness_statements (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  kind text not null,
  reason text not null,
  said_at text not null,
  withdrawn_at text,
  primary key (workspace_id, id)
);
