-- Questions that are the same for every partner of a theme, so that answers compare (method.md 5).
-- A theme without rows uses the house's own.
create table core_questions (
  workspace_id text not null,
  id text not null,
  theme_id text not null,
  text text not null,
  about text not null,
  rank integer not null,
  added_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references themes (workspace_id, id) on delete cascade
);
create index core_questions_by_theme on core_questions (workspace_id, theme_id, rank);

-- One question of one interview. `core` names the core question it is, a row's id or a house code.
-- `known_source_id` is the source that answers it already; then it gives up its place.
create table questions (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  core text,
  text text not null,
  rank integer not null,
  known_source_id text,
  let_go_at text,
  added_at text not null,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index questions_by_interview on questions (workspace_id, interview_id, rank);

create table briefs (
  workspace_id text not null,
  interview_id text not null,
  script text not null default '',
  strengths_use text not null default '',
  changed_at text not null,
  primary key (workspace_id, interview_id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);

create table prepared_answers (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  question text not null,
  answer text not null default '',
  rank integer not null,
  added_at text not null,
  changed_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index prepared_answers_by_interview on prepared_answers (workspace_id, interview_id, rank);

-- Which of the explorer's strengths make this talk worth it for both (method.md 5).
create table brief_strengths (
  workspace_id text not null,
  interview_id text not null,
  self_note_id text not null,
  chosen_at text not null,
  primary key (workspace_id, interview_id, self_note_id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade,
  foreign key (workspace_id, self_note_id) references self_notes (workspace_id, id) on delete cascade
);
create index brief_strengths_by_note on brief_strengths (workspace_id, self_note_id);
