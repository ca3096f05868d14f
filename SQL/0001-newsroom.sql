-- The newsroom: one database, its desks, members, tokens and policies.

create table newsroom (
  singleton boolean primary key default true constraint newsroom_is_one check (singleton),
  time_zone text not null,
  initialised_at timestamptz not null default now()
);

-- The newsroom's civil day now. PostgreSQL's time zone database is the only one that Stet asks.
create function newsroom_today() returns date
language sql stable
as $$ select (now() at time zone time_zone)::date from newsroom $$;

-- An instant as the API writes it, in UTC and to the microsecond.
create function rfc3339(instant timestamptz) returns text
language sql immutable
as $$ select to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

create table desks (
  id bigint generated always as identity primary key,
  slug text not null constraint desk_slug_taken unique
    constraint desk_slug_plain check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  created_at timestamptz not null default now()
);

create table members (
  id bigint generated always as identity primary key,
  handle text not null constraint member_handle_taken unique
    constraint member_handle_plain check (handle ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  name text not null,
  -- Names of before: a byline of the past still means who stood in it.
  former_names text[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table desk_roles (
  desk_id bigint not null references desks,
  member_id bigint not null references members,
  role text not null constraint role_known check (
    role in ('reporter', 'editor', 'fact-checker', 'standards', 'legal', 'chief', 'admin')),
  primary key (desk_id, member_id, role)
);
create index desk_roles_of_member on desk_roles (member_id);

create table tokens (
  id bigint generated always as identity primary key,
  member_id bigint not null references members,
  -- SHA-256 of the token. A plain hash is enough for 256 random bits.
  digest bytea not null constraint token_digest_once unique,
  last_four text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);
create index tokens_of_member on tokens (member_id);

create table policies (
  id bigint generated always as identity primary key,
  desk_id bigint not null references desks,
  version integer not null,
  yaml text not null,
  created_at timestamptz not null default now(),
  constraint policy_version_once unique (desk_id, version)
);

-- Tables that record what happened only grow.
create function refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- Makes a table one that only grows.
create procedure only_grows(name regclass)
language plpgsql
as $$
begin
  execute format(
    'create trigger %I before update or delete on %s for each row execute function refuse_change()',
    name || '_only_grow', name);
  execute format(
    'create trigger %I before truncate on %s for each statement execute function refuse_change()',
    name || '_never_emptied', name);
end
$$;

call only_grows('policies');
