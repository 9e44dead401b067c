-- The next due job of one workspace and kind is found without a look at everybody else's.
create index jobs_by_share on jobs (workspace_id, kind, run_at)
  where done_at is null and failed_at is null;
