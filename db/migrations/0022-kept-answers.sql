-- What a program was answered to a write that carried an Idempotency-Key, for a day: written with
-- the write itself, so that asking again does nothing twice. The key is kept as a hash. An answer
-- is null once somebody was forgotten: it may hold their name.
create table kept_answers (
  workspace_id text not null references workspaces (id) on delete cascade,
  key_hash text not null,
  operation text not null,
  input_sum text not null,
  answer text,
  kept_at text not null,
  primary key (workspace_id, key_hash)
);
create index kept_answers_by_age on kept_answers (workspace_id, kept_at);

-- Programs read what happened in the order in which it was received.
create index events_received on events (workspace_id, received_at, id);
