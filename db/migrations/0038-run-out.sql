-- What has run out is found without a look at everything else, oldest first.
create index auth_session_ends on auth_session ("expiresAt");
create index auth_verification_ends on auth_verification ("expiresAt");
create index tries_end on tries (until);
create index one_time_links_end on one_time_links (expires_at);
create index jobs_done on jobs (done_at) where done_at is not null;
create index jobs_failed on jobs (failed_at) where failed_at is not null;

-- What is due is looked for by the kinds that a process knows; those of a newer version may be many.
create index jobs_due_by_kind on jobs (kind, run_at) where done_at is null and failed_at is null;
drop index jobs_due;
