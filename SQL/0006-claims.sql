-- Claims: statements that time or events can overtake. Due days are civil days of the newsroom.

create table claims (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null,
  kind text not null constraint claim_kind_known check (kind in (
    'pending-legal', 'scheduled-event', 'ongoing-state', 'provisional-figure', 'announced-plan', 'role')),
  rule text not null,
  origin text not null constraint claim_origin_known check (origin in ('person', 'engine')),
  -- SHA-256 of the normalised sentence: with the kind, what makes it the same claim in the next revision.
  sentence_digest bytea not null,
  -- Whether a named person stands accused in it.
  person boolean not null,
  as_of date not null,
  -- EDTF: the date or range that the words name.
  expected text,
  anchor_on date,
  anchor_what text,
  anchor_source text,
  due date,
  due_because text not null,
  -- How many answers have moved the next date so far.
  asked integer not null default 0,
  matter_id bigint references matters,
  -- Whether its words stand in the live revision or, before publication, in the latest one. Written by whoever files,
  -- publishes or ends.
  watched boolean not null default false,
  dismissed_by bigint references members,
  dismissed_at timestamptz,
  dismissed_reason text,
  retired_at timestamptz,
  retired_because text,
  constraint claim_label_once unique (draft_id, number),
  constraint claim_once unique (draft_id, kind, sentence_digest),
  constraint claim_anchor_whole check (
    (anchor_on is null) = (anchor_what is null) and (anchor_on is null) = (anchor_source is null)),
  constraint claim_dismissal_whole check (
    (dismissed_at is null) = (dismissed_by is null) and (dismissed_at is null) = (dismissed_reason is null))
);
-- The nightly run reads this and nothing else to find what is due: its cost follows what is due.
create index claims_by_due on claims (due)
  where due is not null and watched and dismissed_at is null and retired_at is null;
create index claims_by_label on claims (number);
create index claims_of_matter on claims (matter_id) where matter_id is not null;

create table claim_occurrences (
  claim_id bigint not null references claims,
  revision_id bigint not null references revisions,
  position integer not null,
  quote text not null,
  span_start bigint not null,
  span_end bigint not null,
  primary key (claim_id, revision_id, position),
  constraint occurrence_span_whole check (span_start >= 0 and span_end > span_start)
);
create index claim_occurrences_of_revision on claim_occurrences (revision_id);
call only_grows('claim_occurrences');

-- Each claim with its words: in the revision where it is watched if it occurs there, else where it occurred last.
create view claims_with_words as
select
  c.*, d.slug as draft, x.slug as matter, o.quote, o.span_start, o.span_end,
  r.number as revision
from claims c
join drafts d on d.id = c.draft_id
left join matters x on x.id = c.matter_id
cross join lateral (
  select * from claim_occurrences co
  where co.claim_id = c.id
  order by (co.revision_id = coalesce(d.live_revision_id, d.latest_revision_id)) desc,
    co.revision_id desc, co.position
  limit 1) o
join revisions r on r.id = o.revision_id;
