-- Sign-offs and what became of them.

create table sign_offs (
  id bigint generated always as identity primary key,
  key_point_id bigint not null,
  revision_id bigint not null,
  member_id bigint not null references members,
  read text not null constraint read_known check (read in ('desk', 'fact', 'legal', 'standards')),
  verdict text not null constraint verdict_known check (verdict in ('approve', 'query', 'hold')),
  basis text constraint basis_known check (basis in ('source', 'on-author', 'wire')),
  comment text,
  reason text,
  words_digest bytea not null,
  evidence_digest bytea not null,
  at timestamptz not null default now(),
  foreign key (key_point_id, revision_id) references key_point_versions,
  constraint doubt_gives_reason check (verdict = 'approve' or reason is not null),
  constraint approval_has_basis check ((verdict = 'approve') = (basis is not null))
);
create index sign_offs_of_key_point on sign_offs (key_point_id);
call only_grows('sign_offs');

create table sign_off_evidence (
  sign_off_id bigint not null references sign_offs,
  position integer not null,
  url text not null,
  primary key (sign_off_id, position)
);

call only_grows('sign_off_evidence');

-- What a sign-off is worth at a revision. The last row of a sign-off counts; none is ever changed.
create table sign_off_standings (
  id bigint generated always as identity primary key,
  sign_off_id bigint not null references sign_offs,
  revision_id bigint not null references revisions,
  standing text not null constraint standing_known check (
    standing in ('current', 'carried', 'outdated', 'superseded', 'withdrawn')),
  because text not null,
  at timestamptz not null default now(),
  constraint standing_once unique (sign_off_id, revision_id, standing)
);
call only_grows('sign_off_standings');

create index sign_off_standings_last_first on sign_off_standings (sign_off_id, id desc);

create view sign_offs_as_they_stand as
select
  s.id, k.draft_id, s.key_point_id, r.number as revision, s.member_id, m.handle as member, s.read, s.verdict,
  s.basis, s.comment, s.reason, s.words_digest, s.at, st.standing, st.because, v.words,
  (select coalesce(array_agg(e.url order by e.position), '{}')
    from sign_off_evidence e where e.sign_off_id = s.id) as evidence
from sign_offs s
join key_points k on k.id = s.key_point_id
join key_point_versions v on v.key_point_id = s.key_point_id and v.revision_id = s.revision_id
join revisions r on r.id = s.revision_id
join members m on m.id = s.member_id
cross join lateral (
  select t.standing, t.because from sign_off_standings t
  where t.sign_off_id = s.id
  order by t.id desc
  limit 1) st;
