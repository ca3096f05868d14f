-- When a story goes out: plans, embargoes, and reminders of what is due before or after.

-- What the newsroom's clocks show at an instant.
create function newsroom_time(instant timestamptz) returns text
language sql stable
as $$ select to_char(instant at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI') from newsroom $$;

-- The instants at which the newsroom's clocks show a time: none where they skip it, two where they show it twice.
create function newsroom_instants(shown timestamp) returns setof timestamptz
language sql stable
as $$
  select distinct c.instant
  from newsroom n
  -- The offsets a day before and after: a change of the clocks lies between them.
  cross join lateral (values ('-1 day'::interval), ('1 day'::interval)) as around(distance)
  cross join lateral (select shown at time zone 'UTC' + around.distance as probe) as p
  cross join lateral (
    select shown at time zone 'UTC' - ((p.probe at time zone n.time_zone) - (p.probe at time zone 'UTC')) as instant) as c
  where c.instant at time zone n.time_zone = shown
  order by c.instant
$$;

create table plans (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  revision_id bigint not null references revisions,
  at timestamptz not null,
  planned_by bigint not null references members,
  -- Who gives the read that follows the publication of breaking news.
  reader_id bigint references members,
  planned_at timestamptz not null default now()
);
call only_grows('plans');

-- How a plan ended: once, and then it is over.
create table plan_outcomes (
  plan_id bigint primary key references plans,
  outcome text not null constraint plan_outcome_known check (outcome in (
    'published', 'refused', 'replaced', 'taken-back', 'revised', 'ended')),
  -- Why it was refused at its moment.
  why text[] not null default '{}',
  at timestamptz not null default now()
);
call only_grows('plan_outcomes');

-- The last row of a draft counts.
create table embargoes (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  -- Null: it was lifted.
  until timestamptz,
  set_by bigint not null references members,
  -- The revision whose front matter says it; null for an order.
  revision_id bigint references revisions,
  reason text,
  at timestamptz not null default now(),
  constraint embargo_lifted_with_reason check (until is not null or reason is not null)
);
create index embargoes_last_first on embargoes (draft_id, id desc);
call only_grows('embargoes');

-- Each reminder is given once. No words in it: labels.
create table reminders (
  draft_id bigint not null references drafts,
  -- Such as 'fact K1', 'owed fact K1', 'review r2'.
  subject text not null,
  due_at timestamptz not null,
  event text not null constraint reminder_event_known check (event in ('reminder-before', 'reminder-after')),
  at timestamptz not null default now(),
  primary key (draft_id, subject, due_at, event)
);
call only_grows('reminders');

alter table drafts
  -- The open plan, or one that was refused and that nobody has seen to.
  add column plan_id bigint references plans,
  -- When to look for reminders next. Drafts of before are looked at from the next act on them.
  add column look_at timestamptz;
create index drafts_planned on drafts (plan_id) where plan_id is not null;
create index drafts_to_look_at on drafts (look_at) where look_at is not null;
create index owed_reads_of_draft on owed_reads (draft_id);

create view draft_schedules as
select d.id as draft_id, p.id as plan_id, r.number as revision, p.at, p.planned_by, m.handle as planner,
  rm.handle as reader, o.plan_id is not null as refused, o.why, e.until, em.handle as embargoed_by
from drafts d
left join plans p on p.id = d.plan_id
left join revisions r on r.id = p.revision_id
left join members m on m.id = p.planned_by
left join members rm on rm.id = p.reader_id
left join plan_outcomes o on o.plan_id = p.id
left join lateral (select * from embargoes x where x.draft_id = d.id order by x.id desc limit 1) e on true
left join members em on em.id = e.set_by;
