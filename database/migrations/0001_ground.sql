-- The ground every room stands on: scope of a transaction, helper for row-level security, audit, outbox, codes.
create schema scope;
create schema audit;
create schema outbox;
create schema codes;
create schema sessions;
create schema files;
create schema organisations;
create schema calendar;
create schema identity;
create schema catalogue;
create schema messages;
create schema results;
create schema dossiers;
create schema feedback;
grant usage on schema scope, audit, outbox, codes, sessions, files, organisations, calendar, identity, catalogue, messages,
  results, dossiers, feedback to motcua_web, motcua_worker;

-- Who asks, for this transaction only (set_config local). Policies read it through the functions below.
-- Functions that write are plpgsql: a session plans them once, where a function in SQL is planned at every call (measured:
-- a submission in half the time).
create function scope.enter(kind text, person text, officer text, units text, everywhere boolean) returns void
language plpgsql as $$
begin
  perform set_config('motcua.kind', kind, true), set_config('motcua.person', person, true),
         set_config('motcua.officer', officer, true), set_config('motcua.units', units, true),
         set_config('motcua.everywhere', everywhere::text, true);
end $$;
create function scope.kind() returns text language sql stable as $$ select coalesce(current_setting('motcua.kind', true), '') $$;
create function scope.person() returns uuid language sql stable as
  $$ select nullif(current_setting('motcua.person', true), '')::uuid $$;
create function scope.officer() returns uuid language sql stable as
  $$ select nullif(current_setting('motcua.officer', true), '')::uuid $$;
create function scope.units() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('motcua.units', true), ''), '{}')::uuid[] $$;
create function scope.everywhere() returns boolean language sql stable as
  $$ select coalesce(nullif(current_setting('motcua.everywhere', true), ''), 'false')::boolean $$;

-- Row-level security, forced; the owner (migrations, functions that promise a narrow view) and the worker see all.
create procedure scope.protect(relation regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy owner_all on %s to %I using (true) with check (true)', relation, current_user);
  execute format('create policy worker_all on %s to motcua_worker using (true) with check (true)', relation);
  execute format('grant select, insert, update, delete on %s to motcua_worker', relation);
end $$;

-- Journal of what was done and what was read. Append-only: nobody is granted update or delete.
create table audit.entry (
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_unit uuid,
  action text not null,
  subject text not null,
  home_unit uuid,
  details jsonb not null default '{}',
  request_id text not null default '',
  primary key (id, at)
) partition by range (at);
create table audit.entry_rest partition of audit.entry default;
create index on audit.entry (subject, at);
create index on audit.entry using brin (at);
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
do $$ begin execute format('create policy owner_all on audit.entry to %I using (true) with check (true)', current_user); end $$;
create policy anyone_adds on audit.entry for insert to motcua_web, motcua_worker with check (true);
create policy auditors_read on audit.entry for select to motcua_web using ((select scope.kind()) = 'auditor');
create policy worker_reads on audit.entry for select to motcua_worker using (true);
grant select, insert on audit.entry to motcua_web, motcua_worker;

create function audit.record(p_id uuid, p_at timestamptz, p_actor_kind text, p_actor uuid, p_unit uuid, p_action text,
  p_subject text, p_home_unit uuid, p_details jsonb, p_request text) returns void language plpgsql as $$
begin
  insert into audit.entry (id, at, actor_kind, actor_id, actor_unit, action, subject, home_unit, details, request_id)
  values (p_id, p_at, p_actor_kind, p_actor, p_unit, p_action, p_subject, p_home_unit, p_details, p_request);
end $$;

-- Facts that concern others. The web leaves rows; only the worker takes them.
create table outbox.event (
  home_unit uuid not null,
  id uuid not null,
  at timestamptz not null,
  topic text not null,
  subject text not null,
  payload jsonb not null,
  done_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  failure text,
  primary key (home_unit, id)
);
create index event_waiting on outbox.event (at, id) where done_at is null;
call scope.protect('outbox.event');
create policy anyone_puts on outbox.event for insert to motcua_web with check (true);
grant insert on outbox.event to motcua_web;

create function outbox.put(p_home_unit uuid, p_id uuid, p_at timestamptz, p_topic text, p_subject text, p_payload jsonb)
returns void language plpgsql as $$
begin
  insert into outbox.event (home_unit, id, at, topic, subject, payload)
  values (p_home_unit, p_id, p_at, p_topic, p_subject, p_payload);
end $$;

-- Numbers per unit and day are taken in blocks by a transaction of their own, so no row stays locked until a
-- submission commits. Gaps are allowed, a number is never given twice. WAL is written in order: whoever sees a code
-- on disk also finds the block it came from, so this commit need not wait for the disk itself.
create table codes.counter (
  unit_id uuid not null,
  day date not null,
  series text not null,
  next integer not null,
  primary key (unit_id, day, series)
);
call scope.protect('codes.counter');
create function codes.take(p_unit uuid, p_day date, p_series text, p_count integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare first integer;
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into codes.counter as c (unit_id, day, series, next) values (p_unit, p_day, p_series, 1 + p_count)
  on conflict (unit_id, day, series) do update set next = c.next + p_count
  returning next - p_count into first;
  return first;
end $$;

-- Sessions are reached only by the hash of their token.
create table sessions.session (
  token_hash bytea primary key,
  kind text not null check (kind in ('visitor', 'citizen', 'officer')),
  subject uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  agent text not null default ''
);
create index session_of on sessions.session (subject) where subject is not null;
create index session_ends on sessions.session (ends_at);
call scope.protect('sessions.session');

create function sessions.start(p_hash bytea, p_kind text, p_subject uuid, p_data jsonb, p_now timestamptz,
  p_idle_until timestamptz, p_ends_at timestamptz, p_agent text) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into sessions.session (token_hash, kind, subject, data, created_at, seen_at, idle_until, ends_at, agent)
  values (p_hash, p_kind, p_subject, p_data, p_now, p_now, p_idle_until, p_ends_at, p_agent)
$$;
create function sessions.find(p_hash bytea, p_now timestamptz)
returns table (kind text, subject uuid, data jsonb, created_at timestamptz, seen_at timestamptz, idle_until timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select kind, subject, data, created_at, seen_at, idle_until, ends_at from sessions.session
  where token_hash = p_hash and idle_until > p_now and ends_at > p_now
$$;
create function sessions.touch(p_hash bytea, p_now timestamptz, p_idle_until timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  update sessions.session set seen_at = p_now, idle_until = p_idle_until where token_hash = p_hash
$$;
create function sessions.change(p_hash bytea, p_data jsonb) returns void
language sql security definer set search_path = pg_catalog as $$
  update sessions.session set data = p_data where token_hash = p_hash
$$;
create function sessions.finish(p_hash bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from sessions.session where token_hash = p_hash
$$;
create function sessions.finish_all(p_subject uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from sessions.session where subject = p_subject
$$;
create function sessions.list(p_subject uuid, p_now timestamptz)
returns table (token_hash bytea, created_at timestamptz, seen_at timestamptz, agent text)
language sql stable security definer set search_path = pg_catalog as $$
  select token_hash, created_at, seen_at, agent from sessions.session
  where subject = p_subject and idle_until > p_now and ends_at > p_now order by seen_at desc
$$;
