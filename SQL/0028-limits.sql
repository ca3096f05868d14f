-- Limited drafts: who may read one, and what other drafts say otherwise without knowing.

alter table drafts
  -- Whether only some may read it: whoever wrote it, and those whom the last row of `limits` names.
  add limited boolean not null default false;
create index drafts_limited on drafts (id) where limited;

-- Who may read a draft besides its authors: members, and all who hold a role on these desks. Null together: everybody
-- again. The last row of a draft counts.
create table limits (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  members bigint[],
  desks bigint[],
  reason text,
  limited_by bigint not null references members,
  at timestamptz not null default now(),
  constraint limit_whole check ((members is null) = (desks is null))
);
create index limits_last_first on limits (draft_id, id desc);
call only_grows('limits');

-- Members who stand in a byline of a draft that is, or was, limited: they read it as whoever filed it does.
create table byline_members (
  draft_id bigint not null references drafts,
  member_id bigint not null references members,
  primary key (draft_id, member_id)
);
call only_grows('byline_members');

-- Who may read a draft that is limited.
create function readers(draft bigint) returns setof bigint
language sql stable
as $$
  select r.filed_by from revisions r where r.draft_id = draft
  union
  select b.member_id from byline_members b where b.draft_id = draft
  union
  select n.id
  from (select * from limits l where l.draft_id = draft order by l.id desc limit 1) l
  cross join lateral (
    select unnest(l.members) as id union all select d.member_id from desk_roles d where d.desk_id = any(l.desks)) n
$$;

create function reads(member bigint, draft bigint) returns boolean
language sql stable
as $$ select exists (select from readers(draft) r where r = member) $$;

-- Whether the transaction's reader may read a draft that is limited. `stet.reader` is a member's id, or `newsroom` for the
-- newsroom's own work; a transaction that sets none reads nothing that is limited.
create function may_read(draft bigint) returns boolean
language sql stable
as $$
  select case coalesce(current_setting('stet.reader', true), '')
    when 'newsroom' then true
    when '' then false
    else reads(current_setting('stet.reader')::bigint, draft)
  end
$$;

create view readable_drafts as
select * from drafts where not limited or may_read(id);

-- Few, whatever the archive has: lists leave them out.
create view hidden_drafts as
select id from drafts where limited and not may_read(id);

-- Whether everybody who may read one draft may read the other.
create function read_by_all_of(here bigint, there bigint) returns boolean
language sql stable
as $$
  select not t.limited or h.id = t.id or (h.limited and not exists (
    select from readers(h.id) r join members m on m.id = r and m.active where not reads(m.id, t.id)))
  from drafts h, drafts t
  where h.id = here and t.id = there
$$;

-- What another draft says otherwise than a limited one whose readers it must not learn from.
create table collisions (
  id bigint generated always as identity primary key,
  -- The limited one. Its people are told; Y1, Y2 … keep their number.
  draft_id bigint not null references drafts,
  number integer not null,
  rule text not null,
  -- What makes it the same as a contradiction that the limited draft has by itself.
  words_digest bytea not null,
  -- What differs, as the other draft's readers would be told.
  note text,
  revision_id bigint not null references revisions,
  quote text not null,
  span_start bigint not null,
  span_end bigint not null,
  other_draft_id bigint not null references drafts,
  other_revision_id bigint not null references revisions,
  other_quote text not null,
  other_span_start bigint not null,
  other_span_end bigint not null,
  found_at timestamptz not null default now(),
  outcome text constraint collision_outcome_known check (
    outcome in ('told', 'kept', 'fixed-here', 'different-scope', 'rounding', 'not-a-contradiction')),
  reason text,
  settled_by bigint references members,
  settled_at timestamptz,
  constraint collision_label_once unique (draft_id, number),
  constraint collision_once unique (draft_id, other_draft_id, words_digest),
  constraint collision_settled_whole check (
    (outcome is null) = (settled_by is null) and (outcome is null) = (settled_at is null)),
  constraint collision_span_whole check (span_start >= 0 and span_end > span_start),
  constraint collision_other_span_whole check (other_span_start >= 0 and other_span_end > other_span_start)
);
create index collisions_of_other on collisions (other_draft_id);

-- Limited drafts that another one's archive check passes over: not all of its readers may read them, and their people have
-- not told its writer.
create function hidden_from(here bigint) returns setof bigint
language sql stable
as $$
  select l.id from drafts l
  where l.limited and l.ended is null and l.id <> here and not read_by_all_of(here, l.id)
    and not exists (
      select from collisions c where c.draft_id = l.id and c.other_draft_id = here and c.outcome = 'told')
$$;

create index contradiction_passages_by_revision on contradiction_passages (revision_id);

-- Contradictions that quote what the transaction's reader may not read, and those that quote anything limited.
create view contradictions_quoting_hidden as
select p.contradiction_id as id
from hidden_drafts h join revisions r on r.draft_id = h.id join contradiction_passages p on p.revision_id = r.id;

create view contradictions_quoting_limited as
select p.contradiction_id as id
from drafts d join revisions r on r.draft_id = d.id join contradiction_passages p on p.revision_id = r.id
where d.limited;

-- What people said of findings decides what everybody is shown of the next ones: those in limited drafts count nowhere.
create or replace view judged_findings as
select d.desk_id, c.rule, coalesce(c.outcome, 'open') as says
from contradictions c join drafts d on d.id = c.draft_id and not d.limited
where c.origin = 'engine' and c.status <> 'suggested'
  and c.id not in (select id from contradictions_quoting_limited)
union all
select d.desk_id, c.rule, case when c.dismissed_at is not null then 'dismissed' else a.outcome end
from claims c
join drafts d on d.id = c.draft_id and not d.limited
left join lateral (
  select f.outcome from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id
  where fc.claim_id = c.id and not fc.open order by f.closed_at desc, f.id desc limit 1) a on true
where c.origin = 'engine' and (c.dismissed_at is not null or c.retired_at is not null or c.asked > 0)
  and (c.dismissed_at is not null or a.outcome is not null);

create or replace view engine_findings as
select d.desk_id, c.rule, c.kind, c.quiet and c.status = 'suggested' as is_quiet
from contradictions c join drafts d on d.id = c.draft_id and not d.limited
where c.origin = 'engine' and c.id not in (select id from contradictions_quoting_limited)
union all
select d.desk_id, c.rule, c.kind, c.quiet and c.dismissed_at is null
from claims c join drafts d on d.id = c.draft_id and not d.limited where c.origin = 'engine';
