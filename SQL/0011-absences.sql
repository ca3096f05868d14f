-- Who is away, and who stands in.

create table absences (
  id bigint generated always as identity primary key,
  member_id bigint not null references members,
  -- The last day away.
  until date not null,
  -- Who is shown what waits for them meanwhile. It lends nobody a role.
  deputy_id bigint references members,
  at timestamptz not null default now(),
  constraint deputy_is_another check (deputy_id is distinct from member_id)
);
create index absences_last_first on absences (member_id, id desc);
call only_grows('absences');

-- The last word of each member; a day that is over is presence.
create view members_away as
select distinct on (a.member_id) a.member_id, m.handle, a.until, d.id as deputy_id, d.handle as deputy
from absences a
join members m on m.id = a.member_id
left join members d on d.id = a.deputy_id
order by a.member_id, a.id desc;
