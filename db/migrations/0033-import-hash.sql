-- SHA-256 of the file, in hex, by which an upload that is repeated is recognised; none before there was one.
alter table imports add column file_hash text;
