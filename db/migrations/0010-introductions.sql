-- One question to one's circle about a theme, and each person it went to (method.md 2).
create table asks (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  text text not null,
  begun_at text not null,
  changed_at text not null,
  ended_at text,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade
);
create index asks_by_theme on asks (workspace_id, theme_id, begun_at);

create table asked_people (
  workspace_id text not null,
  id text not null,
  ask_id text not null,
  person_id text not null,
  added_at text not null,
  asked_at text,
  answered_at text,
  answer text,
  primary key (workspace_id, id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create unique index asked_people_once on asked_people (workspace_id, ask_id, person_id);
create index asked_people_by_person on asked_people (workspace_id, person_id);

-- A connector brings a partner: offered, agreed by the partner, introduced, then led to an
-- interview or lapsed.
create table introductions (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  connector_id text not null,
  ask_id text,
  name text not null,
  about text not null default '',
  country text not null default '',
  person_id text,
  interview_id text,
  offered_at text not null,
  agreed_at text,
  introduced_at text,
  lapsed_at text,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, connector_id) references people (workspace_id, id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index introductions_by_theme on introductions (workspace_id, theme_id, offered_at);
create index introductions_by_connector on introductions (workspace_id, connector_id);
create index introductions_by_person on introductions (workspace_id, person_id)
  where person_id is not null;
create index introductions_by_interview on introductions (workspace_id, interview_id)
  where interview_id is not null;

-- A school whose administrators are asked to connect the explorer with alumni.
create table schools (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  organization_id text not null,
  administrator_id text,
  training text not null default '',
  added_at text not null,
  asked_at text,
  answered_at text,
  connected_at text,
  declined_at text,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organizations (workspace_id, id),
  foreign key (workspace_id, administrator_id) references people (workspace_id, id)
);
create index schools_by_theme on schools (workspace_id, theme_id, added_at);
create index schools_by_organization on schools (workspace_id, organization_id);
create index schools_by_administrator on schools (workspace_id, administrator_id)
  where administrator_id is not null;

-- The method's word is event; a table of that name keeps what happened in the workspace.
create table gatherings (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  organization_id text,
  title text not null,
  on_day text not null,
  place text not null default '',
  look_for text not null default '',
  opening_line text not null default '',
  added_at text not null,
  asked_at text,
  invited_at text,
  attended_at text,
  called_off_at text,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organizations (workspace_id, id)
);
create index gatherings_by_day on gatherings (workspace_id, on_day);
create index gatherings_by_organization on gatherings (workspace_id, organization_id)
  where organization_id is not null;

create table met_people (
  workspace_id text not null,
  id text not null,
  gathering_id text not null,
  name text not null,
  note text not null default '',
  person_id text,
  met_at text not null,
  followed_up_at text,
  let_be_at text,
  primary key (workspace_id, id),
  foreign key (workspace_id, gathering_id) references gatherings (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index met_people_by_gathering on met_people (workspace_id, gathering_id, met_at);
create index met_people_by_person on met_people (workspace_id, person_id)
  where person_id is not null;

-- A free career clarity talk with a coach, asked for with only what the explorer chose to share.
create table consultations (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  coach text not null,
  text text not null,
  shares text not null,
  drafted_at text not null,
  changed_at text not null,
  sent_at text,
  held_at text,
  withdrawn_at text,
  primary key (workspace_id, id)
);
