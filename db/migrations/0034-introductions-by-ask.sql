-- What an ask brought is counted with each of them; without this every one was counted through all
-- introductions.
create index introductions_by_ask on introductions (workspace_id, ask_id)
  where ask_id is not null;
