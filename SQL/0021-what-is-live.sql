-- What readers see and nobody vouches for any more, found without looking at every sign-off.
create index doubts on sign_offs (key_point_id) where verdict <> 'approve';
create index approvals_with_a_term on sign_offs (until) where until is not null;
create index withdrawals on sign_off_standings (sign_off_id) where standing = 'withdrawn';

create view live_in_doubt as
select k.draft_id
from sign_offs s
join key_points k on k.id = s.key_point_id
join drafts d on d.id = k.draft_id and d.live_revision_id is not null and d.ended is null
cross join lateral (
  select t.standing from sign_off_standings t where t.sign_off_id = s.id order by t.id desc limit 1) l
where s.verdict <> 'approve' and l.standing in ('current', 'carried')
union
select p.draft_id
from sign_offs s
join publication_sign_offs o on o.sign_off_id = s.id
join publications p on p.id = o.publication_id
join drafts d on d.live_revision_id = p.revision_id and d.ended is null
where s.until < newsroom_today()
union
select p.draft_id
from sign_off_standings t
join publication_sign_offs o on o.sign_off_id = t.sign_off_id
join publications p on p.id = o.publication_id
join drafts d on d.live_revision_id = p.revision_id and d.ended is null
where t.standing = 'withdrawn';

-- A placement that was recorded by mistake.
alter table placements
  add removed_by bigint references members,
  add removed_at timestamptz,
  add removed_because text,
  add constraint placement_removal_whole check (
    (removed_by is null) = (removed_at is null) and (removed_by is null) = (removed_because is null)),
  add constraint site_stays check (kind <> 'site' or removed_at is null);
drop index translation_placement_once;
create unique index translation_placement_once on placements (draft_id, words_draft_id)
  where kind = 'translation' and removed_at is null;

create or replace view placements_as_they_stand as
select p.id, p.draft_id, p.number, p.kind, p.name, p.url, w.slug as words, w.ended as words_ended,
  p.owner_id, o.handle as owner, o.active as owner_active, coalesce(wr.number, r.number) as revision,
  rfc3339(p.out_at) as out_at, (p.out_at at time zone n.time_zone)::date as out_on,
  to_char(p.out_at at time zone n.time_zone, 'HH24:MI') as out_clock,
  rfc3339(wr.filed_at) as words_filed_at
from placements p
cross join newsroom n
join revisions r on r.id = p.revision_id
join members o on o.id = p.owner_id
left join drafts w on w.id = p.words_draft_id
left join revisions wr on wr.id = w.live_revision_id
where p.removed_at is null;
