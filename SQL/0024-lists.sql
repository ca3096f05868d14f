-- Contradictions of all drafts as a list, how each rule fares, and words of the archive that come back.

alter table contradictions
  -- Whether its rule was mostly dismissed on its desk when it was found: a suggestion then shows on request only.
  add quiet boolean not null default false;
alter table claims
  -- The same of a claim: nobody is asked about it then.
  add quiet boolean not null default false;

-- What waits for somebody, in the order of the list.
create index contradictions_unsettled on contradictions (id) where status <> 'settled';

-- What readers see, the newest first: rules are tried on it.
create index drafts_live_newest_first on drafts (live_revision_id desc) where live_revision_id is not null;

-- What people said of the engine's findings: an outcome, `open` of a contradiction that is confirmed and has none yet,
-- `dismissed` of a claim. A claim that was asked about often says what was answered last.
create index contradictions_judged on contradictions (rule) where origin = 'engine' and status <> 'suggested';
create index claims_judged on claims (rule)
  where origin = 'engine' and (dismissed_at is not null or retired_at is not null or asked > 0);
create index closed_follow_ups_of_claim on follow_up_claims (claim_id) where not open;
create view judged_findings as
select d.desk_id, c.rule, coalesce(c.outcome, 'open') as says
from contradictions c join drafts d on d.id = c.draft_id
where c.origin = 'engine' and c.status <> 'suggested'
union all
select d.desk_id, c.rule, case when c.dismissed_at is not null then 'dismissed' else a.outcome end
from claims c
join drafts d on d.id = c.draft_id
left join lateral (
  select f.outcome from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id
  where fc.claim_id = c.id and not fc.open order by f.closed_at desc, f.id desc limit 1) a on true
where c.origin = 'engine' and (c.dismissed_at is not null or c.retired_at is not null or c.asked > 0)
  and (c.dismissed_at is not null or a.outcome is not null);

-- All that the engine found.
create view engine_findings as
select d.desk_id, c.rule, c.kind, c.quiet and c.status = 'suggested' as is_quiet
from contradictions c join drafts d on d.id = c.draft_id where c.origin = 'engine'
union all
select d.desk_id, c.rule, c.kind, c.quiet and c.dismissed_at is null
from claims c join drafts d on d.id = c.draft_id where c.origin = 'engine';

-- Sentences of a revision that repeat a claim of another story.
create table repeated_claims (
  revision_id bigint not null references revisions,
  position integer not null,
  span_start bigint not null,
  span_end bigint not null,
  claim_id bigint not null references claims,
  primary key (revision_id, position),
  constraint repeated_span_whole check (span_start >= 0 and span_end > span_start)
);
call only_grows('repeated_claims');
create index claims_by_sentence on claims (sentence_digest);
create index closed_follow_ups_of_matter on follow_ups (matter_id) where status = 'closed';

-- What was answered of a matter last, in words, from what day and who says so.
create view matters_now as
select distinct on (matter_id) matter_id, outcome as how, note as says, as_of::text as since, source
from follow_ups
where status = 'closed' and outcome in ('overtaken', 'updated', 'wrong')
order by matter_id, as_of desc, closed_at desc, id desc;

-- Repeated claims that are overtaken by now: their own question was answered so, or their matter has moved since.
create view repeated_claims_overtaken as
select rc.revision_id, rc.position, rc.span_start, rc.span_end, w.draft, w.revision, r.dateline, w.quote as other_quote,
  n.how, n.says, n.since, n.source, n.matter_kind
from repeated_claims rc
join claims_with_words w on w.id = rc.claim_id
join revisions r on r.draft_id = w.draft_id and r.number = w.revision
join drafts d on d.id = w.draft_id and d.ended is null
cross join lateral (
  select * from (
    select f.outcome as how, f.note as says, f.as_of::text as since, f.source, null as matter_kind
    from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id
    where fc.claim_id = rc.claim_id and f.status = 'closed' and f.outcome in ('overtaken', 'updated', 'wrong')
    union all
    select m.how, m.says, m.since, m.source, null
    from matters_now m where m.matter_id = w.matter_id and m.since > w.as_of::text
    union all
    -- The newest status of the matter, for whom the claim is overtaken.
    (select 'moved', s.status, s.since, s.source, m.kind
    from matter_statuses o
    join matters m on m.id = o.matter_id
    -- What is said of all is said of each.
    join matter_statuses s on s.matter_id = o.matter_id and coalesce(s.party = o.party, true)
      and coalesce(s.count = o.count, true)
    where o.matter_id = w.matter_id and o.number = w.overtaken_by
    order by (s.since || '~') collate "C" desc, s.number desc limit 1)) known
  -- A year alone is its last day.
  order by (since || '~') collate "C" desc limit 1) n;
