-- Pages on the web that people asked to be looked at, and what was seen there.

create table watched_pages (
  id bigint generated always as identity primary key,
  url text not null constraint watched_page_once unique,
  -- The host that the next request goes to, and the address where that is not `url`: a look is led on by redirects.
  host text not null,
  led_to text,
  hops integer not null default 0,
  -- What matters of the page, as the last successful look read it.
  kind text constraint page_kind_known check (kind in ('page', 'feed', 'file')),
  lines text[],
  -- What the next look sends along, so that an unchanged page need not come again; it belongs to one address.
  validated_url text,
  etag text,
  last_modified text,
  last_look timestamptz,
  last_success timestamptz,
  -- Why the last look saw nothing.
  problem text,
  failures integer not null default 0,
  next_look timestamptz not null default now()
);
create index watched_pages_by_next_look on watched_pages (next_look);

create table watches (
  id bigint generated always as identity primary key,
  page_id bigint not null references watched_pages,
  -- What it is watched for.
  claim_id bigint references claims,
  key_point_id bigint references key_points,
  matter_id bigint references matters,
  draft_id bigint references drafts,
  every_minutes integer not null constraint watch_interval check (every_minutes between 15 and 10080),
  -- Somebody said that a look before publication gives nothing away.
  before_publication boolean not null,
  added_by bigint not null references members,
  added_at timestamptz not null default now(),
  stopped_by bigint references members,
  stopped_at timestamptz,
  -- The last change of the page that somebody has marked as seen, or that was before the watch.
  seen_change bigint not null,
  constraint watch_is_for_one check (num_nonnulls(claim_id, key_point_id, matter_id) = 1),
  constraint watch_of_story check ((matter_id is null) = (draft_id is not null)),
  constraint watch_stop_whole check ((stopped_by is null) = (stopped_at is null))
);
create unique index watch_stands_once
  on watches (page_id, coalesce(claim_id, 0), coalesce(key_point_id, 0), coalesce(matter_id, 0))
  where stopped_at is null;
create index watches_of_claim on watches (claim_id) where claim_id is not null;
create index watches_of_draft on watches (draft_id) where draft_id is not null;

-- What changed, with the words: pieces that stayed, were cut or were added, in reading order.
create table page_changes (
  id bigint generated always as identity primary key,
  page_id bigint not null references watched_pages,
  since timestamptz not null,
  seen_at timestamptz not null,
  kinds text[] not null,
  words text[] not null
);
create index page_changes_of_page on page_changes (page_id, id);
call only_grows('page_changes');

-- One request at a time to a host, and one in ten seconds. Who dies with one under way is waited for until `busy_until`.
create table asked_hosts (
  host text primary key,
  busy_until timestamptz,
  free_from timestamptz not null
);

-- What the robots.txt of a scheme, host and port says; null when nobody could read it.
create table robots_rules (
  origin text primary key,
  rules text,
  problem text,
  led_to text,
  hops integer not null default 0,
  good_until timestamptz not null
);

-- Watches under which a page is looked at now: not those of stories that ended or, unless somebody said so, are not out.
create view watches_at_work as
select w.*
from watches w
left join drafts d on d.id = w.draft_id
where w.stopped_at is null
  and (d.id is null or d.ended is null and (w.before_publication or d.live_revision_id is not null));
