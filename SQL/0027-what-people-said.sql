-- What a person said of a link outlives the next wording; and what is planned for a day is overtaken by another day.

alter table key_point_matters
  -- Whether a person said what it asserts. Else it is read from its words, anew with each revision that changes them.
  add said_by_person boolean not null default false;

-- With the day that a claim names. (Read claim by claim: of one draft with thousands of claims the planner, while it knows
-- nothing of them, reads each of its sentences for each claim.)
create or replace view key_points_resting_on_matters as
select km.matter_id, km.key_point_id, km.asserts, km.asserts_party, null::text as expected
from key_point_matters km
union
select c.matter_id, v.key_point_id, c.asserts, c.asserts_party, c.expected
from claims c
join drafts d on d.id = c.draft_id
cross join lateral (
  select span_start, span_end from claim_occurrences co
  where co.claim_id = c.id and co.revision_id = d.latest_revision_id
  -- Keeps the planner from looking for the revision's occurrences first.
  offset 0) o
join key_point_versions v on v.revision_id = d.latest_revision_id
where c.matter_id is not null and c.dismissed_at is null and (
  (v.span_start < o.span_end and o.span_start < v.span_end)
  or exists (
    select from key_point_supports s
    where s.key_point_id = v.key_point_id and s.revision_id = v.revision_id
      and s.span_start < o.span_end and o.span_start < s.span_end));
