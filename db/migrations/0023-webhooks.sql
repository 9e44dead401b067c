-- Programs that are told what happened. `wants` are verbs with spaces between, `interviews.*` for all
-- about a thing. The secret signs what is sent, so it is kept, sealed with the instance's key; for a
-- day after it was replaced the older one signs too.
create table webhooks (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  url text not null,
  wants text not null,
  secret text not null,
  older_secret text,
  rotated_at text,
  made_at text not null,
  changed_at text not null,
  paused_at text,
  paused_because text,
  failing_since text,
  last_ok_at text,
  primary key (workspace_id, id)
);

-- One event on its way to one webhook: ids and verbs, as the event holds them. `next_try_at` is empty
-- when it is over, either way.
create table deliveries (
  workspace_id text not null,
  id text not null,
  webhook_id text not null,
  event_id text not null,
  verb text not null,
  about_kind text not null,
  about_id text not null,
  happened_at text not null,
  queued_at text not null,
  attempts integer not null default 0,
  next_try_at text,
  delivered_at text,
  failed_at text,
  http_status integer,
  failure text,
  primary key (workspace_id, id),
  foreign key (workspace_id, webhook_id) references webhooks (workspace_id, id) on delete cascade
);
create index deliveries_by_webhook on deliveries (workspace_id, webhook_id, queued_at, id);
