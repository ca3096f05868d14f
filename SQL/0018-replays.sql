-- Whose answer may be given again.

-- What a member may do now: desk and role, such as "1 legal".
create function roles_held(member bigint) returns text[]
language sql stable
as $$
  select coalesce(array_agg(desk_id || ' ' || role order by desk_id, role), '{}') from desk_roles
  where member_id = member
$$;

alter table idempotency_keys
  -- The roles that the member held at the act. Null for keys from before: their answers are not given again.
  add roles text[];
