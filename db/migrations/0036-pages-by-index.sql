-- Every list has an index in its own order, the id last: a later page is found there and not by
-- reading from the top (`server/paging.ts`).
create index interviews_by_wish on interviews (workspace_id, wished_at, id);
create index interviews_by_thanks on interviews (workspace_id, thanked_at, id)
  where thanked_at is not null and closed_at is null;
create index interviews_by_end on interviews (workspace_id, closed_at, id)
  where closed_at is not null;
create index asks_by_begin on asks (workspace_id, begun_at, id);
create index introductions_by_offer on introductions (workspace_id, offered_at, id);
create index schools_by_addition on schools (workspace_id, added_at, id);
drop index gatherings_by_day;
create index gatherings_by_day on gatherings (workspace_id, on_day, added_at, id);
create index imports_by_upload on imports (workspace_id, uploaded_at, id);
create index insights_by_learning on insights (workspace_id, learned_at, id);
create index favours_by_note on favours (workspace_id, noted_at, id);
create index consultations_by_talk on consultations (workspace_id, held_at, id)
  where held_at is not null and withdrawn_at is null;
