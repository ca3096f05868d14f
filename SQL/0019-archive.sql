-- What a draft has in common with other stories, and which of them it overtakes.

-- Names that stand in the revision that readers see and in the latest one, as numbers. Derived from the texts; written
-- anew by whoever files, publishes or ends.
create table archive_names (
  name bigint not null,
  dateline date not null,
  draft_id bigint not null references drafts,
  primary key (name, dateline, draft_id)
);
create index archive_names_of_draft on archive_names (draft_id);

-- Sentences of other stories that a revision overtakes: they were right in their day.
create table archive_updates (
  revision_id bigint not null references revisions,
  position integer not null,
  rule text not null,
  quote text not null,
  span_start bigint not null,
  span_end bigint not null,
  other_revision_id bigint not null references revisions,
  other_quote text not null,
  other_span_start bigint not null,
  other_span_end bigint not null,
  primary key (revision_id, position),
  constraint update_span_whole check (span_start >= 0 and span_end > span_start),
  constraint other_span_whole check (other_span_start >= 0 and other_span_end > other_span_start)
);
call only_grows('archive_updates');
