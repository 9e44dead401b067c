-- Which key made a hash of somebody kept out: the workspace's own, which leaves with it, or that of
-- the instance it was made on. New ones carry the workspace's; `kept_out_key` is made when needed.
alter table kept_out add column keyed_by text not null default 'instance';
-- Since when nobody can open a workspace: its rows are coming in or going, in steps. `awaited_by` is
-- the account that one on its way in is for.
alter table workspaces add column set_aside_at text;
alter table workspaces add column awaited_by text references auth_user (id) on delete set null;
create index workspaces_awaited on workspaces (awaited_by) where awaited_by is not null;
