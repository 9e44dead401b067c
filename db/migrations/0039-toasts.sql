-- What a page says once after a step, and what takes the step back: kept here for an hour, so that the
-- browser's cookie holds an id and no words. It may name somebody, so it goes when one is forgotten.
create table toasts (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  said text not null,
  undo_operation text,
  undo_input text,
  back text,
  kept_at text not null,
  primary key (workspace_id, id)
);
create index toasts_by_age on toasts (workspace_id, kept_at);
