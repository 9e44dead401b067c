-- Tables, columns and the stored names of events and operations by the terms of the field and of the
-- method.
alter table kept_answers rename to idempotency_keys;
alter table idempotency_keys rename column kept_at to created_at;
alter table toasts rename column kept_at to created_at;
alter table kept_out rename to suppressions;
alter table workspaces rename column kept_out_key to suppression_key;
alter table imports rename column kept_out_count to suppressed_count;
alter table import_rows rename to rejected_rows;
alter table tries rename to rate_limits;
alter table workspaces rename column set_aside_at to staged_at;
alter table workspaces rename column awaited_by to staged_for;
alter table asks rename to introduction_requests;
alter table introduction_requests rename column begun_at to drafted_at;
alter table asked_people rename to request_recipients;
alter table request_recipients rename column ask_id to request_id;
alter table introductions rename column ask_id to request_id;
alter table questions rename column let_go_at to removed_at;
alter table interviews rename column chased_at to followed_up_at;
update messages set purpose = 'follow-up' where purpose = 'chaser';
update templates set purpose = 'follow-up' where purpose = 'chaser';

-- `events` was the audit log, and what an association holds are events, too.
alter table events rename to audit_events;
alter table gatherings rename to association_events;
alter table met_people rename column gathering_id to event_id;
alter table met_people rename column let_be_at to follow_up_skipped_at;

drop index kept_answers_by_age;
create index idempotency_keys_by_age on idempotency_keys (workspace_id, created_at);
drop index tries_end;
create index rate_limits_end on rate_limits (until);
drop index workspaces_awaited;
create index workspaces_staged on workspaces (staged_for) where staged_for is not null;
drop index events_about;
create index audit_events_about on audit_events (workspace_id, about_kind, about_id, received_at);
drop index events_received;
create index audit_events_received on audit_events (workspace_id, received_at, id);
drop index gatherings_by_day;
create index association_events_by_day on association_events (workspace_id, on_day, added_at, id);
drop index gatherings_by_organization;
create index association_events_by_organization on association_events (workspace_id, organization_id)
  where organization_id is not null;
drop index met_people_by_gathering;
create index met_people_by_event on met_people (workspace_id, event_id, met_at);
drop index asks_by_begin;
create index introduction_requests_by_draft on introduction_requests (workspace_id, drafted_at, id);
drop index asks_by_theme;
create index introduction_requests_by_theme on introduction_requests (workspace_id, theme_id, drafted_at);
drop index asked_people_by_person;
create index request_recipients_by_person on request_recipients (workspace_id, person_id);
drop index asked_people_once;
create unique index request_recipients_once on request_recipients (workspace_id, request_id, person_id);
drop index introductions_by_ask;
create index introductions_by_request on introductions (workspace_id, request_id)
  where request_id is not null;

-- Events, which the audit log, deliveries and subscriptions of webhooks name.
create temporary table renamed (was text not null, name text not null);
insert into renamed values
  ('asks.begun', 'introductionRequests.drafted'),
  ('asks.personAdded', 'introductionRequests.recipientAdded'),
  ('asks.personRemoved', 'introductionRequests.recipientRemoved'),
  ('events.letBe', 'events.followUpSkipped'),
  ('events.unletBe', 'events.followUpUnskipped'),
  ('experiments.takenBack', 'experiments.undone'),
  ('interviews.chased', 'interviews.followedUp'),
  ('interviews.unchased', 'interviews.unfollowedUp'),
  ('named.known', 'namedPeople.linked'),
  ('named.unknown', 'namedPeople.unlinked'),
  ('questions.let-go', 'questions.removed'),
  ('templates.kept', 'templates.written');
update audit_events set verb = 'events.' || substr(verb, 12) where verb like 'gatherings.%';
update audit_events set verb = (select name from renamed where was = verb)
  where verb in (select was from renamed);
update audit_events set verb = 'introductionRequests.' || substr(verb, 6) where verb like 'asks.%';
update audit_events set verb = 'namedPeople.' || substr(verb, 7) where verb like 'named.%';
update audit_events set about_kind = 'introduction-request' where about_kind = 'ask';
update audit_events set about_kind = 'request-recipient' where about_kind = 'asked-person';
update deliveries set verb = 'events.' || substr(verb, 12) where verb like 'gatherings.%';
update deliveries set verb = (select name from renamed where was = verb)
  where verb in (select was from renamed);
update deliveries set verb = 'introductionRequests.' || substr(verb, 6) where verb like 'asks.%';
update deliveries set verb = 'namedPeople.' || substr(verb, 7) where verb like 'named.%';
update deliveries set about_kind = 'introduction-request' where about_kind = 'ask';
update deliveries set about_kind = 'request-recipient' where about_kind = 'asked-person';

-- Operations, which an idempotency key names for a day. Its stored answer speaks in former names of fields, so
-- a program that sends the request again is told that the answer is gone.
delete from renamed;
insert into renamed values
  ('asks.addPerson', 'introductionRequests.addRecipient'),
  ('asks.removePerson', 'introductionRequests.removeRecipient'),
  ('asks.begin', 'introductionRequests.draft'),
  ('events.letBe', 'events.skipFollowUp'),
  ('events.unletBe', 'events.unskipFollowUp'),
  ('experiments.do', 'experiments.markDone'),
  ('experiments.takeBack', 'experiments.unmarkDone'),
  ('named.intoBook', 'namedPeople.addToAddressBook'),
  ('named.outOfBook', 'namedPeople.removeFromAddressBook'),
  ('templates.keep', 'templates.write');
update idempotency_keys set operation = 'events.' || substr(operation, 12)
  where operation like 'gatherings.%';
update idempotency_keys set operation = (select name from renamed where was = operation)
  where operation in (select was from renamed);
update idempotency_keys set operation = 'introductionRequests.' || substr(operation, 6)
  where operation like 'asks.%';
update idempotency_keys set operation = 'namedPeople.' || substr(operation, 7)
  where operation like 'named.%';
update idempotency_keys set answer = null;
drop table renamed;

update webhooks set wants = replace(wants, 'gatherings.', 'events.');
update webhooks set wants = replace(wants, 'events.letBe', 'events.followUpSkipped');
update webhooks set wants = replace(wants, 'events.unletBe', 'events.followUpUnskipped');
update webhooks set wants = replace(wants, 'experiments.takenBack', 'experiments.undone');
update webhooks set wants = replace(wants, 'interviews.chased', 'interviews.followedUp');
update webhooks set wants = replace(wants, 'interviews.unchased', 'interviews.unfollowedUp');
update webhooks set wants = replace(wants, 'asks.begun', 'introductionRequests.drafted');
update webhooks set wants = replace(wants, 'asks.', 'introductionRequests.');
update webhooks set wants = replace(wants, 'named.known', 'namedPeople.linked');
update webhooks set wants = replace(wants, 'named.unknown', 'namedPeople.unlinked');
update webhooks set wants = replace(wants, 'named.', 'namedPeople.');

-- Toasts name operations as they were called, and last an hour.
delete from toasts;

-- only postgres
alter function imago_door(text, text) rename to lookup_credential;
alter table idempotency_keys rename constraint kept_answers_pkey to idempotency_keys_pkey;
alter table idempotency_keys
  rename constraint kept_answers_workspace_id_fkey to idempotency_keys_workspace_id_fkey;
alter table suppressions rename constraint kept_out_pkey to suppressions_pkey;
alter table suppressions
  rename constraint kept_out_workspace_id_fkey to suppressions_workspace_id_fkey;
alter table rejected_rows rename constraint import_rows_pkey to rejected_rows_pkey;
alter table rejected_rows
  rename constraint import_rows_workspace_id_import_id_fkey to rejected_rows_workspace_id_import_id_fkey;
alter table rate_limits rename constraint tries_pkey to rate_limits_pkey;
alter table workspaces
  rename constraint workspaces_awaited_by_fkey to workspaces_staged_for_fkey;
alter table audit_events rename constraint events_pkey to audit_events_pkey;
alter table audit_events
  rename constraint events_workspace_id_fkey to audit_events_workspace_id_fkey;
alter table association_events rename constraint gatherings_pkey to association_events_pkey;
alter table association_events
  rename constraint gatherings_workspace_id_organization_id_fkey to association_events_workspace_id_organization_id_fkey;
alter table association_events
  rename constraint gatherings_workspace_id_theme_id_fkey to association_events_workspace_id_theme_id_fkey;
alter table met_people
  rename constraint met_people_workspace_id_gathering_id_fkey to met_people_workspace_id_event_id_fkey;
alter table introduction_requests rename constraint asks_pkey to introduction_requests_pkey;
alter table introduction_requests
  rename constraint asks_workspace_id_theme_id_fkey to introduction_requests_workspace_id_theme_id_fkey;
alter table request_recipients rename constraint asked_people_pkey to request_recipients_pkey;
alter table request_recipients
  rename constraint asked_people_workspace_id_ask_id_fkey to request_recipients_workspace_id_request_id_fkey;
alter table request_recipients
  rename constraint asked_people_workspace_id_person_id_fkey to request_recipients_workspace_id_person_id_fkey;
alter table introductions
  rename constraint introductions_workspace_id_ask_id_fkey to introductions_workspace_id_request_id_fkey;
-- end
