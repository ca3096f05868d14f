-- Approvals of what is live that a matter's move ended: readers see what nobody vouches for.
create or replace view live_in_doubt as
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
cross join lateral (
  select t.standing from sign_off_standings t where t.sign_off_id = s.id order by t.id desc limit 1) l
where s.until < newsroom_today() or (s.until_moves is not null and l.standing = 'outdated')
union
select k.draft_id
from sign_offs s
join key_points k on k.id = s.key_point_id
join drafts d on d.id = k.draft_id and d.live_revision_id is not null and d.ended is null
cross join lateral (
  select t.standing, t.at from sign_off_standings t where t.sign_off_id = s.id order by t.id desc limit 1) l
join placements p on p.draft_id = d.id and p.kind = 'site' and l.at > p.out_at
where s.until_moves is not null and s.verdict = 'approve' and l.standing = 'outdated'
union
select p.draft_id
from sign_off_standings t
join publication_sign_offs o on o.sign_off_id = t.sign_off_id
join publications p on p.id = o.publication_id
join drafts d on d.live_revision_id = p.revision_id and d.ended is null
where t.standing = 'withdrawn';
