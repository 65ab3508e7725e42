-- A log that only grows, in the formats of C2SP (tlog-tiles): what was done, read and published is a leaf of it, as a salted hash.
create schema public_log;
grant usage on schema public_log to motcua_web, motcua_worker;

-- What is logged: a view (key text, xact bigint, content text) that its room keeps and names here. A row is logged once, under its key.
create table public_log.source (
  name text primary key check (name ~ '^[a-z][a-z-]*$'),
  relation text not null,
  place integer not null unique
);
grant select on public_log.source to motcua_web, motcua_worker;

-- The one line of the log. `seen`: everything that this snapshot sees is a leaf. `taking`: the snapshot that is being taken over now,
-- up to the row named by `at_place`, `at_xact` and `at_key`. A snapshot and no highest number: what commits late is not passed over.
create table public_log.head (
  one boolean primary key default true check (one),
  size bigint not null default 0,
  seen pg_snapshot not null default '1:1:',
  taking pg_snapshot,
  at_place integer not null default 0,
  at_xact bigint not null default 0,
  at_key text not null default ''
);
insert into public_log.head default values;

create table public_log.leaf (
  index bigint primary key,
  source text not null,
  row_key text not null,
  -- Of the transaction that wrote the row: rows and leaves are compared stretch by stretch of it.
  xact bigint not null,
  salt bytea not null check (length(salt) = 16),
  -- What is published: a line with the kind, and the hash of salt and content.
  entry text not null,
  at timestamptz not null,
  unique (source, row_key)
);
create index leaf_of_xact on public_log.leaf (source, xact);

-- Level and number of a tile of hashes; the last of a level is written again as it grows.
create table public_log.tile (
  level smallint not null,
  n bigint not null,
  width smallint not null check (width between 1 and 256),
  bytes bytea not null,
  primary key (level, n)
);

create table public_log.checkpoint (
  size bigint primary key,
  root bytea not null,
  at timestamptz not null,
  -- The signed note, without what witnesses add.
  note text not null
);
create table public_log.cosignature (
  size bigint not null references public_log.checkpoint (size),
  witness text not null,
  at timestamptz not null,
  line text not null,
  primary key (size, witness)
);

-- What the comparison of the log with the database has found: a row that was edited, deleted or invented, a leaf or tile that was changed.
create table public_log.finding (
  id uuid primary key,
  kind text not null check (kind in ('edited', 'deleted', 'invented', 'leaf', 'tree')),
  source text not null,
  row_key text not null,
  index bigint,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  unique nulls not distinct (kind, source, row_key, index)
);

do $$ declare t text; begin
  foreach t in array array['head', 'leaf', 'tile', 'checkpoint', 'cosignature', 'finding'] loop
    execute format('call scope.protect(%L)', 'public_log.' || t);
  end loop;
  -- Everybody may read what is published; salts stay with the worker and the function below.
  foreach t in array array['tile', 'checkpoint', 'cosignature'] loop
    execute format('create policy anyone_reads on public_log.%I for select to motcua_web using (true)', t);
    execute format('grant select on public_log.%I to motcua_web', t);
  end loop;
end $$;
revoke update, delete on public_log.leaf from motcua_worker;
revoke update on public_log.checkpoint from motcua_worker;
revoke delete on public_log.tile, public_log.head, public_log.finding from motcua_worker;
grant select (index, entry) on public_log.leaf to motcua_web;
create policy anyone_reads on public_log.leaf for select to motcua_web using (true);
create policy anyone_reads on public_log.finding for select to motcua_web using (true);
grant select on public_log.finding to motcua_web;

-- The next rows of one source between two snapshots, after the row that was taken last.
create function public_log.next_rows(p_source text, p_seen pg_snapshot, p_taking pg_snapshot, p_xact bigint, p_key text, p_most integer)
returns table (key text, xact bigint, digest bytea) language plpgsql stable as $$
declare relation text;
begin
  select s.relation into strict relation from public_log.source s where s.name = p_source;
  return query execute format($q$
    select v.key, v.xact, sha256(convert_to(v.content, 'UTF8'))
    from %s v
    where v.xact >= greatest($5, pg_snapshot_xmin($1)::text::bigint) and not pg_visible_in_snapshot(v.xact::text::xid8, $1)
      and pg_visible_in_snapshot(v.xact::text::xid8, $2)
      and (v.xact, v.key) > ($5, $4)
      and not exists (select from public_log.leaf l where l.source = $3 and l.row_key = v.key)
    order by v.xact, v.key limit $6$q$, relation)
  using p_seen, p_taking, p_source, p_key, p_xact, p_most;
end $$;

-- The next rows of all sources in their order: at most as many as asked, fewer only when nothing is left between the snapshots.
create function public_log.next_page(p_seen pg_snapshot, p_taking pg_snapshot, p_place integer, p_xact bigint, p_key text, p_most integer)
returns table (source text, place integer, key text, xact bigint, digest bytea) language plpgsql stable as $$
declare s record; got integer; n integer := 0;
begin
  for s in select q.name, q.place from public_log.source q where q.place >= p_place order by q.place loop
    return query select s.name, s.place, r.key, r.xact, r.digest
      from public_log.next_rows(s.name, p_seen, p_taking, case when s.place = p_place then p_xact else 0 end, case when s.place = p_place then p_key else '' end,
        p_most - n) r;
    get diagnostics got = row_count;
    n := n + got;
    exit when n >= p_most;
  end loop;
end $$;

-- What one row says, for whoever may see it: views run with the reader's own rights.
create function public_log.content_of(p_source text, p_key text, p_xact bigint) returns text language plpgsql stable as $$
declare relation text; content text;
begin
  select s.relation into strict relation from public_log.source s where s.name = p_source;
  execute format('select v.content from %s v where v.xact = $1 and v.key = $2', relation) into content using p_xact, p_key;
  return content;
end $$;

-- Where a row stands in the log, and its salt: without the row itself it tells nothing.
create function public_log.place_of(p_source text, p_key text) returns table (index bigint, xact bigint, salt bytea, entry text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.index, l.xact, l.salt, l.entry from public_log.leaf l where l.source = p_source and l.row_key = p_key
$$;
grant execute on function public_log.place_of to motcua_web, motcua_worker;

-- Rows against leaves of one source in a stretch of transactions. What is newer than the log's own sight is not looked at.
create function public_log.compare(p_source text, p_from bigint, p_to bigint, p_seen pg_snapshot)
returns table (kind text, key text, index bigint) language plpgsql stable as $$
declare relation text;
begin
  select s.relation into strict relation from public_log.source s where s.name = p_source;
  return query execute format($q$
    select case when v.key is null then 'deleted' when l.row_key is null then 'invented' else 'edited' end, coalesce(l.row_key, v.key), l.index
    from (select * from public_log.leaf where source = $1 and xact >= $2 and xact < $3) l
    full join (select v.key, v.content from %s v where v.xact >= $2 and v.xact < $3 and pg_visible_in_snapshot(v.xact::text::xid8, $4)) v on v.key = l.row_key
    where v.key is null or l.row_key is null
      or l.entry <> $1 || ' ' || encode(sha256(l.salt || sha256(convert_to(v.content, 'UTF8'))), 'base64')$q$, relation)
  using p_source, p_from, p_to, p_seen;
end $$;

-- Which transaction wrote a row. Named by the default where columns are listed, by the trigger where whole records are written.
create function public_log.name_xact() returns trigger language plpgsql as $$
begin
  new.xact := pg_current_xact_id()::text::bigint;
  return new;
end $$;
-- @param changed what makes a row a new one to the log when it is updated; empty for tables whose rows stay as they are.
create procedure public_log.follow(relation regclass) language plpgsql as $$
begin
  -- Rows of before belong to one transaction that everybody sees.
  execute format('alter table %s add column xact bigint not null default 3', relation);
  execute format('alter table %s alter column xact set default pg_current_xact_id()::text::bigint', relation);
  execute format('create index on %s (xact)', relation);
  execute format('create trigger name_xact before insert on %s for each row when (new.xact is null) execute function public_log.name_xact()', relation);
end $$;
call public_log.follow('audit.entry');
call public_log.follow('catalogue.procedure');
call public_log.follow('dossiers.act');
call public_log.follow('dossiers.reading');
call public_log.follow('results.result');
call public_log.follow('payments.transfer');

-- Times as UTC with microseconds, whatever the session says of zones and styles.
create function public_log.moment(at timestamptz) returns text language sql stable as
  $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

create view audit.v_log with (security_invoker = true) as
  select e.id::text as key, e.xact, jsonb_build_array(e.id, public_log.moment(e.at), e.actor_kind, e.actor_id, e.actor_unit, e.action, e.subject,
    e.home_unit, e.details, e.request_id)::text as content from audit.entry e;
create view catalogue.v_log with (security_invoker = true) as
  select p.code || '/' || p.version as key, p.xact, jsonb_build_array(p.code, p.version, p.definition, p.workflow, p.decisions, p.templates,
    public_log.moment(p.published_at), p.published_by, p.valid_from)::text as content
  from catalogue.procedure p where p.definition is not null;
create view dossiers.v_log_act with (security_invoker = true) as
  select a.home_unit || '/' || a.dossier_id || '/' || a.seq as key, a.xact, jsonb_build_array(a.home_unit, a.dossier_id, a.seq, a.kind,
    public_log.moment(a.at), a.actor_kind, a.actor_id, a.actor_name, a.actor_unit, a.payload)::text as content from dossiers.act a;
create view dossiers.v_log_reading with (security_invoker = true) as
  select r.home_unit || '/' || r.dossier_id || '/' || r.id as key, r.xact, jsonb_build_array(r.home_unit, r.dossier_id, r.id,
    public_log.moment(r.at), r.officer_id, r.officer_name, r.unit_id, r.unit_name, r.purpose)::text as content from dossiers.reading r;
create view results.v_log with (security_invoker = true) as
  select r.home_unit || '/' || r.dossier_id || '/' || r.id as key, r.xact, jsonb_build_array(r.home_unit, r.dossier_id, r.id, r.number, r.kind,
    r.title, r.outcome, r.issuer_unit, r.issuer_name, r.signer_name, public_log.moment(r.issued_at), r.content)::text as content from results.result r;
create view payments.v_log with (security_invoker = true) as
  select t.home_unit || '/' || t.id as key, t.xact, jsonb_build_array(t.home_unit, t.id, public_log.moment(t.at), t.day, t.kind, t.debit, t.credit,
    t.amount, t.unit_id, t.dossier_id, t.charge_id, t.session_id, t.refund_id, t.shift_id, t.evidence, t.key, t.reverses, t.actor_kind, t.actor_id,
    t.actor_name, t.note)::text as content from payments.transfer t;
grant select on audit.v_log, catalogue.v_log, dossiers.v_log_act, dossiers.v_log_reading, results.v_log, payments.v_log to motcua_web, motcua_worker;
insert into public_log.source (name, relation, place) values
  ('act', 'dossiers.v_log_act', 1), ('reading', 'dossiers.v_log_reading', 2), ('journal', 'audit.v_log', 3), ('procedure', 'catalogue.v_log', 4),
  ('result', 'results.v_log', 5), ('money', 'payments.v_log', 6);
