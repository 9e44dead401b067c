-- When partner and connector heard what came of the talk, and when the connector was thanked.
alter table interviews add column told_at text;
alter table interviews add column connector_thanked_at text;
alter table interviews add column connector_told_at text;
-- Any answer to a message; after two updates without one there is no third (method.md 7).
alter table messages add column answered_at text;

create table debriefs (
  workspace_id text not null,
  interview_id text not null,
  surprised text not null default '',
  energy_before integer,
  energy_after integer,
  liked text not null default '',
  disliked text not null default '',
  who_else text not null default '',
  ask_next text not null default '',
  begun_at text not null,
  changed_at text not null,
  done_at text,
  primary key (workspace_id, interview_id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);

-- One thing learned. `criterion_id` has no foreign key: a criterion that is taken away and put back
-- (undo) finds its evidence again; one that is not there speaks to none.
create table insights (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  theme_id text not null,
  text text not null,
  words text not null default '',
  aspect text not null,
  criterion_id text,
  stance text not null,
  strength integer not null,
  heard_before_at text,
  learned_at text not null,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade,
  foreign key (workspace_id, theme_id) references themes (workspace_id, id)
);
create index insights_by_interview on insights (workspace_id, interview_id, learned_at);
create index insights_by_theme on insights (workspace_id, theme_id, learned_at);

-- The two-way ledger: what a partner gave, what the explorer could give back and gave.
create table favours (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  direction text not null,
  text text not null,
  noted_at text not null,
  given_at text,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index favours_by_interview on favours (workspace_id, interview_id, noted_at);

-- Whom a partner named; once in the address book, who that is.
create table named_people (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  name text not null,
  person_id text,
  named_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index named_people_by_interview on named_people (workspace_id, interview_id, named_at);
create index named_people_by_person on named_people (workspace_id, person_id)
  where person_id is not null;
