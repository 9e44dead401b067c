-- Tables and columns by the terms of the field; what a table holds does not change.
alter table kept_answers rename to idempotency_keys;
alter table kept_out rename to suppressions;
alter table workspaces rename column kept_out_key to suppression_key;
alter table imports rename column kept_out_count to suppressed_count;
alter table import_rows rename to rejected_rows;
alter table tries rename to rate_limits;
alter table workspaces rename column set_aside_at to staged_at;
alter table workspaces rename column awaited_by to staged_for;

-- `events` was the audit log, and what an association holds are events, too.
alter table events rename to audit_events;
alter table gatherings rename to association_events;
alter table met_people rename column gathering_id to event_id;
update audit_events set verb = 'events.' || substr(verb, 12) where verb like 'gatherings.%';
update deliveries set verb = 'events.' || substr(verb, 12) where verb like 'gatherings.%';
update idempotency_keys set operation = 'events.' || substr(operation, 12) where operation like 'gatherings.%';
update webhooks set wants = replace(wants, 'gatherings.', 'events.');
-- They name operations by what they were called, and last an hour.
delete from toasts;

-- only postgres
alter function imago_door(text, text) rename to lookup_credential;
-- end
