-- When the next try may come, where tries are slowed instead of counted up to a limit.
alter table tries add column next_at text;

-- Networks that an account has signed in from, as keyed hashes: guessing elsewhere does not slow them.
create table known_networks (
  user_id text not null references auth_user (id) on delete cascade,
  network text not null,
  seen_at text not null,
  primary key (user_id, network)
);

-- After a lost password somebody has to say which keys for programs stay.
create table key_reviews (
  user_id text not null primary key references auth_user (id) on delete cascade,
  asked_at text not null
);

-- `password`, `passkey` or `second-factor`; nothing for sessions from before.
alter table auth_session add column "signedInBy" text;

-- The code app of an account. `secret` and `backupCodes` are encrypted with the instance's key;
-- `usedStep` is the last half minute whose code was used, so that none works twice.
alter table auth_user add column "twoFactorEnabled" integer;
create table auth_two_factor (
  id text not null primary key,
  "userId" text not null unique references auth_user (id) on delete cascade,
  secret text not null,
  "backupCodes" text not null,
  verified integer not null,
  "failedVerificationCount" integer,
  "lockedUntil" text,
  "usedStep" integer
);
