-- What a verdict can carry: a term, words that must stay, files, a confidential source; and what is said about it.

alter table sign_offs
  -- The last day on which an approval stands.
  add until date,
  -- Words that must stay in the text for an approval to stand.
  add stays text[] not null default '{}',
  add constraint term_of_approval check (until is null or verdict = 'approve'),
  add constraint condition_of_approval check (cardinality(stays) = 0 or verdict = 'approve');

-- Files that signers brought as evidence. The server fetches nothing.
create table evidence_files (
  draft_id bigint not null references drafts,
  -- SHA-256 of the content.
  digest bytea not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  brought_by bigint not null references members,
  at timestamptz not null default now(),
  primary key (draft_id, digest)
);
call only_grows('evidence_files');

-- A source who must not be found. There is no column for who it is, on purpose.
create table confidential_sources (
  sign_off_id bigint primary key references sign_offs,
  -- Handles of the members who know the source.
  seen_by text[] not null,
  on_day date not null,
  kind text not null,
  -- How many sources say so independently of each other.
  independent integer not null constraint independent_sources_count check (independent between 1 and 99),
  kept_where text not null
);
call only_grows('confidential_sources');

-- The thread under a key point.
create table comments (
  id bigint generated always as identity primary key,
  key_point_id bigint not null references key_points,
  revision_id bigint not null references revisions,
  member_id bigint not null references members,
  words text not null,
  -- For the legal read and the writer alone.
  privileged boolean not null,
  at timestamptz not null default now()
);
create index comments_of_key_point on comments (key_point_id);
call only_grows('comments');

create or replace view sign_offs_as_they_stand as
select
  s.id, k.draft_id, s.key_point_id, r.number as revision, s.member_id, m.handle as member, s.read, s.verdict,
  s.basis, s.comment, s.reason, s.words_digest, s.at, st.standing, st.because, v.words,
  (select coalesce(array_agg(e.url order by e.position), '{}')
    from sign_off_evidence e where e.sign_off_id = s.id) as evidence,
  s.until, s.stays, c.seen_by, c.on_day as seen_on, c.kind as source_kind, c.independent, c.kept_where
from sign_offs s
join key_points k on k.id = s.key_point_id
join key_point_versions v on v.key_point_id = s.key_point_id and v.revision_id = s.revision_id
join revisions r on r.id = s.revision_id
join members m on m.id = s.member_id
left join confidential_sources c on c.sign_off_id = s.id
cross join lateral (
  select t.standing, t.because from sign_off_standings t
  where t.sign_off_id = s.id
  order by t.id desc
  limit 1) st;
