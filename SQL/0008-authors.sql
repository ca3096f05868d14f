-- Whose words a revision tells: who filed them first, and who changed them since.

-- Every statement of a draft, key point or sentence of the body, in whichever revisions it stands. Two that differ only
-- in marks, spaces and capitals are one.
create table statements (
  draft_id bigint not null references drafts,
  -- SHA-256 of the words without their looks.
  digest bytea not null,
  -- The first revision that has exactly these words.
  words_from bigint not null references revisions,
  -- The first revision that has the statement which these words changed.
  written_in bigint not null references revisions,
  primary key (draft_id, digest)
);
call only_grows('statements');

-- Sentences of the body that bear a key point out, the likeliest first.
create table key_point_supports (
  key_point_id bigint not null,
  revision_id bigint not null,
  position integer not null,
  span_start bigint not null,
  span_end bigint not null,
  words_from bigint not null references revisions,
  written_in bigint not null references revisions,
  primary key (key_point_id, revision_id, position),
  foreign key (key_point_id, revision_id) references key_point_versions,
  constraint support_span_whole check (span_start >= 0 and span_end > span_start)
);
call only_grows('key_point_supports');

-- The first revision that has the key point under its label; for versions from before this column, `words_from`.
alter table key_point_versions add written_in bigint references revisions;
