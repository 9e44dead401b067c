-- The key of a workspace's hashes of people kept out, where the workspace came from another
-- instance; without one the instance's own key counts.
alter table workspaces add column kept_out_key text;
