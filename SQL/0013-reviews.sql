-- Somebody else looks at an override afterwards.

create table override_reviews (
  publication_id bigint primary key references publications,
  member_id bigint not null references members,
  -- Whether it was right to publish as it was.
  upheld boolean not null,
  note text not null,
  at timestamptz not null default now()
);
call only_grows('override_reviews');

-- Overrides that nobody else has looked at.
create view overrides_to_review as
select p.id as publication_id, p.draft_id, d.slug, d.desk_id, r.number as revision, p.by_member, m.handle as by_handle,
  p.reason, p.recorded_at
from publications p
join drafts d on d.id = p.draft_id
join revisions r on r.id = p.revision_id
join members m on m.id = p.by_member
left join override_reviews v on v.publication_id = p.id
where p.overrides and v.publication_id is null;
