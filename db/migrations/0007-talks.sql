-- A talk is its log of events: made on a device with an id of its own, inserted once whatever is
-- sent twice, reduced by a pure function. `sequence` counts on one device.
create table talk_events (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  kind text not null,
  device text not null,
  sequence integer not null,
  at text not null,
  body text not null,
  received_at text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index talk_events_by_interview on talk_events (workspace_id, interview_id, received_at);

-- What the log comes to, so that lists need not reduce it.
create table talks (
  workspace_id text not null,
  interview_id text not null,
  started_at text not null,
  ended_at text,
  agreed_minutes integer not null,
  extra_minutes integer not null default 0,
  changed_at text not null,
  primary key (workspace_id, interview_id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create index talks_by_end on talks (workspace_id, ended_at);
