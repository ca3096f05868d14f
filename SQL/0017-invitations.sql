-- Experts of other houses, who sign by invitation; and who is to give a read or answer a question.

alter table members
  -- The name by which an expert is known again, as names of people are compared; null for members of the newsroom.
  add guest text constraint guest_is_one_person unique,
  add constraint guest_never_active check (guest is null or not active);

-- What people read as the one who signed: members by their handle, experts by their name.
create view signers as
select id, case when guest is null then handle else name end as signer from members;

create table invitations (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  number integer not null,
  member_id bigint not null references members,
  -- The name as it was written.
  name text not null,
  read text not null constraint invited_read_known check (read in ('desk', 'fact', 'standards')),
  question text,
  until timestamptz not null,
  -- The revision whose words it asks about.
  revision_id bigint not null references revisions,
  invited_by bigint not null references members,
  -- SHA-256 of the token. A plain hash is enough for 256 random bits.
  token_digest bytea not null constraint invitation_token_once unique,
  at timestamptz not null default now(),
  constraint invitation_label_once unique (draft_id, number)
);
call only_grows('invitations');

create table invitation_key_points (
  invitation_id bigint not null references invitations,
  key_point_id bigint not null references key_points,
  primary key (invitation_id, key_point_id)
);
call only_grows('invitation_key_points');

-- How an invitation ended, but for its deadline. It ends once.
create table invitation_ends (
  invitation_id bigint primary key references invitations,
  ending text not null constraint invitation_ending_known check (ending in ('answered', 'withdrawn')),
  at timestamptz not null default now()
);
call only_grows('invitation_ends');

-- Sign-offs that were given by invitation.
create table invited_sign_offs (
  sign_off_id bigint primary key references sign_offs,
  invitation_id bigint not null references invitations
);
call only_grows('invited_sign_offs');

create view invitations_as_they_stand as
select i.id, i.draft_id, i.number, i.member_id, i.name, i.read, i.question, i.until,
  to_char(i.until at time zone n.time_zone, 'YYYY-MM-DD"T"HH24:MI') as until_here, i.revision_id, i.invited_by, i.at,
  coalesce(e.ending, case when i.until <= now() then 'expired' else 'open' end) as state, e.at as ended_at,
  (select array_agg(key_point_label(k.form, k.number) order by k.form <> 'key-point', k.form, k.number)
    from invitation_key_points p join key_points k on k.id = p.key_point_id where p.invitation_id = i.id) as labels
from invitations i
cross join newsroom n
left join invitation_ends e on e.invitation_id = i.id;

-- Who is to give a read of a draft, or to answer a follow-up; nobody where `member_id` is null. The last row counts.
create table assignments (
  id bigint generated always as identity primary key,
  draft_id bigint references drafts,
  read text constraint assigned_read_known check (read in ('desk', 'fact', 'legal', 'standards')),
  follow_up_id bigint references follow_ups,
  member_id bigint references members,
  by_member bigint not null references members,
  at timestamptz not null default now(),
  constraint assignment_of_one_thing check (
    (draft_id is null) = (read is null) and (draft_id is null) <> (follow_up_id is null))
);
create index assignments_of_draft on assignments (draft_id, read, id desc);
create index assignments_of_follow_up on assignments (follow_up_id, id desc);
call only_grows('assignments');

-- Whose turn a follow-up is: its assignee's, while that is a member, else that of whom the night asked.
create view follow_up_turns as
select f.id as follow_up_id, coalesce(a.handle, t.handle) as handle
from follow_ups f
left join members t on t.id = f.turn
left join lateral (
  select member_id from assignments where follow_up_id = f.id order by id desc limit 1) last on true
left join members a on a.id = last.member_id and a.active;
