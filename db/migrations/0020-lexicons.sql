-- Lexicons of job titles that a host adds for everybody on the instance, beside the project's own
-- (method.md "Borders"). One counts from `committed_at` on; before that its titles are coming in.
create table lexicons (
  id text not null primary key,
  name text not null,
  source text not null,
  licence text not null,
  titles integer not null,
  added_at text not null,
  committed_at text
);
create unique index lexicons_once on lexicons (name) where committed_at is not null;

create table lexicon_titles (
  lexicon_id text not null references lexicons (id) on delete cascade,
  family text not null,
  title_key text not null,
  title text not null,
  primary key (lexicon_id, family, title_key)
);

-- The stems of a title, by which it is found near a theme.
create table lexicon_words (
  lexicon_id text not null,
  family text not null,
  title_key text not null,
  stem text not null,
  primary key (lexicon_id, family, title_key, stem),
  foreign key (lexicon_id, family, title_key)
    references lexicon_titles (lexicon_id, family, title_key) on delete cascade
);
create index lexicon_words_by_stem on lexicon_words (stem, lexicon_id);
