-- What a desk's policy can ask for beyond approvals.

alter table revisions
  -- What the draft was filed under, such as "court".
  add tags text[] not null default '{}',
  -- The agency whose copy it is.
  add wire text;

alter table policies
  -- Who made this version; null for the built-in one.
  add made_by text;

-- Sentences that accuse somebody and need no key point, by their words.
create table waivers (
  draft_id bigint not null references drafts,
  sentence_digest bytea not null,
  member_id bigint not null references members,
  reason text not null,
  at timestamptz not null default now(),
  primary key (draft_id, sentence_digest)
);
call only_grows('waivers');

-- What was done so that somebody who is accused by name could answer. The last row for a person counts most.
create table replies (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  person text not null,
  recorded_by bigint not null references members,
  asked_at timestamptz,
  how text,
  until timestamptz,
  -- The words of the copy that tell the answer.
  answer text,
  no_answer boolean not null default false,
  -- Why nobody asked, or waited.
  why_not text,
  at timestamptz not null default now(),
  constraint reply_asked_or_not check (
    (why_not is null) = (asked_at is not null) and (asked_at is null) = (how is null)
    and (asked_at is null) = (until is null)),
  constraint reply_has_one_answer check (not (no_answer and answer is not null))
);
create index replies_of_draft on replies (draft_id);
call only_grows('replies');

-- Who agrees to publish although the legal read holds or queries. No words, on purpose.
create table agreements (
  sign_off_id bigint not null references sign_offs,
  member_id bigint not null references members,
  -- The words that stood then: others have to be agreed to anew.
  words_digest bytea not null,
  at timestamptz not null default now(),
  primary key (sign_off_id, member_id, words_digest)
);
call only_grows('agreements');

-- Reads that follow a publication, by the member who was named for them.
create table owed_reads (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  revision_id bigint not null references revisions,
  read text not null,
  labels text[] not null,
  member_id bigint not null references members,
  due_at timestamptz not null,
  at timestamptz not null default now()
);
create index owed_reads_of_member on owed_reads (member_id);
call only_grows('owed_reads');
