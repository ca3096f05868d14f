-- Matters that move: who is in them, where they stood when, what they come from, what is said of them.

alter table matters
  -- Whose periods of law count, as in us-nm.
  add court text,
  -- The matter that this one was found to be. Its name leads there.
  add merged_into bigint references matters constraint matter_merged_into_another check (merged_into <> id),
  -- Words of its title and parties in small letters, by which a draft's matters are looked up.
  add name_words text[] not null default '{}';
create index matters_by_name_words on matters using gin (name_words);
create index matters_merged on matters (merged_into) where merged_into is not null;

create table matter_parties (
  matter_id bigint not null references matters,
  position integer not null,
  name text not null,
  primary key (matter_id, position),
  constraint matter_party_once unique (matter_id, name)
);
call only_grows('matter_parties');

-- Where a matter stood, from what day, and who says so. Of a party and a count, or of the whole.
create table matter_statuses (
  matter_id bigint not null references matters,
  -- In the order of recording.
  number integer not null,
  status text not null,
  -- EDTF: since when, or of something planned for when.
  since text not null,
  source text not null,
  party text,
  count text,
  recorded_by bigint not null references members,
  recorded_on date not null,
  at timestamptz not null default now(),
  forced_because text,
  primary key (matter_id, number)
);
call only_grows('matter_statuses');

create table matter_relations (
  matter_id bigint not null references matters,
  relation text not null constraint matter_relation_known check (
    relation in ('appeal-of', 'retrial-of', 'part-of', 'comes-from', 'related-to')),
  other_id bigint not null references matters,
  related_by bigint not null references members,
  at timestamptz not null default now(),
  primary key (matter_id, other_id),
  constraint matter_related_to_another check (matter_id <> other_id)
);
create index matter_relations_of_other on matter_relations (other_id);
call only_grows('matter_relations');

alter table claims
  -- The status of its matter that its words assert, and of whom; null when nothing can be said.
  add asserts text,
  add asserts_party text,
  -- The number of the matter's status that overtook its words. Its day is no period's end then.
  add overtaken_by integer,
  -- By the clock, not by the beginning of the transaction: a plan may have been made while it waited for the draft.
  add overtaken_at timestamptz,
  add constraint claim_overtaken_whole check ((overtaken_by is null) = (overtaken_at is null));

-- Key points that a person linked to a matter, with what they assert of it.
create table key_point_matters (
  key_point_id bigint not null references key_points,
  matter_id bigint not null references matters,
  asserts text,
  asserts_party text,
  linked_by bigint not null references members,
  at timestamptz not null default now(),
  primary key (key_point_id, matter_id)
);
create index key_point_matters_of_matter on key_point_matters (matter_id);

-- What a draft may be about, until a person says yes or no. A no is remembered.
create table matter_proposals (
  draft_id bigint not null references drafts,
  matter_id bigint not null references matters,
  words text not null,
  because text not null,
  -- The name as the draft writes it, where a name is all that speaks for it.
  name text,
  at timestamptz not null default now(),
  confirmed boolean,
  answered_by bigint references members,
  answered_at timestamptz,
  primary key (draft_id, matter_id),
  constraint proposal_answer_whole check (
    (confirmed is null) = (answered_by is null) and (confirmed is null) = (answered_at is null))
);
create index matter_proposals_open on matter_proposals (draft_id) where confirmed is null;
create index matter_proposals_refused on matter_proposals (matter_id) where not confirmed;

alter table sign_offs
  -- The matter whose next move ends the approval.
  add until_moves bigint references matters,
  add constraint matter_of_approval check (until_moves is null or verdict = 'approve');
create index sign_offs_until_moves on sign_offs (until_moves) where until_moves is not null;

-- Where a claim or key point that is linked to a matter stands in the latest revision: what a signature on a key point
-- rests on.
create view key_points_resting_on_matters as
select km.matter_id, km.key_point_id, km.asserts, km.asserts_party
from key_point_matters km
union
select c.matter_id, v.key_point_id, c.asserts, c.asserts_party
from claims c
join drafts d on d.id = c.draft_id
join claim_occurrences o on o.claim_id = c.id and o.revision_id = d.latest_revision_id
join key_point_versions v on v.revision_id = d.latest_revision_id
where c.matter_id is not null and c.dismissed_at is null and (
  (v.span_start < o.span_end and o.span_start < v.span_end)
  or exists (
    select from key_point_supports s
    where s.key_point_id = v.key_point_id and s.revision_id = v.revision_id
      and s.span_start < o.span_end and o.span_start < s.span_end));

-- Claims with the name that their matter goes by now.
create or replace view claims_with_words as
select
  c.id, c.draft_id, c.number, c.kind, c.rule, c.origin, c.sentence_digest, c.person, c.as_of, c.expected, c.anchor_on,
  c.anchor_what, c.anchor_source, c.due, c.due_because, c.asked, c.matter_id, c.watched, c.dismissed_by,
  c.dismissed_at, c.dismissed_reason, c.retired_at, c.retired_because, d.slug as draft, x.slug as matter, o.quote,
  o.span_start, o.span_end, r.number as revision, c.asserts, c.asserts_party, c.overtaken_by, x.court
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
