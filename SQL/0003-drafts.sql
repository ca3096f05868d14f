-- Matters, drafts, their immutable revisions, key points and publications.

create table matters (
  id bigint generated always as identity primary key,
  slug text not null constraint matter_slug_taken unique
    constraint matter_slug_plain check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  title text not null,
  kind text not null,
  status text not null,
  created_at timestamptz not null default now()
);

create table drafts (
  id bigint generated always as identity primary key,
  desk_id bigint not null references desks,
  slug text not null constraint draft_slug_taken unique
    constraint draft_slug_plain check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  created_at timestamptz not null default now(),
  -- The revision under review, and the one that readers see.
  latest_revision_id bigint,
  live_revision_id bigint,
  ended text constraint draft_ending_known check (ended in ('spiked', 'killed')),
  ended_by bigint references members,
  ended_at timestamptz,
  ended_reason text,
  -- The highest label given so far: labels are for life, none is used twice.
  key_points integer not null default 0,
  contradictions integer not null default 0,
  claims integer not null default 0,
  -- For lists: what the rules say of the latest revision, written anew by every act on the draft.
  ready boolean not null default false,
  present_key_points integer not null default 0,
  signed_key_points integer not null default 0,
  constraint draft_ending_whole check (
    (ended is null) = (ended_at is null) and (ended is null) = (ended_reason is null)
    and (ended is null) = (ended_by is null))
);

create table revisions (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null constraint revision_numbers_count check (number > 0),
  original bytea not null,
  media_type text not null,
  text text not null,
  headline text,
  byline text[] not null,
  dateline date not null,
  filed_by bigint not null references members,
  filed_at timestamptz not null default now(),
  policy_id bigint not null references policies,
  sentences integer not null,
  paragraphs integer not null,
  -- Where two sentences ran into each other: offset in bytes, line and column, three numbers a place.
  ran_together bigint[] not null,
  constraint revision_number_once unique (draft_id, number)
);
call only_grows('revisions');

alter table drafts
  add foreign key (latest_revision_id) references revisions,
  add foreign key (live_revision_id) references revisions;
create index drafts_newest_first on drafts (latest_revision_id desc);

create table revision_matters (
  revision_id bigint not null references revisions,
  matter_id bigint not null references matters,
  primary key (revision_id, matter_id)
);

create table key_points (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null,
  constraint key_point_label_once unique (draft_id, number)
);

create table key_point_versions (
  key_point_id bigint not null references key_points,
  revision_id bigint not null references revisions,
  -- Reading order in that revision, from 1.
  position integer not null,
  words text not null,
  span_start bigint not null,
  span_end bigint not null,
  digest bytea not null,
  -- The revision that these words come from: whoever filed that one wrote them.
  words_from bigint not null references revisions,
  primary key (key_point_id, revision_id),
  constraint key_point_position_once unique (revision_id, position),
  constraint key_point_span_whole check (span_start >= 0 and span_end > span_start)
);

call only_grows('key_points');
call only_grows('key_point_versions');
call only_grows('revision_matters');

create table publications (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  revision_id bigint not null references revisions,
  on_day date not null,
  recorded_at timestamptz not null default now(),
  by_member bigint not null references members,
  overrides boolean not null,
  reason text,
  constraint published_once unique (draft_id, revision_id),
  constraint override_gives_reason check (not overrides or reason is not null)
);
call only_grows('publications');

-- The revision in which a draft's claims are watched: the live one, before publication the latest.
create view watched_revisions as
select d.id as draft_id, coalesce(d.live_revision_id, d.latest_revision_id) as revision_id
from drafts d
where d.ended is null;
