-- The nightly run and the questions that it asks.

create table nightly_runs (
  -- The newsroom's civil day. One run per day, however often it is attempted.
  date date primary key,
  -- When a run for its own day finished; a run for a past day does not count as that night's run.
  finished_at timestamptz
);

create table nightly_attempts (
  date date not null references nightly_runs,
  number integer not null,
  actor text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  opened integer,
  already_open integer,
  primary key (date, number)
);

-- Nights without a run, and the run that caught up with them.
create table missed_nights (
  date date primary key,
  caught_up_by date not null references nightly_runs
);

create table follow_ups (
  id bigint generated always as identity primary key,
  number integer not null constraint follow_up_label_once unique,
  matter_id bigint references matters,
  question text not null,
  opened_on date not null,
  opened_at timestamptz not null default now(),
  turn bigint references members,
  status text not null default 'open' constraint follow_up_status_known check (status in ('open', 'closed')),
  outcome text constraint follow_up_outcome_known check (outcome in (
    'stands', 'updated', 'overtaken', 'wrong', 'unresolved', 'left-as-dated')),
  source text,
  as_of date,
  next_on date,
  note text,
  revision_id bigint references revisions,
  closed_by bigint references members,
  closed_at timestamptz,
  constraint closed_has_outcome check (
    (status = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null))
);

create index follow_ups_by_status on follow_ups (status, number);
create index open_follow_ups_of_matter on follow_ups (matter_id) where status = 'open';

-- The last label given to a follow-up; locked by whoever opens one.
create table follow_up_labels (
  singleton boolean primary key default true constraint follow_up_labels_is_one check (singleton),
  last integer not null
);
insert into follow_up_labels (last) values (0);

create table follow_up_claims (
  follow_up_id bigint not null references follow_ups,
  claim_id bigint not null references claims,
  open boolean not null default true,
  primary key (follow_up_id, claim_id)
);
create unique index one_open_follow_up_per_claim on follow_up_claims (claim_id) where open;
