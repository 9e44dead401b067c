-- The agreed time of an interview (method.md 4): the instant, the explorer's zone and the wall time
-- both agreed on, and the partner's zone. A move changes the row and raises its sequence, so that
-- the same calendar entry moves; after a cancellation another meeting is another row.
create table meetings (
  workspace_id text not null,
  id text not null,
  interview_id text not null,
  starts_at text not null,
  zone text not null,
  wall_time text not null,
  partner_zone text,
  minutes integer not null,
  medium text not null,
  place text not null default '',
  sequence integer not null default 0,
  agreed_at text not null,
  changed_at text not null,
  cancelled_at text,
  cancelled_because text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, interview_id) references interviews (workspace_id, id) on delete cascade
);
create unique index meetings_one_agreed on meetings (workspace_id, interview_id)
  where cancelled_at is null;
create index meetings_by_interview on meetings (workspace_id, interview_id);
