create table interviews (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  person_id text not null,
  theme_id text not null,
  channel text not null,
  connector_id text,
  organization_id text,
  connection text not null default '',
  wished_at text not null,
  asked_at text,
  chased_at text,
  answered_at text,
  agreed_at text,
  held_at text,
  thanked_at text,
  closed_at text,
  closed_because text,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id),
  foreign key (workspace_id, connector_id) references people (workspace_id, id),
  foreign key (workspace_id, organization_id) references organizations (workspace_id, id)
);
create index interviews_by_person on interviews (workspace_id, person_id);
create index interviews_by_theme on interviews (workspace_id, theme_id);
create index interviews_by_connector on interviews (workspace_id, connector_id)
  where connector_id is not null;
create index interviews_by_organization on interviews (workspace_id, organization_id)
  where organization_id is not null;
-- One open request per partner (method.md 2).
create unique index interviews_one_open on interviews (workspace_id, person_id)
  where closed_at is null and thanked_at is null;

create table goals (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  text text not null,
  rank integer not null,
  added_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index goals_by_interview on goals (workspace_id, interview_id, rank);

create table sources (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  kind text not null,
  url text not null,
  title text not null,
  answers text not null,
  why_you_at text,
  added_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index sources_by_interview on sources (workspace_id, interview_id, added_at);

create table messages (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  purpose text not null,
  subject text not null,
  body text not null,
  minutes integer,
  drafted_at text not null,
  changed_at text not null,
  sent_at text,
  sent_through text,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create unique index messages_one_each on messages (workspace_id, interview_id, purpose);

-- The explorer's own wording; where none is kept, the product's own stands.
create table templates (
  workspace_id text not null references workspaces (id) on delete cascade,
  purpose text not null,
  channel text not null,
  subject text not null,
  body text not null,
  changed_at text not null,
  primary key (workspace_id, purpose, channel)
);
