-- An archive that is brought in, and what is asked about it first.

-- Whether the gate let a revision out, or an archive says that it was published.
alter table publications add column origin text not null default 'stet'
  constraint publication_origin_known check (origin in ('stet', 'imported'));

create table imports (
  id bigint generated always as identity primary key,
  name text not null constraint import_name_taken unique,
  begun_at timestamptz not null default now()
);
call only_grows('imports');

-- What was brought in: an item of an archive becomes one draft, however often the archive is read.
create table imported_items (
  import_id bigint not null references imports,
  -- Its name in the archive.
  item text not null,
  -- SHA-256 of its bytes: the same bytes under another name are the same item.
  digest bytea not null constraint imported_once unique,
  draft_id bigint not null references drafts,
  primary key (import_id, item)
);
create index imported_items_of_draft on imported_items (draft_id);
call only_grows('imported_items');

-- Rank of a claim that was due already when its story was imported, until somebody is asked about it. A few are asked
-- about each night, the lowest rank first: 0 accuses a person, 1 is about people in danger, 2 is the rest.
alter table claims add column waits integer constraint waiting_rank_known check (waits between 0 and 2);
create index claims_waiting on claims (waits, as_of desc, id)
  where waits is not null and watched and dismissed_at is null and retired_at is null;

-- Stories from before the index of names: a nightly run reads them, and takes them off.
create table unnamed_drafts (draft_id bigint primary key references drafts);
insert into unnamed_drafts
select d.id from drafts d
where d.ended is null and not exists (select from archive_names a where a.draft_id = d.id);

-- What waits is not looked through every night.
drop index claims_by_due;
create index claims_by_due on claims (due)
  where due is not null and watched and dismissed_at is null and retired_at is null and waits is null;
