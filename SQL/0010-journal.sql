-- What may take words away: an erasure under order, by two people, and never from a story that is preserved.

-- Approved by one person, carried out by another. One that was carried out is the tombstone.
create table erasures (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  order_reference text not null,
  approved_by bigint not null references members,
  approved_at timestamptz not null default now(),
  carried_out_by text,
  carried_out_at timestamptz,
  constraint erasure_approved_once unique (draft_id, order_reference),
  constraint erasure_whole check ((carried_out_by is null) = (carried_out_at is null))
);

-- Orders to delete nothing of a story, until each is lifted.
create table preservations (
  id bigint generated always as identity primary key,
  draft_id bigint not null references drafts,
  order_reference text not null,
  ordered_by text not null,
  ordered_at timestamptz not null default now(),
  lifted_by text,
  lifted_at timestamptz,
  constraint preservation_whole check ((lifted_by is null) = (lifted_at is null))
);
create unique index preservation_stands_once on preservations (draft_id, order_reference) where lifted_at is null;

-- What happened gives way only to a transaction that leaves a tombstone behind.
create or replace function refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and exists (
    select from erasures where carried_out_at = now() and xmin = pg_current_xact_id()::xid)
  then
    return new;
  end if;
  raise exception 'rows of % are never changed or removed', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

call only_grows('journal_payloads');

-- A stored answer tells of its story, whichever that is.
create function keep_while_preserved() returns trigger
language plpgsql
as $$
begin
  if exists (select from preservations where lifted_at is null) then
    return null;
  end if;
  return old;
end
$$;
create trigger idempotency_keys_kept before delete on idempotency_keys
  for each row execute function keep_while_preserved();

-- Gives the role `stet_service` what the service needs: not to change or remove what only grows, not to carry out an
-- erasure, not to touch the schema. Makes the role where the caller may; does nothing where there is none.
create procedure grant_to_service()
language plpgsql
as $$
declare
  name regclass;
begin
  if to_regrole('stet_service') is null then
    begin
      create role stet_service nologin;
    exception
      when insufficient_privilege then return;
      when duplicate_object or unique_violation then null;
    end;
  end if;
  execute format('grant usage on schema %I to stet_service', current_schema());
  execute format(
    'grant select, insert, update, delete on all tables in schema %I to stet_service', current_schema());
  for name in
    select t.tgrelid::regclass from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'refuse_change' group by 1
  loop
    execute format('revoke update, delete on %s from stet_service', name);
  end loop;
  revoke update, delete on erasures from stet_service;
  revoke delete on drafts, claims, contradictions, follow_ups, preservations, journal_heads from stet_service;
  revoke insert, update, delete on schema_migrations, newsroom from stet_service;
end
$$;
