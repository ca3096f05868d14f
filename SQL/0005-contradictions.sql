-- Contradictions: passages that cannot all stand as written.

create table contradictions (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null,
  kind text not null constraint contradiction_kind_known check (kind in ('disputed', 'internal', 'archive')),
  origin text not null constraint contradiction_origin_known check (origin in ('draft', 'person', 'engine')),
  -- The engine's rule, or the normalised words of the bullet: what makes it the same one in the next revision.
  rule text not null,
  words_digest bytea not null,
  status text not null constraint contradiction_status_known check (status in ('suggested', 'open', 'settled')),
  outcome text constraint contradiction_outcome_known check (outcome in (
    'both-reported', 'fixed-here', 'correct-published', 'superseded', 'different-scope', 'rounding', 'cut',
    'unverified-and-said-so', 'not-a-contradiction')),
  note text,
  other_draft_id bigint references drafts,
  raised_by bigint references members,
  raised_at timestamptz not null default now(),
  settled_by bigint references members,
  settled_at timestamptz,
  constraint contradiction_label_once unique (draft_id, number),
  constraint settled_has_outcome check ((status = 'settled') = (outcome is not null))
);
create index contradictions_by_label on contradictions (number);
create index contradictions_by_status on contradictions (status, id);
create index contradictions_to_correct on contradictions (other_draft_id) where other_draft_id is not null;

-- Where its words stand, seen from one revision of its draft. No row for a revision: its words are gone there.
create table contradiction_passages (
  contradiction_id bigint not null references contradictions,
  seen_in bigint not null references revisions,
  position integer not null,
  revision_id bigint not null references revisions,
  quote text not null,
  span_start bigint not null,
  span_end bigint not null,
  says text,
  primary key (contradiction_id, seen_in, position),
  constraint passage_span_whole check (span_start >= 0 and span_end > span_start)
);
call only_grows('contradiction_passages');
