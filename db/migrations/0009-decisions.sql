-- The strongest evidence against a theme, asked for before anything may be decided (method.md 9).
create table counter_evidence (
  workspace_id text not null,
  theme_id text not null,
  text text not null,
  written_at text not null,
  primary key (workspace_id, theme_id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade
);

-- What the explorer concluded about a theme, with the evidence it rested on that day as JSON.
create table decisions (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  outcome text not null,
  reasons text not null,
  evidence_against text not null,
  evidence text not null,
  next_rung text,
  spared text not null default '',
  spared_hours integer,
  look_again_on text not null,
  decided_at text not null,
  withdrawn_at text,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade
);
create index decisions_by_theme on decisions (workspace_id, theme_id, decided_at);

-- Rungs of the test-drive ladder above the talk.
create table experiments (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  rung text not null,
  text text not null,
  planned_on text,
  done_at text,
  learned text not null default '',
  added_at text not null,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade
);
create index experiments_by_theme on experiments (workspace_id, theme_id, added_at);
