-- Where published words stand, and what is owed there since they turned out wrong.

alter table drafts
  add placements integer not null default 0,
  add corrections integer not null default 0;

create table placements (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null,
  kind text not null constraint placement_kind_known check (
    kind in ('site', 'push', 'social', 'newsletter', 'partner', 'translation')),
  name text,
  url text,
  -- The draft that holds the words of a translation.
  words_draft_id bigint references drafts,
  -- Whoever sees to it there.
  owner_id bigint not null references members,
  -- The revision that it shows; of a translation, the one of its own draft when it was recorded.
  revision_id bigint not null references revisions,
  -- When it was put up or sent.
  out_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  constraint placement_label_once unique (draft_id, number),
  constraint translation_names_its_draft check ((kind = 'translation') = (words_draft_id is not null)),
  constraint translation_is_another_draft check (words_draft_id is distinct from draft_id)
);
create unique index site_placement_once on placements (draft_id) where kind = 'site';
create unique index translation_placement_once on placements (draft_id, words_draft_id) where kind = 'translation';
create index placements_of_owner on placements (owner_id);

-- The approvals that stood when a revision was published: they passed it.
create table publication_sign_offs (
  publication_id bigint not null references publications,
  sign_off_id bigint not null references sign_offs,
  primary key (publication_id, sign_off_id)
);
call only_grows('publication_sign_offs');

create table corrections (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null,
  kind text not null constraint correction_kind_known check (
    kind in ('correction', 'clarification', 'update', 'kill')),
  -- The writer's words, for the editor's note.
  note text not null,
  -- The revision that was live then.
  revision_id bigint not null references revisions,
  opened_by bigint not null references members,
  opened_at timestamptz not null default now(),
  -- The revision that put it right on the site.
  fixed_in bigint references revisions,
  dropped_by bigint references members,
  dropped_at timestamptz,
  dropped_reason text,
  constraint correction_label_once unique (draft_id, number),
  constraint correction_drop_whole check (
    (dropped_by is null) = (dropped_at is null) and (dropped_by is null) = (dropped_reason is null))
);

-- The key points that it is about, by the label that they have for life.
create table correction_key_points (
  correction_id bigint not null references corrections,
  key_point_id bigint not null references key_points,
  label text not null,
  primary key (correction_id, key_point_id)
);
call only_grows('correction_key_points');

-- What each placement is owed by a correction, until it is done there.
create table owed_corrections (
  correction_id bigint not null references corrections,
  placement_id bigint not null references placements,
  -- The latest revision of the words' draft then: only a later one corrects it.
  after_revision_id bigint not null references revisions,
  done_at timestamptz,
  done_by bigint references members,
  -- The revision that did it, on the site and in a translation.
  done_in bigint references revisions,
  note text,
  primary key (correction_id, placement_id),
  constraint owed_correction_done_whole check ((done_at is null) = (done_by is null))
);
create index owed_corrections_of_placement on owed_corrections (placement_id) where done_at is null;

create view placements_as_they_stand as
select p.id, p.draft_id, p.number, p.kind, p.name, p.url, w.slug as words, w.ended as words_ended,
  p.owner_id, o.handle as owner, o.active as owner_active, coalesce(wr.number, r.number) as revision,
  rfc3339(p.out_at) as out_at, (p.out_at at time zone n.time_zone)::date as out_on,
  to_char(p.out_at at time zone n.time_zone, 'HH24:MI') as out_clock
from placements p
cross join newsroom n
join revisions r on r.id = p.revision_id
join members o on o.id = p.owner_id
left join drafts w on w.id = p.words_draft_id
left join revisions wr on wr.id = w.live_revision_id;

create view corrections_as_they_stand as
select c.id, c.draft_id, d.slug as draft, c.number, c.kind, c.note, r.number as revision, b.handle as opened_by,
  rfc3339(c.opened_at) as opened_at, (c.opened_at at time zone n.time_zone)::date as opened_on,
  to_char(c.opened_at at time zone n.time_zone, 'HH24:MI') as opened_clock,
  f.number as fixed_in, p.on_day as fixed_on, s.handle as dropped_by, rfc3339(c.dropped_at) as dropped_at,
  c.dropped_reason,
  (select min(e.on_day) from publications e where e.draft_id = c.draft_id) as first_published_on
from corrections c
cross join newsroom n
join drafts d on d.id = c.draft_id
join revisions r on r.id = c.revision_id
join members b on b.id = c.opened_by
left join revisions f on f.id = c.fixed_in
left join publications p on p.revision_id = c.fixed_in
left join members s on s.id = c.dropped_by;

-- What is out already stands on the site, and what passed it is known by the times.
insert into placements (draft_id, number, kind, owner_id, revision_id, out_at)
select d.id, 1, 'site', p.by_member, p.revision_id, p.recorded_at
from drafts d join publications p on p.revision_id = d.live_revision_id
where d.ended is null;
update drafts set placements = 1 where live_revision_id is not null and ended is null;

insert into publication_sign_offs (publication_id, sign_off_id)
select p.id, s.id
from publications p
join key_points k on k.draft_id = p.draft_id
join sign_offs s on s.key_point_id = k.id and s.verdict = 'approve' and s.at <= p.recorded_at
cross join lateral (
  select t.standing from sign_off_standings t where t.sign_off_id = s.id and t.at <= p.recorded_at
  order by t.id desc limit 1) st
where st.standing in ('current', 'carried');
