-- The journal: one hash chain per subject, written by the transaction that acts.

create table journal_heads (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
);

create table journal_entries (
  chain text not null references journal_heads,
  seq bigint not null constraint journal_seq_counts check (seq > 0),
  at timestamptz not null,
  actor text not null,
  act text not null,
  payload_digest bytea not null,
  prev bytea not null,
  hash bytea not null,
  -- What was hashed, byte for byte.
  bytes bytea not null,
  primary key (chain, seq)
);
call only_grows('journal_entries');

-- Words live here, apart from the chain, so that a court can have them removed and the chain still verifies.
create table journal_payloads (
  chain text not null,
  seq bigint not null,
  salt bytea,
  payload text,
  primary key (chain, seq),
  foreign key (chain, seq) references journal_entries
);

-- What others are to be told, written with the act and delivered afterwards.
create table outbox (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  event text not null,
  chain text not null,
  seq bigint not null,
  delivered_at timestamptz,
  foreign key (chain, seq) references journal_entries
);
create index outbox_undelivered on outbox (id) where delivered_at is null;

create table idempotency_keys (
  member_id bigint not null references members,
  key text not null constraint idempotency_key_length check (length(key) between 1 and 200),
  -- SHA-256 of method, path, query and body.
  request_digest bytea not null,
  -- The answer, which a retry gets again; absent while the first request runs.
  body bytea,
  at timestamptz not null default now(),
  primary key (member_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (at);
