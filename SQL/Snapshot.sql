-- What the migrations make, as pg_dump of PostgreSQL 15 writes it. Made anew by: make snapshot

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE PROCEDURE public.grant_to_service()
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.hidden_from(here bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    AS $$
  select l.id from drafts l
  where l.limited and l.ended is null and l.id <> here and not read_by_all_of(here, l.id)
    and not exists (
      select from collisions c where c.draft_id = l.id and c.other_draft_id = here and c.outcome = 'told')
$$;
CREATE FUNCTION public.keep_while_preserved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from preservations where lifted_at is null) then
    return null;
  end if;
  return old;
end
$$;
CREATE FUNCTION public.key_point_label(form text, number integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE form WHEN 'key-point'::text THEN ('K'::text || number) WHEN 'headline'::text THEN form WHEN 'standfirst'::text THEN form ELSE (form || number) END;
CREATE FUNCTION public.may_read(draft bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select case coalesce(current_setting('stet.reader', true), '')
    when 'newsroom' then true
    when '' then false
    else reads(current_setting('stet.reader')::bigint, draft)
  end
$$;
CREATE FUNCTION public.newsroom_instants(shown timestamp without time zone) RETURNS SETOF timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
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
CREATE FUNCTION public.newsroom_time(instant timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    AS $$ select to_char(instant at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI') from newsroom $$;
CREATE FUNCTION public.newsroom_today() RETURNS date
    LANGUAGE sql STABLE
    AS $$ select (now() at time zone time_zone)::date from newsroom $$;
CREATE PROCEDURE public.only_grows(IN name regclass)
    LANGUAGE plpgsql
    AS $$
begin
  execute format(
    'create trigger %I before update or delete on %s for each row execute function refuse_change()',
    name || '_only_grow', name);
  execute format(
    'create trigger %I before truncate on %s for each statement execute function refuse_change()',
    name || '_never_emptied', name);
end
$$;
CREATE FUNCTION public.read_by_all_of(here bigint, there bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select not t.limited or h.id = t.id or (h.limited and not exists (
    select from readers(h.id) r join members m on m.id = r and m.active where not reads(m.id, t.id)))
  from drafts h, drafts t
  where h.id = here and t.id = there
$$;
CREATE FUNCTION public.readers(draft bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    AS $$
  select r.filed_by from revisions r where r.draft_id = draft
  union
  select b.member_id from byline_members b where b.draft_id = draft
  union
  select n.id
  from (select * from limits l where l.draft_id = draft order by l.id desc limit 1) l
  cross join lateral (
    select unnest(l.members) as id union all select d.member_id from desk_roles d where d.desk_id = any(l.desks)) n
$$;
CREATE FUNCTION public.reads(member bigint, draft bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ select exists (select from readers(draft) r where r = member) $$;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.rfc3339(instant timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ select to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
CREATE FUNCTION public.roles_held(member bigint) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
  select coalesce(array_agg(desk_id || ' ' || role order by desk_id, role), '{}') from desk_roles
  where member_id = member
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.absences (
    id bigint NOT NULL,
    member_id bigint NOT NULL,
    until date NOT NULL,
    deputy_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT deputy_is_another CHECK ((deputy_id IS DISTINCT FROM member_id))
);
ALTER TABLE public.absences ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.absences_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements (
    sign_off_id bigint NOT NULL,
    member_id bigint NOT NULL,
    words_digest bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.archive_names (
    name bigint NOT NULL,
    dateline date NOT NULL,
    draft_id bigint NOT NULL
);
CREATE TABLE public.archive_updates (
    revision_id bigint NOT NULL,
    "position" integer NOT NULL,
    rule text NOT NULL,
    quote text NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    other_revision_id bigint NOT NULL,
    other_quote text NOT NULL,
    other_span_start bigint NOT NULL,
    other_span_end bigint NOT NULL,
    CONSTRAINT other_span_whole CHECK (((other_span_start >= 0) AND (other_span_end > other_span_start))),
    CONSTRAINT update_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
CREATE TABLE public.asked_hosts (
    host text NOT NULL,
    busy_until timestamp with time zone,
    free_from timestamp with time zone NOT NULL
);
CREATE TABLE public.assignments (
    id bigint NOT NULL,
    draft_id bigint,
    read text,
    follow_up_id bigint,
    member_id bigint,
    by_member bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT assigned_read_known CHECK ((read = ANY (ARRAY['desk'::text, 'fact'::text, 'legal'::text, 'standards'::text]))),
    CONSTRAINT assignment_of_one_thing CHECK ((((draft_id IS NULL) = (read IS NULL)) AND ((draft_id IS NULL) <> (follow_up_id IS NULL))))
);
ALTER TABLE public.assignments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.assignments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.byline_members (
    draft_id bigint NOT NULL,
    member_id bigint NOT NULL
);
CREATE TABLE public.claim_occurrences (
    claim_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    "position" integer NOT NULL,
    quote text NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    CONSTRAINT occurrence_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
CREATE TABLE public.claims (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    rule text NOT NULL,
    origin text NOT NULL,
    sentence_digest bytea NOT NULL,
    person boolean NOT NULL,
    as_of date NOT NULL,
    expected text,
    anchor_on date,
    anchor_what text,
    anchor_source text,
    due date,
    due_because text NOT NULL,
    asked integer DEFAULT 0 NOT NULL,
    matter_id bigint,
    watched boolean DEFAULT false NOT NULL,
    dismissed_by bigint,
    dismissed_at timestamp with time zone,
    dismissed_reason text,
    retired_at timestamp with time zone,
    retired_because text,
    asserts text,
    asserts_party text,
    overtaken_by integer,
    overtaken_at timestamp with time zone,
    waits integer,
    quiet boolean DEFAULT false NOT NULL,
    CONSTRAINT claim_anchor_whole CHECK ((((anchor_on IS NULL) = (anchor_what IS NULL)) AND ((anchor_on IS NULL) = (anchor_source IS NULL)))),
    CONSTRAINT claim_dismissal_whole CHECK ((((dismissed_at IS NULL) = (dismissed_by IS NULL)) AND ((dismissed_at IS NULL) = (dismissed_reason IS NULL)))),
    CONSTRAINT claim_kind_known CHECK ((kind = ANY (ARRAY['pending-legal'::text, 'scheduled-event'::text, 'ongoing-state'::text, 'provisional-figure'::text, 'announced-plan'::text, 'role'::text]))),
    CONSTRAINT claim_origin_known CHECK ((origin = ANY (ARRAY['person'::text, 'engine'::text]))),
    CONSTRAINT claim_overtaken_whole CHECK (((overtaken_by IS NULL) = (overtaken_at IS NULL))),
    CONSTRAINT waiting_rank_known CHECK (((waits >= 0) AND (waits <= 2)))
);
ALTER TABLE public.claims ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.claims_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.drafts (
    id bigint NOT NULL,
    desk_id bigint NOT NULL,
    slug text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    latest_revision_id bigint,
    live_revision_id bigint,
    ended text,
    ended_by bigint,
    ended_at timestamp with time zone,
    ended_reason text,
    contradictions integer DEFAULT 0 NOT NULL,
    claims integer DEFAULT 0 NOT NULL,
    ready boolean DEFAULT false NOT NULL,
    present_key_points integer DEFAULT 0 NOT NULL,
    signed_key_points integer DEFAULT 0 NOT NULL,
    plan_id bigint,
    look_at timestamp with time zone,
    placements integer DEFAULT 0 NOT NULL,
    corrections integer DEFAULT 0 NOT NULL,
    limited boolean DEFAULT false NOT NULL,
    CONSTRAINT draft_ending_known CHECK ((ended = ANY (ARRAY['spiked'::text, 'killed'::text]))),
    CONSTRAINT draft_ending_whole CHECK ((((ended IS NULL) = (ended_at IS NULL)) AND ((ended IS NULL) = (ended_reason IS NULL)) AND ((ended IS NULL) = (ended_by IS NULL)))),
    CONSTRAINT draft_slug_plain CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'::text))
);
CREATE TABLE public.matters (
    id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    court text,
    merged_into bigint,
    name_words text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT matter_merged_into_another CHECK ((merged_into <> id)),
    CONSTRAINT matter_slug_plain CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'::text))
);
CREATE TABLE public.revisions (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    original bytea NOT NULL,
    media_type text NOT NULL,
    text text NOT NULL,
    headline text,
    byline text[] NOT NULL,
    dateline date NOT NULL,
    filed_by bigint NOT NULL,
    filed_at timestamp with time zone DEFAULT now() NOT NULL,
    policy_id bigint NOT NULL,
    sentences integer NOT NULL,
    paragraphs integer NOT NULL,
    ran_together bigint[] NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    wire text,
    CONSTRAINT revision_numbers_count CHECK ((number > 0))
);
CREATE VIEW public.claims_with_words AS
 SELECT c.id,
    c.draft_id,
    c.number,
    c.kind,
    c.rule,
    c.origin,
    c.sentence_digest,
    c.person,
    c.as_of,
    c.expected,
    c.anchor_on,
    c.anchor_what,
    c.anchor_source,
    c.due,
    c.due_because,
    c.asked,
    c.matter_id,
    c.watched,
    c.dismissed_by,
    c.dismissed_at,
    c.dismissed_reason,
    c.retired_at,
    c.retired_because,
    d.slug AS draft,
    x.slug AS matter,
    o.quote,
    o.span_start,
    o.span_end,
    r.number AS revision,
    c.asserts,
    c.asserts_party,
    c.overtaken_by,
    x.court
   FROM ((((public.claims c
     JOIN public.drafts d ON ((d.id = c.draft_id)))
     LEFT JOIN public.matters x ON ((x.id = c.matter_id)))
     CROSS JOIN LATERAL ( SELECT co.claim_id,
            co.revision_id,
            co."position",
            co.quote,
            co.span_start,
            co.span_end
           FROM public.claim_occurrences co
          WHERE (co.claim_id = c.id)
          ORDER BY (co.revision_id = COALESCE(d.live_revision_id, d.latest_revision_id)) DESC, co.revision_id DESC, co."position"
         LIMIT 1) o)
     JOIN public.revisions r ON ((r.id = o.revision_id)));
CREATE TABLE public.collisions (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    rule text NOT NULL,
    words_digest bytea NOT NULL,
    note text,
    revision_id bigint NOT NULL,
    quote text NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    other_draft_id bigint NOT NULL,
    other_revision_id bigint NOT NULL,
    other_quote text NOT NULL,
    other_span_start bigint NOT NULL,
    other_span_end bigint NOT NULL,
    found_at timestamp with time zone DEFAULT now() NOT NULL,
    outcome text,
    reason text,
    settled_by bigint,
    settled_at timestamp with time zone,
    CONSTRAINT collision_other_span_whole CHECK (((other_span_start >= 0) AND (other_span_end > other_span_start))),
    CONSTRAINT collision_outcome_known CHECK ((outcome = ANY (ARRAY['told'::text, 'kept'::text, 'fixed-here'::text, 'different-scope'::text, 'rounding'::text, 'not-a-contradiction'::text]))),
    CONSTRAINT collision_settled_whole CHECK ((((outcome IS NULL) = (settled_by IS NULL)) AND ((outcome IS NULL) = (settled_at IS NULL)))),
    CONSTRAINT collision_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
ALTER TABLE public.collisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.collisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.comments (
    id bigint NOT NULL,
    key_point_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    member_id bigint NOT NULL,
    words text NOT NULL,
    privileged boolean NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.comments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.confidential_sources (
    sign_off_id bigint NOT NULL,
    seen_by text[] NOT NULL,
    on_day date NOT NULL,
    kind text NOT NULL,
    independent integer NOT NULL,
    kept_where text NOT NULL,
    CONSTRAINT independent_sources_count CHECK (((independent >= 1) AND (independent <= 99)))
);
CREATE TABLE public.contradiction_passages (
    contradiction_id bigint NOT NULL,
    seen_in bigint NOT NULL,
    "position" integer NOT NULL,
    revision_id bigint NOT NULL,
    quote text NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    says text,
    CONSTRAINT passage_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
CREATE TABLE public.contradictions (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    origin text NOT NULL,
    rule text NOT NULL,
    words_digest bytea NOT NULL,
    status text NOT NULL,
    outcome text,
    note text,
    other_draft_id bigint,
    raised_by bigint,
    raised_at timestamp with time zone DEFAULT now() NOT NULL,
    settled_by bigint,
    settled_at timestamp with time zone,
    quiet boolean DEFAULT false NOT NULL,
    CONSTRAINT contradiction_kind_known CHECK ((kind = ANY (ARRAY['disputed'::text, 'internal'::text, 'archive'::text]))),
    CONSTRAINT contradiction_origin_known CHECK ((origin = ANY (ARRAY['draft'::text, 'person'::text, 'engine'::text]))),
    CONSTRAINT contradiction_outcome_known CHECK ((outcome = ANY (ARRAY['both-reported'::text, 'fixed-here'::text, 'correct-published'::text, 'superseded'::text, 'different-scope'::text, 'rounding'::text, 'cut'::text, 'unverified-and-said-so'::text, 'not-a-contradiction'::text]))),
    CONSTRAINT contradiction_status_known CHECK ((status = ANY (ARRAY['suggested'::text, 'open'::text, 'settled'::text]))),
    CONSTRAINT settled_has_outcome CHECK (((status = 'settled'::text) = (outcome IS NOT NULL)))
);
ALTER TABLE public.contradictions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contradictions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.hidden_drafts AS
 SELECT drafts.id
   FROM public.drafts
  WHERE (drafts.limited AND (NOT public.may_read(drafts.id)));
CREATE VIEW public.contradictions_quoting_hidden AS
 SELECT p.contradiction_id AS id
   FROM ((public.hidden_drafts h
     JOIN public.revisions r ON ((r.draft_id = h.id)))
     JOIN public.contradiction_passages p ON ((p.revision_id = r.id)));
CREATE VIEW public.contradictions_quoting_limited AS
 SELECT p.contradiction_id AS id
   FROM ((public.drafts d
     JOIN public.revisions r ON ((r.draft_id = d.id)))
     JOIN public.contradiction_passages p ON ((p.revision_id = r.id)))
  WHERE d.limited;
CREATE TABLE public.correction_key_points (
    correction_id bigint NOT NULL,
    key_point_id bigint NOT NULL,
    label text NOT NULL
);
CREATE TABLE public.corrections (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    note text NOT NULL,
    revision_id bigint NOT NULL,
    opened_by bigint NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    fixed_in bigint,
    dropped_by bigint,
    dropped_at timestamp with time zone,
    dropped_reason text,
    CONSTRAINT correction_drop_whole CHECK ((((dropped_by IS NULL) = (dropped_at IS NULL)) AND ((dropped_by IS NULL) = (dropped_reason IS NULL)))),
    CONSTRAINT correction_kind_known CHECK ((kind = ANY (ARRAY['correction'::text, 'clarification'::text, 'update'::text, 'kill'::text])))
);
CREATE TABLE public.members (
    id bigint NOT NULL,
    handle text NOT NULL,
    name text NOT NULL,
    former_names text[] DEFAULT '{}'::text[] NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    guest text,
    CONSTRAINT guest_never_active CHECK (((guest IS NULL) OR (NOT active))),
    CONSTRAINT member_handle_plain CHECK ((handle ~ '^[a-z0-9][a-z0-9._-]{0,39}$'::text))
);
CREATE TABLE public.newsroom (
    singleton boolean DEFAULT true NOT NULL,
    time_zone text NOT NULL,
    initialised_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT newsroom_is_one CHECK (singleton)
);
CREATE TABLE public.publications (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    on_day date NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    by_member bigint NOT NULL,
    overrides boolean NOT NULL,
    reason text,
    origin text DEFAULT 'stet'::text NOT NULL,
    CONSTRAINT override_gives_reason CHECK (((NOT overrides) OR (reason IS NOT NULL))),
    CONSTRAINT publication_origin_known CHECK ((origin = ANY (ARRAY['stet'::text, 'imported'::text])))
);
CREATE VIEW public.corrections_as_they_stand AS
 SELECT c.id,
    c.draft_id,
    d.slug AS draft,
    c.number,
    c.kind,
    c.note,
    r.number AS revision,
    b.handle AS opened_by,
    public.rfc3339(c.opened_at) AS opened_at,
    ((c.opened_at AT TIME ZONE n.time_zone))::date AS opened_on,
    to_char((c.opened_at AT TIME ZONE n.time_zone), 'HH24:MI'::text) AS opened_clock,
    f.number AS fixed_in,
    p.on_day AS fixed_on,
    s.handle AS dropped_by,
    public.rfc3339(c.dropped_at) AS dropped_at,
    c.dropped_reason,
    ( SELECT min(e.on_day) AS min
           FROM public.publications e
          WHERE (e.draft_id = c.draft_id)) AS first_published_on
   FROM (((((((public.corrections c
     CROSS JOIN public.newsroom n)
     JOIN public.drafts d ON ((d.id = c.draft_id)))
     JOIN public.revisions r ON ((r.id = c.revision_id)))
     JOIN public.members b ON ((b.id = c.opened_by)))
     LEFT JOIN public.revisions f ON ((f.id = c.fixed_in)))
     LEFT JOIN public.publications p ON ((p.revision_id = c.fixed_in)))
     LEFT JOIN public.members s ON ((s.id = c.dropped_by)));
ALTER TABLE public.corrections ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.corrections_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.desk_roles (
    desk_id bigint NOT NULL,
    member_id bigint NOT NULL,
    role text NOT NULL,
    CONSTRAINT role_known CHECK ((role = ANY (ARRAY['reporter'::text, 'editor'::text, 'fact-checker'::text, 'standards'::text, 'legal'::text, 'chief'::text, 'admin'::text])))
);
CREATE TABLE public.desks (
    id bigint NOT NULL,
    slug text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT desk_slug_plain CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'::text))
);
ALTER TABLE public.desks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.desks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.embargoes (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    until timestamp with time zone,
    set_by bigint NOT NULL,
    revision_id bigint,
    reason text,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT embargo_lifted_with_reason CHECK (((until IS NOT NULL) OR (reason IS NOT NULL)))
);
CREATE TABLE public.plan_outcomes (
    plan_id bigint NOT NULL,
    outcome text NOT NULL,
    why text[] DEFAULT '{}'::text[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan_outcome_known CHECK ((outcome = ANY (ARRAY['published'::text, 'refused'::text, 'replaced'::text, 'taken-back'::text, 'revised'::text, 'ended'::text])))
);
CREATE TABLE public.plans (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    planned_by bigint NOT NULL,
    reader_id bigint,
    planned_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE VIEW public.draft_schedules AS
 SELECT d.id AS draft_id,
    p.id AS plan_id,
    r.number AS revision,
    p.at,
    p.planned_by,
    m.handle AS planner,
    rm.handle AS reader,
    (o.plan_id IS NOT NULL) AS refused,
    o.why,
    e.until,
    em.handle AS embargoed_by
   FROM (((((((public.drafts d
     LEFT JOIN public.plans p ON ((p.id = d.plan_id)))
     LEFT JOIN public.revisions r ON ((r.id = p.revision_id)))
     LEFT JOIN public.members m ON ((m.id = p.planned_by)))
     LEFT JOIN public.members rm ON ((rm.id = p.reader_id)))
     LEFT JOIN public.plan_outcomes o ON ((o.plan_id = p.id)))
     LEFT JOIN LATERAL ( SELECT x.id,
            x.draft_id,
            x.until,
            x.set_by,
            x.revision_id,
            x.reason,
            x.at
           FROM public.embargoes x
          WHERE (x.draft_id = d.id)
          ORDER BY x.id DESC
         LIMIT 1) e ON (true))
     LEFT JOIN public.members em ON ((em.id = e.set_by)));
ALTER TABLE public.drafts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.drafts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.embargoes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.embargoes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.engine_findings AS
 SELECT d.desk_id,
    c.rule,
    c.kind,
    (c.quiet AND (c.status = 'suggested'::text)) AS is_quiet
   FROM (public.contradictions c
     JOIN public.drafts d ON (((d.id = c.draft_id) AND (NOT d.limited))))
  WHERE ((c.origin = 'engine'::text) AND (NOT (c.id IN ( SELECT contradictions_quoting_limited.id
           FROM public.contradictions_quoting_limited))))
UNION ALL
 SELECT d.desk_id,
    c.rule,
    c.kind,
    (c.quiet AND (c.dismissed_at IS NULL)) AS is_quiet
   FROM (public.claims c
     JOIN public.drafts d ON (((d.id = c.draft_id) AND (NOT d.limited))))
  WHERE (c.origin = 'engine'::text);
CREATE TABLE public.erasures (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    order_reference text NOT NULL,
    approved_by bigint NOT NULL,
    approved_at timestamp with time zone DEFAULT now() NOT NULL,
    carried_out_by text,
    carried_out_at timestamp with time zone,
    CONSTRAINT erasure_whole CHECK (((carried_out_by IS NULL) = (carried_out_at IS NULL)))
);
ALTER TABLE public.erasures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.erasures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.evidence_files (
    draft_id bigint NOT NULL,
    digest bytea NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    brought_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.follow_up_claims (
    follow_up_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    open boolean DEFAULT true NOT NULL
);
CREATE TABLE public.follow_up_labels (
    singleton boolean DEFAULT true NOT NULL,
    last integer NOT NULL,
    CONSTRAINT follow_up_labels_is_one CHECK (singleton)
);
CREATE TABLE public.follow_ups (
    id bigint NOT NULL,
    number integer NOT NULL,
    matter_id bigint,
    question text NOT NULL,
    opened_on date NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    turn bigint,
    status text DEFAULT 'open'::text NOT NULL,
    outcome text,
    source text,
    as_of date,
    next_on date,
    note text,
    revision_id bigint,
    closed_by bigint,
    closed_at timestamp with time zone,
    asks_if_wrong boolean DEFAULT false NOT NULL,
    CONSTRAINT closed_has_outcome CHECK ((((status = 'closed'::text) = (outcome IS NOT NULL)) AND ((outcome IS NULL) = (closed_at IS NULL)))),
    CONSTRAINT follow_up_outcome_known CHECK ((outcome = ANY (ARRAY['stands'::text, 'updated'::text, 'overtaken'::text, 'wrong'::text, 'unresolved'::text, 'left-as-dated'::text]))),
    CONSTRAINT follow_up_status_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE VIEW public.follow_up_turns AS
 SELECT f.id AS follow_up_id,
    COALESCE(a.handle, t.handle) AS handle
   FROM (((public.follow_ups f
     LEFT JOIN public.members t ON ((t.id = f.turn)))
     LEFT JOIN LATERAL ( SELECT assignments.member_id
           FROM public.assignments
          WHERE (assignments.follow_up_id = f.id)
          ORDER BY assignments.id DESC
         LIMIT 1) last ON (true))
     LEFT JOIN public.members a ON (((a.id = last.member_id) AND a.active)));
ALTER TABLE public.follow_ups ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.follow_ups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.idempotency_keys (
    member_id bigint NOT NULL,
    key text NOT NULL,
    request_digest bytea NOT NULL,
    body bytea,
    at timestamp with time zone DEFAULT now() NOT NULL,
    roles text[],
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
CREATE TABLE public.imported_items (
    import_id bigint NOT NULL,
    item text NOT NULL,
    digest bytea NOT NULL,
    draft_id bigint NOT NULL
);
CREATE TABLE public.imports (
    id bigint NOT NULL,
    name text NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.imports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.imports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.invitation_ends (
    invitation_id bigint NOT NULL,
    ending text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invitation_ending_known CHECK ((ending = ANY (ARRAY['answered'::text, 'withdrawn'::text])))
);
CREATE TABLE public.invitation_key_points (
    invitation_id bigint NOT NULL,
    key_point_id bigint NOT NULL
);
CREATE TABLE public.invitations (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    member_id bigint NOT NULL,
    name text NOT NULL,
    read text NOT NULL,
    question text,
    until timestamp with time zone NOT NULL,
    revision_id bigint NOT NULL,
    invited_by bigint NOT NULL,
    token_digest bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invited_read_known CHECK ((read = ANY (ARRAY['desk'::text, 'fact'::text, 'standards'::text])))
);
CREATE TABLE public.key_points (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    form text NOT NULL,
    CONSTRAINT form_known CHECK ((form = ANY (ARRAY['key-point'::text, 'headline'::text, 'standfirst'::text, 'caption'::text, 'push'::text, 'social'::text])))
);
CREATE VIEW public.invitations_as_they_stand AS
 SELECT i.id,
    i.draft_id,
    i.number,
    i.member_id,
    i.name,
    i.read,
    i.question,
    i.until,
    to_char((i.until AT TIME ZONE n.time_zone), 'YYYY-MM-DD"T"HH24:MI'::text) AS until_here,
    i.revision_id,
    i.invited_by,
    i.at,
    COALESCE(e.ending,
        CASE
            WHEN (i.until <= now()) THEN 'expired'::text
            ELSE 'open'::text
        END) AS state,
    e.at AS ended_at,
    ( SELECT array_agg(public.key_point_label(k.form, k.number) ORDER BY (k.form <> 'key-point'::text), k.form, k.number) AS array_agg
           FROM (public.invitation_key_points p
             JOIN public.key_points k ON ((k.id = p.key_point_id)))
          WHERE (p.invitation_id = i.id)) AS labels
   FROM ((public.invitations i
     CROSS JOIN public.newsroom n)
     LEFT JOIN public.invitation_ends e ON ((e.invitation_id = i.id)));
ALTER TABLE public.invitations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invitations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.invited_sign_offs (
    sign_off_id bigint NOT NULL,
    invitation_id bigint NOT NULL
);
CREATE TABLE public.journal_entries (
    chain text NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    payload_digest bytea NOT NULL,
    prev bytea NOT NULL,
    hash bytea NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT journal_seq_counts CHECK ((seq > 0))
);
CREATE TABLE public.journal_heads (
    chain text NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL
);
CREATE TABLE public.journal_payloads (
    chain text NOT NULL,
    seq bigint NOT NULL,
    salt bytea,
    payload text
);
CREATE VIEW public.judged_findings AS
 SELECT d.desk_id,
    c.rule,
    COALESCE(c.outcome, 'open'::text) AS says
   FROM (public.contradictions c
     JOIN public.drafts d ON (((d.id = c.draft_id) AND (NOT d.limited))))
  WHERE ((c.origin = 'engine'::text) AND (c.status <> 'suggested'::text) AND (NOT (c.id IN ( SELECT contradictions_quoting_limited.id
           FROM public.contradictions_quoting_limited))))
UNION ALL
 SELECT d.desk_id,
    c.rule,
        CASE
            WHEN (c.dismissed_at IS NOT NULL) THEN 'dismissed'::text
            ELSE a.outcome
        END AS says
   FROM ((public.claims c
     JOIN public.drafts d ON (((d.id = c.draft_id) AND (NOT d.limited))))
     LEFT JOIN LATERAL ( SELECT f.outcome
           FROM (public.follow_up_claims fc
             JOIN public.follow_ups f ON ((f.id = fc.follow_up_id)))
          WHERE ((fc.claim_id = c.id) AND (NOT fc.open))
          ORDER BY f.closed_at DESC, f.id DESC
         LIMIT 1) a ON (true))
  WHERE ((c.origin = 'engine'::text) AND ((c.dismissed_at IS NOT NULL) OR (c.retired_at IS NOT NULL) OR (c.asked > 0)) AND ((c.dismissed_at IS NOT NULL) OR (a.outcome IS NOT NULL)));
CREATE TABLE public.key_point_matters (
    key_point_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    asserts text,
    asserts_party text,
    linked_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    said_by_person boolean DEFAULT false NOT NULL
);
CREATE TABLE public.key_point_supports (
    key_point_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    "position" integer NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    words_from bigint NOT NULL,
    written_in bigint NOT NULL,
    CONSTRAINT support_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
CREATE TABLE public.key_point_versions (
    key_point_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    "position" integer NOT NULL,
    words text NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    digest bytea NOT NULL,
    words_from bigint NOT NULL,
    written_in bigint,
    CONSTRAINT key_point_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
ALTER TABLE public.key_points ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.key_points_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.key_points_resting_on_matters AS
 SELECT km.matter_id,
    km.key_point_id,
    km.asserts,
    km.asserts_party,
    NULL::text AS expected
   FROM public.key_point_matters km
UNION
 SELECT c.matter_id,
    v.key_point_id,
    c.asserts,
    c.asserts_party,
    c.expected
   FROM (((public.claims c
     JOIN public.drafts d ON ((d.id = c.draft_id)))
     CROSS JOIN LATERAL ( SELECT co.span_start,
            co.span_end
           FROM public.claim_occurrences co
          WHERE ((co.claim_id = c.id) AND (co.revision_id = d.latest_revision_id))
         OFFSET 0) o)
     JOIN public.key_point_versions v ON ((v.revision_id = d.latest_revision_id)))
  WHERE ((c.matter_id IS NOT NULL) AND (c.dismissed_at IS NULL) AND (((v.span_start < o.span_end) AND (o.span_start < v.span_end)) OR (EXISTS ( SELECT
           FROM public.key_point_supports s
          WHERE ((s.key_point_id = v.key_point_id) AND (s.revision_id = v.revision_id) AND (s.span_start < o.span_end) AND (o.span_start < s.span_end))))));
CREATE TABLE public.limits (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    members bigint[],
    desks bigint[],
    reason text,
    limited_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT limit_whole CHECK (((members IS NULL) = (desks IS NULL)))
);
ALTER TABLE public.limits ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.limits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.placements (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    name text,
    url text,
    words_draft_id bigint,
    owner_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    out_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_by bigint,
    removed_at timestamp with time zone,
    removed_because text,
    CONSTRAINT placement_kind_known CHECK ((kind = ANY (ARRAY['site'::text, 'push'::text, 'social'::text, 'newsletter'::text, 'partner'::text, 'translation'::text]))),
    CONSTRAINT placement_removal_whole CHECK ((((removed_by IS NULL) = (removed_at IS NULL)) AND ((removed_by IS NULL) = (removed_because IS NULL)))),
    CONSTRAINT site_stays CHECK (((kind <> 'site'::text) OR (removed_at IS NULL))),
    CONSTRAINT translation_is_another_draft CHECK ((words_draft_id IS DISTINCT FROM draft_id)),
    CONSTRAINT translation_names_its_draft CHECK (((kind = 'translation'::text) = (words_draft_id IS NOT NULL)))
);
CREATE TABLE public.publication_sign_offs (
    publication_id bigint NOT NULL,
    sign_off_id bigint NOT NULL
);
CREATE TABLE public.sign_off_standings (
    id bigint NOT NULL,
    sign_off_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    standing text NOT NULL,
    because text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT standing_known CHECK ((standing = ANY (ARRAY['current'::text, 'carried'::text, 'outdated'::text, 'superseded'::text, 'withdrawn'::text])))
);
CREATE TABLE public.sign_offs (
    id bigint NOT NULL,
    key_point_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    member_id bigint NOT NULL,
    read text NOT NULL,
    verdict text NOT NULL,
    basis text,
    comment text,
    reason text,
    words_digest bytea NOT NULL,
    evidence_digest bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    until date,
    stays text[] DEFAULT '{}'::text[] NOT NULL,
    until_moves bigint,
    CONSTRAINT approval_has_basis CHECK (((verdict = 'approve'::text) = (basis IS NOT NULL))),
    CONSTRAINT basis_known CHECK ((basis = ANY (ARRAY['source'::text, 'on-author'::text, 'wire'::text]))),
    CONSTRAINT condition_of_approval CHECK (((cardinality(stays) = 0) OR (verdict = 'approve'::text))),
    CONSTRAINT doubt_gives_reason CHECK (((verdict = 'approve'::text) OR (reason IS NOT NULL))),
    CONSTRAINT matter_of_approval CHECK (((until_moves IS NULL) OR (verdict = 'approve'::text))),
    CONSTRAINT read_known CHECK ((read = ANY (ARRAY['desk'::text, 'fact'::text, 'legal'::text, 'standards'::text]))),
    CONSTRAINT term_of_approval CHECK (((until IS NULL) OR (verdict = 'approve'::text))),
    CONSTRAINT verdict_known CHECK ((verdict = ANY (ARRAY['approve'::text, 'query'::text, 'hold'::text])))
);
CREATE VIEW public.live_in_doubt AS
 SELECT k.draft_id
   FROM (((public.sign_offs s
     JOIN public.key_points k ON ((k.id = s.key_point_id)))
     JOIN public.drafts d ON (((d.id = k.draft_id) AND (d.live_revision_id IS NOT NULL) AND (d.ended IS NULL))))
     CROSS JOIN LATERAL ( SELECT t.standing
           FROM public.sign_off_standings t
          WHERE (t.sign_off_id = s.id)
          ORDER BY t.id DESC
         LIMIT 1) l)
  WHERE ((s.verdict <> 'approve'::text) AND (l.standing = ANY (ARRAY['current'::text, 'carried'::text])))
UNION
 SELECT p.draft_id
   FROM ((((public.sign_offs s
     JOIN public.publication_sign_offs o ON ((o.sign_off_id = s.id)))
     JOIN public.publications p ON ((p.id = o.publication_id)))
     JOIN public.drafts d ON (((d.live_revision_id = p.revision_id) AND (d.ended IS NULL))))
     CROSS JOIN LATERAL ( SELECT t.standing
           FROM public.sign_off_standings t
          WHERE (t.sign_off_id = s.id)
          ORDER BY t.id DESC
         LIMIT 1) l)
  WHERE ((s.until < public.newsroom_today()) OR ((s.until_moves IS NOT NULL) AND (l.standing = 'outdated'::text)))
UNION
 SELECT k.draft_id
   FROM ((((public.sign_offs s
     JOIN public.key_points k ON ((k.id = s.key_point_id)))
     JOIN public.drafts d ON (((d.id = k.draft_id) AND (d.live_revision_id IS NOT NULL) AND (d.ended IS NULL))))
     CROSS JOIN LATERAL ( SELECT t.standing,
            t.at
           FROM public.sign_off_standings t
          WHERE (t.sign_off_id = s.id)
          ORDER BY t.id DESC
         LIMIT 1) l)
     JOIN public.placements p ON (((p.draft_id = d.id) AND (p.kind = 'site'::text) AND (l.at > p.out_at))))
  WHERE ((s.until_moves IS NOT NULL) AND (s.verdict = 'approve'::text) AND (l.standing = 'outdated'::text))
UNION
 SELECT p.draft_id
   FROM (((public.sign_off_standings t
     JOIN public.publication_sign_offs o ON ((o.sign_off_id = t.sign_off_id)))
     JOIN public.publications p ON ((p.id = o.publication_id)))
     JOIN public.drafts d ON (((d.live_revision_id = p.revision_id) AND (d.ended IS NULL))))
  WHERE (t.standing = 'withdrawn'::text);
CREATE TABLE public.matter_parties (
    matter_id bigint NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL
);
CREATE TABLE public.matter_proposals (
    draft_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    words text NOT NULL,
    because text NOT NULL,
    name text,
    at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed boolean,
    answered_by bigint,
    answered_at timestamp with time zone,
    CONSTRAINT proposal_answer_whole CHECK ((((confirmed IS NULL) = (answered_by IS NULL)) AND ((confirmed IS NULL) = (answered_at IS NULL))))
);
CREATE TABLE public.matter_relations (
    matter_id bigint NOT NULL,
    relation text NOT NULL,
    other_id bigint NOT NULL,
    related_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT matter_related_to_another CHECK ((matter_id <> other_id)),
    CONSTRAINT matter_relation_known CHECK ((relation = ANY (ARRAY['appeal-of'::text, 'retrial-of'::text, 'part-of'::text, 'comes-from'::text, 'related-to'::text])))
);
CREATE TABLE public.matter_statuses (
    matter_id bigint NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    since text NOT NULL,
    source text NOT NULL,
    party text,
    count text,
    recorded_by bigint NOT NULL,
    recorded_on date NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    forced_because text
);
ALTER TABLE public.matters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.matters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.matters_now AS
 SELECT DISTINCT ON (follow_ups.matter_id) follow_ups.matter_id,
    follow_ups.outcome AS how,
    follow_ups.note AS says,
    (follow_ups.as_of)::text AS since,
    follow_ups.source
   FROM public.follow_ups
  WHERE ((follow_ups.status = 'closed'::text) AND (follow_ups.outcome = ANY (ARRAY['overtaken'::text, 'updated'::text, 'wrong'::text])))
  ORDER BY follow_ups.matter_id, follow_ups.as_of DESC, follow_ups.closed_at DESC, follow_ups.id DESC;
CREATE VIEW public.members_away AS
 SELECT DISTINCT ON (a.member_id) a.member_id,
    m.handle,
    a.until,
    d.id AS deputy_id,
    d.handle AS deputy
   FROM ((public.absences a
     JOIN public.members m ON ((m.id = a.member_id)))
     LEFT JOIN public.members d ON ((d.id = a.deputy_id)))
  ORDER BY a.member_id, a.id DESC;
ALTER TABLE public.members ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.members_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.missed_nights (
    date date NOT NULL,
    caught_up_by date NOT NULL
);
CREATE TABLE public.nightly_attempts (
    date date NOT NULL,
    number integer NOT NULL,
    actor text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    opened integer,
    already_open integer
);
CREATE TABLE public.nightly_runs (
    date date NOT NULL,
    finished_at timestamp with time zone
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    event text NOT NULL,
    chain text NOT NULL,
    seq bigint NOT NULL,
    delivered_at timestamp with time zone
);
ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.override_reviews (
    publication_id bigint NOT NULL,
    member_id bigint NOT NULL,
    upheld boolean NOT NULL,
    note text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE VIEW public.overrides_to_review AS
 SELECT p.id AS publication_id,
    p.draft_id,
    d.slug,
    d.desk_id,
    r.number AS revision,
    p.by_member,
    m.handle AS by_handle,
    p.reason,
    p.recorded_at
   FROM ((((public.publications p
     JOIN public.drafts d ON ((d.id = p.draft_id)))
     JOIN public.revisions r ON ((r.id = p.revision_id)))
     JOIN public.members m ON ((m.id = p.by_member)))
     LEFT JOIN public.override_reviews v ON ((v.publication_id = p.id)))
  WHERE (p.overrides AND (v.publication_id IS NULL));
CREATE TABLE public.owed_corrections (
    correction_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    after_revision_id bigint NOT NULL,
    done_at timestamp with time zone,
    done_by bigint,
    done_in bigint,
    note text,
    CONSTRAINT owed_correction_done_whole CHECK (((done_at IS NULL) = (done_by IS NULL)))
);
CREATE TABLE public.owed_reads (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    read text NOT NULL,
    labels text[] NOT NULL,
    member_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.owed_reads ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.owed_reads_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.page_changes (
    id bigint NOT NULL,
    page_id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    kinds text[] NOT NULL,
    words text[] NOT NULL
);
ALTER TABLE public.page_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.page_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.placements_as_they_stand AS
 SELECT p.id,
    p.draft_id,
    p.number,
    p.kind,
    p.name,
    p.url,
    w.slug AS words,
    w.ended AS words_ended,
    p.owner_id,
    o.handle AS owner,
    o.active AS owner_active,
    COALESCE(wr.number, r.number) AS revision,
    public.rfc3339(p.out_at) AS out_at,
    ((p.out_at AT TIME ZONE n.time_zone))::date AS out_on,
    to_char((p.out_at AT TIME ZONE n.time_zone), 'HH24:MI'::text) AS out_clock,
    public.rfc3339(wr.filed_at) AS words_filed_at
   FROM (((((public.placements p
     CROSS JOIN public.newsroom n)
     JOIN public.revisions r ON ((r.id = p.revision_id)))
     JOIN public.members o ON ((o.id = p.owner_id)))
     LEFT JOIN public.drafts w ON ((w.id = p.words_draft_id)))
     LEFT JOIN public.revisions wr ON ((wr.id = w.live_revision_id)))
  WHERE (p.removed_at IS NULL);
ALTER TABLE public.placements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.placements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.plans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.plans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.policies (
    id bigint NOT NULL,
    desk_id bigint NOT NULL,
    version integer NOT NULL,
    yaml text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    made_by text
);
ALTER TABLE public.policies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.policies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.preservations (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    order_reference text NOT NULL,
    ordered_by text NOT NULL,
    ordered_at timestamp with time zone DEFAULT now() NOT NULL,
    lifted_by text,
    lifted_at timestamp with time zone,
    CONSTRAINT preservation_whole CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
);
ALTER TABLE public.preservations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.preservations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.publications ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.publications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.readable_drafts AS
 SELECT drafts.id,
    drafts.desk_id,
    drafts.slug,
    drafts.created_at,
    drafts.latest_revision_id,
    drafts.live_revision_id,
    drafts.ended,
    drafts.ended_by,
    drafts.ended_at,
    drafts.ended_reason,
    drafts.contradictions,
    drafts.claims,
    drafts.ready,
    drafts.present_key_points,
    drafts.signed_key_points,
    drafts.plan_id,
    drafts.look_at,
    drafts.placements,
    drafts.corrections,
    drafts.limited
   FROM public.drafts
  WHERE ((NOT drafts.limited) OR public.may_read(drafts.id));
CREATE TABLE public.reminders (
    draft_id bigint NOT NULL,
    subject text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    event text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reminder_event_known CHECK ((event = ANY (ARRAY['reminder-before'::text, 'reminder-after'::text])))
);
CREATE TABLE public.repeated_claims (
    revision_id bigint NOT NULL,
    "position" integer NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    claim_id bigint NOT NULL,
    CONSTRAINT repeated_span_whole CHECK (((span_start >= 0) AND (span_end > span_start)))
);
CREATE VIEW public.repeated_claims_overtaken AS
 SELECT rc.revision_id,
    rc."position",
    rc.span_start,
    rc.span_end,
    w.draft,
    w.revision,
    r.dateline,
    w.quote AS other_quote,
    n.how,
    n.says,
    n.since,
    n.source,
    n.matter_kind
   FROM ((((public.repeated_claims rc
     JOIN public.claims_with_words w ON ((w.id = rc.claim_id)))
     JOIN public.revisions r ON (((r.draft_id = w.draft_id) AND (r.number = w.revision))))
     JOIN public.drafts d ON (((d.id = w.draft_id) AND (d.ended IS NULL))))
     CROSS JOIN LATERAL ( SELECT known.how,
            known.says,
            known.since,
            known.source,
            known.matter_kind
           FROM ( SELECT f.outcome AS how,
                    f.note AS says,
                    (f.as_of)::text AS since,
                    f.source,
                    NULL::text AS matter_kind
                   FROM (public.follow_up_claims fc
                     JOIN public.follow_ups f ON ((f.id = fc.follow_up_id)))
                  WHERE ((fc.claim_id = rc.claim_id) AND (f.status = 'closed'::text) AND (f.outcome = ANY (ARRAY['overtaken'::text, 'updated'::text, 'wrong'::text])))
                UNION ALL
                 SELECT m.how,
                    m.says,
                    m.since,
                    m.source,
                    NULL::text
                   FROM public.matters_now m
                  WHERE ((m.matter_id = w.matter_id) AND (m.since > (w.as_of)::text))
                UNION ALL
                ( SELECT 'moved'::text,
                    s.status,
                    s.since,
                    s.source,
                    m.kind
                   FROM ((public.matter_statuses o
                     JOIN public.matters m ON ((m.id = o.matter_id)))
                     JOIN public.matter_statuses s ON (((s.matter_id = o.matter_id) AND COALESCE((s.party = o.party), true) AND COALESCE((s.count = o.count), true))))
                  WHERE ((o.matter_id = w.matter_id) AND (o.number = w.overtaken_by))
                  ORDER BY ((s.since || '~'::text) COLLATE "C") DESC, s.number DESC
                 LIMIT 1)) known
          ORDER BY ((known.since || '~'::text) COLLATE "C") DESC
         LIMIT 1) n);
CREATE TABLE public.replies (
    id bigint NOT NULL,
    draft_id bigint NOT NULL,
    person text NOT NULL,
    recorded_by bigint NOT NULL,
    asked_at timestamp with time zone,
    how text,
    until timestamp with time zone,
    answer text,
    no_answer boolean DEFAULT false NOT NULL,
    why_not text,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reply_asked_or_not CHECK ((((why_not IS NULL) = (asked_at IS NOT NULL)) AND ((asked_at IS NULL) = (how IS NULL)) AND ((asked_at IS NULL) = (until IS NULL)))),
    CONSTRAINT reply_has_one_answer CHECK ((NOT (no_answer AND (answer IS NOT NULL))))
);
ALTER TABLE public.replies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.replies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.revision_matters (
    revision_id bigint NOT NULL,
    matter_id bigint NOT NULL
);
ALTER TABLE public.revisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.revisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.robots_rules (
    origin text NOT NULL,
    rules text,
    problem text,
    led_to text,
    hops integer DEFAULT 0 NOT NULL,
    good_until timestamp with time zone NOT NULL
);
CREATE TABLE public.schema_migrations (
    version integer NOT NULL,
    name text NOT NULL,
    digest bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.sign_off_evidence (
    sign_off_id bigint NOT NULL,
    "position" integer NOT NULL,
    url text NOT NULL
);
ALTER TABLE public.sign_off_standings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sign_off_standings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.sign_offs_as_they_stand AS
 SELECT s.id,
    k.draft_id,
    s.key_point_id,
    r.number AS revision,
    s.member_id,
    m.handle AS member,
    s.read,
    s.verdict,
    s.basis,
    s.comment,
    s.reason,
    s.words_digest,
    s.at,
    st.standing,
    st.because,
    v.words,
    ( SELECT COALESCE(array_agg(e.url ORDER BY e."position"), '{}'::text[]) AS "coalesce"
           FROM public.sign_off_evidence e
          WHERE (e.sign_off_id = s.id)) AS evidence,
    s.until,
    s.stays,
    c.seen_by,
    c.on_day AS seen_on,
    c.kind AS source_kind,
    c.independent,
    c.kept_where
   FROM ((((((public.sign_offs s
     JOIN public.key_points k ON ((k.id = s.key_point_id)))
     JOIN public.key_point_versions v ON (((v.key_point_id = s.key_point_id) AND (v.revision_id = s.revision_id))))
     JOIN public.revisions r ON ((r.id = s.revision_id)))
     JOIN public.members m ON ((m.id = s.member_id)))
     LEFT JOIN public.confidential_sources c ON ((c.sign_off_id = s.id)))
     CROSS JOIN LATERAL ( SELECT t.standing,
            t.because
           FROM public.sign_off_standings t
          WHERE (t.sign_off_id = s.id)
          ORDER BY t.id DESC
         LIMIT 1) st);
ALTER TABLE public.sign_offs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sign_offs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.signers AS
 SELECT members.id,
        CASE
            WHEN (members.guest IS NULL) THEN members.handle
            ELSE members.name
        END AS signer
   FROM public.members;
CREATE TABLE public.statements (
    draft_id bigint NOT NULL,
    digest bytea NOT NULL,
    words_from bigint NOT NULL,
    written_in bigint NOT NULL
);
CREATE TABLE public.tokens (
    id bigint NOT NULL,
    member_id bigint NOT NULL,
    digest bytea NOT NULL,
    last_four text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);
ALTER TABLE public.tokens ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tokens_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.unnamed_drafts (
    draft_id bigint NOT NULL
);
CREATE TABLE public.waivers (
    draft_id bigint NOT NULL,
    sentence_digest bytea NOT NULL,
    member_id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.watched_pages (
    id bigint NOT NULL,
    url text NOT NULL,
    host text NOT NULL,
    led_to text,
    hops integer DEFAULT 0 NOT NULL,
    kind text,
    lines text[],
    validated_url text,
    etag text,
    last_modified text,
    last_look timestamp with time zone,
    last_success timestamp with time zone,
    problem text,
    failures integer DEFAULT 0 NOT NULL,
    next_look timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT page_kind_known CHECK ((kind = ANY (ARRAY['page'::text, 'feed'::text, 'file'::text])))
);
ALTER TABLE public.watched_pages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.watched_pages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.watched_revisions AS
 SELECT d.id AS draft_id,
    COALESCE(d.live_revision_id, d.latest_revision_id) AS revision_id
   FROM public.drafts d
  WHERE (d.ended IS NULL);
CREATE TABLE public.watches (
    id bigint NOT NULL,
    page_id bigint NOT NULL,
    claim_id bigint,
    key_point_id bigint,
    matter_id bigint,
    draft_id bigint,
    every_minutes integer NOT NULL,
    before_publication boolean NOT NULL,
    added_by bigint NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    stopped_by bigint,
    stopped_at timestamp with time zone,
    seen_change bigint NOT NULL,
    CONSTRAINT watch_interval CHECK (((every_minutes >= 15) AND (every_minutes <= 10080))),
    CONSTRAINT watch_is_for_one CHECK ((num_nonnulls(claim_id, key_point_id, matter_id) = 1)),
    CONSTRAINT watch_of_story CHECK (((matter_id IS NULL) = (draft_id IS NOT NULL))),
    CONSTRAINT watch_stop_whole CHECK (((stopped_by IS NULL) = (stopped_at IS NULL)))
);
CREATE VIEW public.watches_at_work AS
 SELECT w.id,
    w.page_id,
    w.claim_id,
    w.key_point_id,
    w.matter_id,
    w.draft_id,
    w.every_minutes,
    w.before_publication,
    w.added_by,
    w.added_at,
    w.stopped_by,
    w.stopped_at,
    w.seen_change
   FROM (public.watches w
     LEFT JOIN public.drafts d ON ((d.id = w.draft_id)))
  WHERE ((w.stopped_at IS NULL) AND ((d.id IS NULL) OR ((d.ended IS NULL) AND (w.before_publication OR (d.live_revision_id IS NOT NULL)))));
ALTER TABLE public.watches ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.watches_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_pkey PRIMARY KEY (sign_off_id, member_id, words_digest);
ALTER TABLE ONLY public.archive_names
    ADD CONSTRAINT archive_names_pkey PRIMARY KEY (name, dateline, draft_id);
ALTER TABLE ONLY public.archive_updates
    ADD CONSTRAINT archive_updates_pkey PRIMARY KEY (revision_id, "position");
ALTER TABLE ONLY public.asked_hosts
    ADD CONSTRAINT asked_hosts_pkey PRIMARY KEY (host);
ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.byline_members
    ADD CONSTRAINT byline_members_pkey PRIMARY KEY (draft_id, member_id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claim_label_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.claim_occurrences
    ADD CONSTRAINT claim_occurrences_pkey PRIMARY KEY (claim_id, revision_id, "position");
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claim_once UNIQUE (draft_id, kind, sentence_digest);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collision_label_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collision_once UNIQUE (draft_id, other_draft_id, words_digest);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collisions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.confidential_sources
    ADD CONSTRAINT confidential_sources_pkey PRIMARY KEY (sign_off_id);
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradiction_label_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.contradiction_passages
    ADD CONSTRAINT contradiction_passages_pkey PRIMARY KEY (contradiction_id, seen_in, "position");
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradictions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.correction_key_points
    ADD CONSTRAINT correction_key_points_pkey PRIMARY KEY (correction_id, key_point_id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT correction_label_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT corrections_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_roles
    ADD CONSTRAINT desk_roles_pkey PRIMARY KEY (desk_id, member_id, role);
ALTER TABLE ONLY public.desks
    ADD CONSTRAINT desk_slug_taken UNIQUE (slug);
ALTER TABLE ONLY public.desks
    ADD CONSTRAINT desks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT draft_slug_taken UNIQUE (slug);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.embargoes
    ADD CONSTRAINT embargoes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasure_approved_once UNIQUE (draft_id, order_reference);
ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasures_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_files
    ADD CONSTRAINT evidence_files_pkey PRIMARY KEY (draft_id, digest);
ALTER TABLE ONLY public.follow_up_claims
    ADD CONSTRAINT follow_up_claims_pkey PRIMARY KEY (follow_up_id, claim_id);
ALTER TABLE ONLY public.follow_ups
    ADD CONSTRAINT follow_up_label_once UNIQUE (number);
ALTER TABLE ONLY public.follow_up_labels
    ADD CONSTRAINT follow_up_labels_pkey PRIMARY KEY (singleton);
ALTER TABLE ONLY public.follow_ups
    ADD CONSTRAINT follow_ups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT guest_is_one_person UNIQUE (guest);
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (member_id, key);
ALTER TABLE ONLY public.imports
    ADD CONSTRAINT import_name_taken UNIQUE (name);
ALTER TABLE ONLY public.imported_items
    ADD CONSTRAINT imported_items_pkey PRIMARY KEY (import_id, item);
ALTER TABLE ONLY public.imported_items
    ADD CONSTRAINT imported_once UNIQUE (digest);
ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.invitation_ends
    ADD CONSTRAINT invitation_ends_pkey PRIMARY KEY (invitation_id);
ALTER TABLE ONLY public.invitation_key_points
    ADD CONSTRAINT invitation_key_points_pkey PRIMARY KEY (invitation_id, key_point_id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitation_label_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitation_token_once UNIQUE (token_digest);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.invited_sign_offs
    ADD CONSTRAINT invited_sign_offs_pkey PRIMARY KEY (sign_off_id);
ALTER TABLE ONLY public.journal_entries
    ADD CONSTRAINT journal_entries_pkey PRIMARY KEY (chain, seq);
ALTER TABLE ONLY public.journal_heads
    ADD CONSTRAINT journal_heads_pkey PRIMARY KEY (chain);
ALTER TABLE ONLY public.journal_payloads
    ADD CONSTRAINT journal_payloads_pkey PRIMARY KEY (chain, seq);
ALTER TABLE ONLY public.key_point_matters
    ADD CONSTRAINT key_point_matters_pkey PRIMARY KEY (key_point_id, matter_id);
ALTER TABLE ONLY public.key_point_versions
    ADD CONSTRAINT key_point_position_once UNIQUE (revision_id, "position");
ALTER TABLE ONLY public.key_point_supports
    ADD CONSTRAINT key_point_supports_pkey PRIMARY KEY (key_point_id, revision_id, "position");
ALTER TABLE ONLY public.key_point_versions
    ADD CONSTRAINT key_point_versions_pkey PRIMARY KEY (key_point_id, revision_id);
ALTER TABLE ONLY public.key_points
    ADD CONSTRAINT key_points_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.key_points
    ADD CONSTRAINT label_once UNIQUE (draft_id, form, number);
ALTER TABLE ONLY public.limits
    ADD CONSTRAINT limits_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.matter_parties
    ADD CONSTRAINT matter_parties_pkey PRIMARY KEY (matter_id, "position");
ALTER TABLE ONLY public.matter_parties
    ADD CONSTRAINT matter_party_once UNIQUE (matter_id, name);
ALTER TABLE ONLY public.matter_proposals
    ADD CONSTRAINT matter_proposals_pkey PRIMARY KEY (draft_id, matter_id);
ALTER TABLE ONLY public.matter_relations
    ADD CONSTRAINT matter_relations_pkey PRIMARY KEY (matter_id, other_id);
ALTER TABLE ONLY public.matters
    ADD CONSTRAINT matter_slug_taken UNIQUE (slug);
ALTER TABLE ONLY public.matter_statuses
    ADD CONSTRAINT matter_statuses_pkey PRIMARY KEY (matter_id, number);
ALTER TABLE ONLY public.matters
    ADD CONSTRAINT matters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT member_handle_taken UNIQUE (handle);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.missed_nights
    ADD CONSTRAINT missed_nights_pkey PRIMARY KEY (date);
ALTER TABLE ONLY public.newsroom
    ADD CONSTRAINT newsroom_pkey PRIMARY KEY (singleton);
ALTER TABLE ONLY public.nightly_attempts
    ADD CONSTRAINT nightly_attempts_pkey PRIMARY KEY (date, number);
ALTER TABLE ONLY public.nightly_runs
    ADD CONSTRAINT nightly_runs_pkey PRIMARY KEY (date);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.override_reviews
    ADD CONSTRAINT override_reviews_pkey PRIMARY KEY (publication_id);
ALTER TABLE ONLY public.owed_corrections
    ADD CONSTRAINT owed_corrections_pkey PRIMARY KEY (correction_id, placement_id);
ALTER TABLE ONLY public.owed_reads
    ADD CONSTRAINT owed_reads_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.page_changes
    ADD CONSTRAINT page_changes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placement_label_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_outcomes
    ADD CONSTRAINT plan_outcomes_pkey PRIMARY KEY (plan_id);
ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policy_version_once UNIQUE (desk_id, version);
ALTER TABLE ONLY public.preservations
    ADD CONSTRAINT preservations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publication_sign_offs
    ADD CONSTRAINT publication_sign_offs_pkey PRIMARY KEY (publication_id, sign_off_id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT published_once UNIQUE (draft_id, revision_id);
ALTER TABLE ONLY public.reminders
    ADD CONSTRAINT reminders_pkey PRIMARY KEY (draft_id, subject, due_at, event);
ALTER TABLE ONLY public.repeated_claims
    ADD CONSTRAINT repeated_claims_pkey PRIMARY KEY (revision_id, "position");
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.revision_matters
    ADD CONSTRAINT revision_matters_pkey PRIMARY KEY (revision_id, matter_id);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revision_number_once UNIQUE (draft_id, number);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.robots_rules
    ADD CONSTRAINT robots_rules_pkey PRIMARY KEY (origin);
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.sign_off_evidence
    ADD CONSTRAINT sign_off_evidence_pkey PRIMARY KEY (sign_off_id, "position");
ALTER TABLE ONLY public.sign_off_standings
    ADD CONSTRAINT sign_off_standings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sign_offs
    ADD CONSTRAINT sign_offs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sign_off_standings
    ADD CONSTRAINT standing_once UNIQUE (sign_off_id, revision_id, standing);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_pkey PRIMARY KEY (draft_id, digest);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT token_digest_once UNIQUE (digest);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.unnamed_drafts
    ADD CONSTRAINT unnamed_drafts_pkey PRIMARY KEY (draft_id);
ALTER TABLE ONLY public.waivers
    ADD CONSTRAINT waivers_pkey PRIMARY KEY (draft_id, sentence_digest);
ALTER TABLE ONLY public.watched_pages
    ADD CONSTRAINT watched_page_once UNIQUE (url);
ALTER TABLE ONLY public.watched_pages
    ADD CONSTRAINT watched_pages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_pkey PRIMARY KEY (id);
CREATE INDEX absences_last_first ON public.absences USING btree (member_id, id DESC);
CREATE INDEX approvals_with_a_term ON public.sign_offs USING btree (until) WHERE (until IS NOT NULL);
CREATE INDEX archive_names_of_draft ON public.archive_names USING btree (draft_id);
CREATE INDEX assignments_of_draft ON public.assignments USING btree (draft_id, read, id DESC);
CREATE INDEX assignments_of_follow_up ON public.assignments USING btree (follow_up_id, id DESC);
CREATE INDEX claim_occurrences_of_revision ON public.claim_occurrences USING btree (revision_id);
CREATE INDEX claims_by_due ON public.claims USING btree (due) WHERE ((due IS NOT NULL) AND watched AND (dismissed_at IS NULL) AND (retired_at IS NULL) AND (waits IS NULL));
CREATE INDEX claims_by_label ON public.claims USING btree (number);
CREATE INDEX claims_by_sentence ON public.claims USING btree (sentence_digest);
CREATE INDEX claims_judged ON public.claims USING btree (rule) WHERE ((origin = 'engine'::text) AND ((dismissed_at IS NOT NULL) OR (retired_at IS NOT NULL) OR (asked > 0)));
CREATE INDEX claims_of_matter ON public.claims USING btree (matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX claims_waiting ON public.claims USING btree (waits, as_of DESC, id) WHERE ((waits IS NOT NULL) AND watched AND (dismissed_at IS NULL) AND (retired_at IS NULL));
CREATE INDEX closed_follow_ups_of_claim ON public.follow_up_claims USING btree (claim_id) WHERE (NOT open);
CREATE INDEX closed_follow_ups_of_matter ON public.follow_ups USING btree (matter_id) WHERE (status = 'closed'::text);
CREATE INDEX collisions_of_other ON public.collisions USING btree (other_draft_id);
CREATE INDEX comments_of_key_point ON public.comments USING btree (key_point_id);
CREATE INDEX contradiction_passages_by_revision ON public.contradiction_passages USING btree (revision_id);
CREATE INDEX contradictions_by_label ON public.contradictions USING btree (number);
CREATE INDEX contradictions_by_status ON public.contradictions USING btree (status, id);
CREATE INDEX contradictions_judged ON public.contradictions USING btree (rule) WHERE ((origin = 'engine'::text) AND (status <> 'suggested'::text));
CREATE INDEX contradictions_to_correct ON public.contradictions USING btree (other_draft_id) WHERE (other_draft_id IS NOT NULL);
CREATE INDEX contradictions_unsettled ON public.contradictions USING btree (id) WHERE (status <> 'settled'::text);
CREATE INDEX desk_roles_of_member ON public.desk_roles USING btree (member_id);
CREATE INDEX doubts ON public.sign_offs USING btree (key_point_id) WHERE (verdict <> 'approve'::text);
CREATE INDEX drafts_limited ON public.drafts USING btree (id) WHERE limited;
CREATE INDEX drafts_live_newest_first ON public.drafts USING btree (live_revision_id DESC) WHERE (live_revision_id IS NOT NULL);
CREATE INDEX drafts_newest_first ON public.drafts USING btree (latest_revision_id DESC);
CREATE INDEX drafts_planned ON public.drafts USING btree (plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX drafts_to_look_at ON public.drafts USING btree (look_at) WHERE (look_at IS NOT NULL);
CREATE INDEX embargoes_last_first ON public.embargoes USING btree (draft_id, id DESC);
CREATE INDEX follow_ups_by_status ON public.follow_ups USING btree (status, number);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (at);
CREATE INDEX imported_items_of_draft ON public.imported_items USING btree (draft_id);
CREATE INDEX key_point_matters_of_matter ON public.key_point_matters USING btree (matter_id);
CREATE INDEX limits_last_first ON public.limits USING btree (draft_id, id DESC);
CREATE INDEX matter_proposals_open ON public.matter_proposals USING btree (draft_id) WHERE (confirmed IS NULL);
CREATE INDEX matter_proposals_refused ON public.matter_proposals USING btree (matter_id) WHERE (NOT confirmed);
CREATE INDEX matter_relations_of_other ON public.matter_relations USING btree (other_id);
CREATE INDEX matters_by_name_words ON public.matters USING gin (name_words);
CREATE INDEX matters_merged ON public.matters USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX one_open_follow_up_per_claim ON public.follow_up_claims USING btree (claim_id) WHERE open;
CREATE INDEX open_follow_ups_of_matter ON public.follow_ups USING btree (matter_id) WHERE (status = 'open'::text);
CREATE INDEX outbox_undelivered ON public.outbox USING btree (id) WHERE (delivered_at IS NULL);
CREATE INDEX owed_corrections_of_placement ON public.owed_corrections USING btree (placement_id) WHERE (done_at IS NULL);
CREATE INDEX owed_reads_of_draft ON public.owed_reads USING btree (draft_id);
CREATE INDEX owed_reads_of_member ON public.owed_reads USING btree (member_id);
CREATE INDEX page_changes_of_page ON public.page_changes USING btree (page_id, id);
CREATE INDEX placements_of_owner ON public.placements USING btree (owner_id);
CREATE UNIQUE INDEX preservation_stands_once ON public.preservations USING btree (draft_id, order_reference) WHERE (lifted_at IS NULL);
CREATE INDEX replies_of_draft ON public.replies USING btree (draft_id);
CREATE INDEX sign_off_standings_last_first ON public.sign_off_standings USING btree (sign_off_id, id DESC);
CREATE INDEX sign_offs_of_key_point ON public.sign_offs USING btree (key_point_id);
CREATE INDEX sign_offs_until_moves ON public.sign_offs USING btree (until_moves) WHERE (until_moves IS NOT NULL);
CREATE UNIQUE INDEX site_placement_once ON public.placements USING btree (draft_id) WHERE (kind = 'site'::text);
CREATE INDEX tokens_of_member ON public.tokens USING btree (member_id);
CREATE UNIQUE INDEX translation_placement_once ON public.placements USING btree (draft_id, words_draft_id) WHERE ((kind = 'translation'::text) AND (removed_at IS NULL));
CREATE UNIQUE INDEX watch_stands_once ON public.watches USING btree (page_id, COALESCE(claim_id, (0)::bigint), COALESCE(key_point_id, (0)::bigint), COALESCE(matter_id, (0)::bigint)) WHERE (stopped_at IS NULL);
CREATE INDEX watched_pages_by_next_look ON public.watched_pages USING btree (next_look);
CREATE INDEX watches_of_claim ON public.watches USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX watches_of_draft ON public.watches USING btree (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX withdrawals ON public.sign_off_standings USING btree (sign_off_id) WHERE (standing = 'withdrawn'::text);
CREATE TRIGGER absences_never_emptied BEFORE TRUNCATE ON public.absences FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER absences_only_grow BEFORE DELETE OR UPDATE ON public.absences FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER agreements_never_emptied BEFORE TRUNCATE ON public.agreements FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER agreements_only_grow BEFORE DELETE OR UPDATE ON public.agreements FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER archive_updates_never_emptied BEFORE TRUNCATE ON public.archive_updates FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER archive_updates_only_grow BEFORE DELETE OR UPDATE ON public.archive_updates FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER assignments_never_emptied BEFORE TRUNCATE ON public.assignments FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER assignments_only_grow BEFORE DELETE OR UPDATE ON public.assignments FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER byline_members_never_emptied BEFORE TRUNCATE ON public.byline_members FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER byline_members_only_grow BEFORE DELETE OR UPDATE ON public.byline_members FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER claim_occurrences_never_emptied BEFORE TRUNCATE ON public.claim_occurrences FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER claim_occurrences_only_grow BEFORE DELETE OR UPDATE ON public.claim_occurrences FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER comments_never_emptied BEFORE TRUNCATE ON public.comments FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER comments_only_grow BEFORE DELETE OR UPDATE ON public.comments FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER confidential_sources_never_emptied BEFORE TRUNCATE ON public.confidential_sources FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER confidential_sources_only_grow BEFORE DELETE OR UPDATE ON public.confidential_sources FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER contradiction_passages_never_emptied BEFORE TRUNCATE ON public.contradiction_passages FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER contradiction_passages_only_grow BEFORE DELETE OR UPDATE ON public.contradiction_passages FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER correction_key_points_never_emptied BEFORE TRUNCATE ON public.correction_key_points FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER correction_key_points_only_grow BEFORE DELETE OR UPDATE ON public.correction_key_points FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER embargoes_never_emptied BEFORE TRUNCATE ON public.embargoes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER embargoes_only_grow BEFORE DELETE OR UPDATE ON public.embargoes FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER evidence_files_never_emptied BEFORE TRUNCATE ON public.evidence_files FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER evidence_files_only_grow BEFORE DELETE OR UPDATE ON public.evidence_files FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER idempotency_keys_kept BEFORE DELETE ON public.idempotency_keys FOR EACH ROW EXECUTE FUNCTION public.keep_while_preserved();
CREATE TRIGGER imported_items_never_emptied BEFORE TRUNCATE ON public.imported_items FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER imported_items_only_grow BEFORE DELETE OR UPDATE ON public.imported_items FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER imports_never_emptied BEFORE TRUNCATE ON public.imports FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER imports_only_grow BEFORE DELETE OR UPDATE ON public.imports FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invitation_ends_never_emptied BEFORE TRUNCATE ON public.invitation_ends FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invitation_ends_only_grow BEFORE DELETE OR UPDATE ON public.invitation_ends FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invitation_key_points_never_emptied BEFORE TRUNCATE ON public.invitation_key_points FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invitation_key_points_only_grow BEFORE DELETE OR UPDATE ON public.invitation_key_points FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invitations_never_emptied BEFORE TRUNCATE ON public.invitations FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invitations_only_grow BEFORE DELETE OR UPDATE ON public.invitations FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invited_sign_offs_never_emptied BEFORE TRUNCATE ON public.invited_sign_offs FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER invited_sign_offs_only_grow BEFORE DELETE OR UPDATE ON public.invited_sign_offs FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER journal_entries_never_emptied BEFORE TRUNCATE ON public.journal_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER journal_entries_only_grow BEFORE DELETE OR UPDATE ON public.journal_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER journal_payloads_never_emptied BEFORE TRUNCATE ON public.journal_payloads FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER journal_payloads_only_grow BEFORE DELETE OR UPDATE ON public.journal_payloads FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER key_point_supports_never_emptied BEFORE TRUNCATE ON public.key_point_supports FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER key_point_supports_only_grow BEFORE DELETE OR UPDATE ON public.key_point_supports FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER key_point_versions_never_emptied BEFORE TRUNCATE ON public.key_point_versions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER key_point_versions_only_grow BEFORE DELETE OR UPDATE ON public.key_point_versions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER key_points_never_emptied BEFORE TRUNCATE ON public.key_points FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER key_points_only_grow BEFORE DELETE OR UPDATE ON public.key_points FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER limits_never_emptied BEFORE TRUNCATE ON public.limits FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER limits_only_grow BEFORE DELETE OR UPDATE ON public.limits FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER matter_parties_never_emptied BEFORE TRUNCATE ON public.matter_parties FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER matter_parties_only_grow BEFORE DELETE OR UPDATE ON public.matter_parties FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER matter_relations_never_emptied BEFORE TRUNCATE ON public.matter_relations FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER matter_relations_only_grow BEFORE DELETE OR UPDATE ON public.matter_relations FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER matter_statuses_never_emptied BEFORE TRUNCATE ON public.matter_statuses FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER matter_statuses_only_grow BEFORE DELETE OR UPDATE ON public.matter_statuses FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER override_reviews_never_emptied BEFORE TRUNCATE ON public.override_reviews FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER override_reviews_only_grow BEFORE DELETE OR UPDATE ON public.override_reviews FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER owed_reads_never_emptied BEFORE TRUNCATE ON public.owed_reads FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER owed_reads_only_grow BEFORE DELETE OR UPDATE ON public.owed_reads FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER page_changes_never_emptied BEFORE TRUNCATE ON public.page_changes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER page_changes_only_grow BEFORE DELETE OR UPDATE ON public.page_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER plan_outcomes_never_emptied BEFORE TRUNCATE ON public.plan_outcomes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER plan_outcomes_only_grow BEFORE DELETE OR UPDATE ON public.plan_outcomes FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER plans_never_emptied BEFORE TRUNCATE ON public.plans FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER plans_only_grow BEFORE DELETE OR UPDATE ON public.plans FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER policies_never_emptied BEFORE TRUNCATE ON public.policies FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER policies_only_grow BEFORE DELETE OR UPDATE ON public.policies FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER publication_sign_offs_never_emptied BEFORE TRUNCATE ON public.publication_sign_offs FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER publication_sign_offs_only_grow BEFORE DELETE OR UPDATE ON public.publication_sign_offs FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER publications_never_emptied BEFORE TRUNCATE ON public.publications FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER publications_only_grow BEFORE DELETE OR UPDATE ON public.publications FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER reminders_never_emptied BEFORE TRUNCATE ON public.reminders FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER reminders_only_grow BEFORE DELETE OR UPDATE ON public.reminders FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER repeated_claims_never_emptied BEFORE TRUNCATE ON public.repeated_claims FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER repeated_claims_only_grow BEFORE DELETE OR UPDATE ON public.repeated_claims FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER replies_never_emptied BEFORE TRUNCATE ON public.replies FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER replies_only_grow BEFORE DELETE OR UPDATE ON public.replies FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER revision_matters_never_emptied BEFORE TRUNCATE ON public.revision_matters FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER revision_matters_only_grow BEFORE DELETE OR UPDATE ON public.revision_matters FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER revisions_never_emptied BEFORE TRUNCATE ON public.revisions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER revisions_only_grow BEFORE DELETE OR UPDATE ON public.revisions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sign_off_evidence_never_emptied BEFORE TRUNCATE ON public.sign_off_evidence FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sign_off_evidence_only_grow BEFORE DELETE OR UPDATE ON public.sign_off_evidence FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sign_off_standings_never_emptied BEFORE TRUNCATE ON public.sign_off_standings FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sign_off_standings_only_grow BEFORE DELETE OR UPDATE ON public.sign_off_standings FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sign_offs_never_emptied BEFORE TRUNCATE ON public.sign_offs FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sign_offs_only_grow BEFORE DELETE OR UPDATE ON public.sign_offs FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER statements_never_emptied BEFORE TRUNCATE ON public.statements FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER statements_only_grow BEFORE DELETE OR UPDATE ON public.statements FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER waivers_never_emptied BEFORE TRUNCATE ON public.waivers FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER waivers_only_grow BEFORE DELETE OR UPDATE ON public.waivers FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT agreements_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.sign_offs(id);
ALTER TABLE ONLY public.archive_names
    ADD CONSTRAINT archive_names_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.archive_updates
    ADD CONSTRAINT archive_updates_other_revision_id_fkey FOREIGN KEY (other_revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.archive_updates
    ADD CONSTRAINT archive_updates_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_by_member_fkey FOREIGN KEY (by_member) REFERENCES public.members(id);
ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES public.follow_ups(id);
ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.byline_members
    ADD CONSTRAINT byline_members_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.byline_members
    ADD CONSTRAINT byline_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.claim_occurrences
    ADD CONSTRAINT claim_occurrences_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claims(id);
ALTER TABLE ONLY public.claim_occurrences
    ADD CONSTRAINT claim_occurrences_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collisions_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collisions_other_draft_id_fkey FOREIGN KEY (other_draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collisions_other_revision_id_fkey FOREIGN KEY (other_revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collisions_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.collisions
    ADD CONSTRAINT collisions_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_key_point_id_fkey FOREIGN KEY (key_point_id) REFERENCES public.key_points(id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.confidential_sources
    ADD CONSTRAINT confidential_sources_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.sign_offs(id);
ALTER TABLE ONLY public.contradiction_passages
    ADD CONSTRAINT contradiction_passages_contradiction_id_fkey FOREIGN KEY (contradiction_id) REFERENCES public.contradictions(id);
ALTER TABLE ONLY public.contradiction_passages
    ADD CONSTRAINT contradiction_passages_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.contradiction_passages
    ADD CONSTRAINT contradiction_passages_seen_in_fkey FOREIGN KEY (seen_in) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradictions_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradictions_other_draft_id_fkey FOREIGN KEY (other_draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradictions_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradictions_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.correction_key_points
    ADD CONSTRAINT correction_key_points_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES public.corrections(id);
ALTER TABLE ONLY public.correction_key_points
    ADD CONSTRAINT correction_key_points_key_point_id_fkey FOREIGN KEY (key_point_id) REFERENCES public.key_points(id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT corrections_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT corrections_dropped_by_fkey FOREIGN KEY (dropped_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT corrections_fixed_in_fkey FOREIGN KEY (fixed_in) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT corrections_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.corrections
    ADD CONSTRAINT corrections_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.desk_roles
    ADD CONSTRAINT desk_roles_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES public.desks(id);
ALTER TABLE ONLY public.desk_roles
    ADD CONSTRAINT desk_roles_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES public.desks(id);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_latest_revision_id_fkey FOREIGN KEY (latest_revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_live_revision_id_fkey FOREIGN KEY (live_revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plans(id);
ALTER TABLE ONLY public.embargoes
    ADD CONSTRAINT embargoes_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.embargoes
    ADD CONSTRAINT embargoes_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.embargoes
    ADD CONSTRAINT embargoes_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasures_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasures_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.evidence_files
    ADD CONSTRAINT evidence_files_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.evidence_files
    ADD CONSTRAINT evidence_files_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.follow_up_claims
    ADD CONSTRAINT follow_up_claims_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claims(id);
ALTER TABLE ONLY public.follow_up_claims
    ADD CONSTRAINT follow_up_claims_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES public.follow_ups(id);
ALTER TABLE ONLY public.follow_ups
    ADD CONSTRAINT follow_ups_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.follow_ups
    ADD CONSTRAINT follow_ups_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.follow_ups
    ADD CONSTRAINT follow_ups_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.follow_ups
    ADD CONSTRAINT follow_ups_turn_fkey FOREIGN KEY (turn) REFERENCES public.members(id);
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.imported_items
    ADD CONSTRAINT imported_items_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.imported_items
    ADD CONSTRAINT imported_items_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.imports(id);
ALTER TABLE ONLY public.invitation_ends
    ADD CONSTRAINT invitation_ends_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES public.invitations(id);
ALTER TABLE ONLY public.invitation_key_points
    ADD CONSTRAINT invitation_key_points_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES public.invitations(id);
ALTER TABLE ONLY public.invitation_key_points
    ADD CONSTRAINT invitation_key_points_key_point_id_fkey FOREIGN KEY (key_point_id) REFERENCES public.key_points(id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.invited_sign_offs
    ADD CONSTRAINT invited_sign_offs_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES public.invitations(id);
ALTER TABLE ONLY public.invited_sign_offs
    ADD CONSTRAINT invited_sign_offs_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.sign_offs(id);
ALTER TABLE ONLY public.journal_entries
    ADD CONSTRAINT journal_entries_chain_fkey FOREIGN KEY (chain) REFERENCES public.journal_heads(chain);
ALTER TABLE ONLY public.journal_payloads
    ADD CONSTRAINT journal_payloads_chain_seq_fkey FOREIGN KEY (chain, seq) REFERENCES public.journal_entries(chain, seq);
ALTER TABLE ONLY public.key_point_matters
    ADD CONSTRAINT key_point_matters_key_point_id_fkey FOREIGN KEY (key_point_id) REFERENCES public.key_points(id);
ALTER TABLE ONLY public.key_point_matters
    ADD CONSTRAINT key_point_matters_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.key_point_matters
    ADD CONSTRAINT key_point_matters_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.key_point_supports
    ADD CONSTRAINT key_point_supports_key_point_id_revision_id_fkey FOREIGN KEY (key_point_id, revision_id) REFERENCES public.key_point_versions(key_point_id, revision_id);
ALTER TABLE ONLY public.key_point_supports
    ADD CONSTRAINT key_point_supports_words_from_fkey FOREIGN KEY (words_from) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.key_point_supports
    ADD CONSTRAINT key_point_supports_written_in_fkey FOREIGN KEY (written_in) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.key_point_versions
    ADD CONSTRAINT key_point_versions_key_point_id_fkey FOREIGN KEY (key_point_id) REFERENCES public.key_points(id);
ALTER TABLE ONLY public.key_point_versions
    ADD CONSTRAINT key_point_versions_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.key_point_versions
    ADD CONSTRAINT key_point_versions_words_from_fkey FOREIGN KEY (words_from) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.key_point_versions
    ADD CONSTRAINT key_point_versions_written_in_fkey FOREIGN KEY (written_in) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.key_points
    ADD CONSTRAINT key_points_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.limits
    ADD CONSTRAINT limits_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.limits
    ADD CONSTRAINT limits_limited_by_fkey FOREIGN KEY (limited_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.matter_parties
    ADD CONSTRAINT matter_parties_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.matter_proposals
    ADD CONSTRAINT matter_proposals_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.matter_proposals
    ADD CONSTRAINT matter_proposals_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.matter_proposals
    ADD CONSTRAINT matter_proposals_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.matter_relations
    ADD CONSTRAINT matter_relations_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.matter_relations
    ADD CONSTRAINT matter_relations_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.matter_relations
    ADD CONSTRAINT matter_relations_related_by_fkey FOREIGN KEY (related_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.matter_statuses
    ADD CONSTRAINT matter_statuses_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.matter_statuses
    ADD CONSTRAINT matter_statuses_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.matters
    ADD CONSTRAINT matters_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.matters(id);
ALTER TABLE ONLY public.missed_nights
    ADD CONSTRAINT missed_nights_caught_up_by_fkey FOREIGN KEY (caught_up_by) REFERENCES public.nightly_runs(date);
ALTER TABLE ONLY public.nightly_attempts
    ADD CONSTRAINT nightly_attempts_date_fkey FOREIGN KEY (date) REFERENCES public.nightly_runs(date);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_chain_seq_fkey FOREIGN KEY (chain, seq) REFERENCES public.journal_entries(chain, seq);
ALTER TABLE ONLY public.override_reviews
    ADD CONSTRAINT override_reviews_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.override_reviews
    ADD CONSTRAINT override_reviews_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES public.publications(id);
ALTER TABLE ONLY public.owed_corrections
    ADD CONSTRAINT owed_corrections_after_revision_id_fkey FOREIGN KEY (after_revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.owed_corrections
    ADD CONSTRAINT owed_corrections_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES public.corrections(id);
ALTER TABLE ONLY public.owed_corrections
    ADD CONSTRAINT owed_corrections_done_by_fkey FOREIGN KEY (done_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.owed_corrections
    ADD CONSTRAINT owed_corrections_done_in_fkey FOREIGN KEY (done_in) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.owed_corrections
    ADD CONSTRAINT owed_corrections_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES public.placements(id);
ALTER TABLE ONLY public.owed_reads
    ADD CONSTRAINT owed_reads_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.owed_reads
    ADD CONSTRAINT owed_reads_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.owed_reads
    ADD CONSTRAINT owed_reads_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.page_changes
    ADD CONSTRAINT page_changes_page_id_fkey FOREIGN KEY (page_id) REFERENCES public.watched_pages(id);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.placements
    ADD CONSTRAINT placements_words_draft_id_fkey FOREIGN KEY (words_draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.plan_outcomes
    ADD CONSTRAINT plan_outcomes_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plans(id);
ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES public.desks(id);
ALTER TABLE ONLY public.preservations
    ADD CONSTRAINT preservations_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.publication_sign_offs
    ADD CONSTRAINT publication_sign_offs_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES public.publications(id);
ALTER TABLE ONLY public.publication_sign_offs
    ADD CONSTRAINT publication_sign_offs_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.sign_offs(id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_by_member_fkey FOREIGN KEY (by_member) REFERENCES public.members(id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.reminders
    ADD CONSTRAINT reminders_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.repeated_claims
    ADD CONSTRAINT repeated_claims_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claims(id);
ALTER TABLE ONLY public.repeated_claims
    ADD CONSTRAINT repeated_claims_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.revision_matters
    ADD CONSTRAINT revision_matters_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.revision_matters
    ADD CONSTRAINT revision_matters_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES public.policies(id);
ALTER TABLE ONLY public.sign_off_evidence
    ADD CONSTRAINT sign_off_evidence_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.sign_offs(id);
ALTER TABLE ONLY public.sign_off_standings
    ADD CONSTRAINT sign_off_standings_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.sign_off_standings
    ADD CONSTRAINT sign_off_standings_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.sign_offs(id);
ALTER TABLE ONLY public.sign_offs
    ADD CONSTRAINT sign_offs_key_point_id_revision_id_fkey FOREIGN KEY (key_point_id, revision_id) REFERENCES public.key_point_versions(key_point_id, revision_id);
ALTER TABLE ONLY public.sign_offs
    ADD CONSTRAINT sign_offs_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.sign_offs
    ADD CONSTRAINT sign_offs_until_moves_fkey FOREIGN KEY (until_moves) REFERENCES public.matters(id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_words_from_fkey FOREIGN KEY (words_from) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.statements
    ADD CONSTRAINT statements_written_in_fkey FOREIGN KEY (written_in) REFERENCES public.revisions(id);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.unnamed_drafts
    ADD CONSTRAINT unnamed_drafts_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.waivers
    ADD CONSTRAINT waivers_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.waivers
    ADD CONSTRAINT waivers_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.members(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claims(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES public.drafts(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_key_point_id_fkey FOREIGN KEY (key_point_id) REFERENCES public.key_points(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matters(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_page_id_fkey FOREIGN KEY (page_id) REFERENCES public.watched_pages(id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT watches_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES public.members(id);
