-- The comparison of rows with leaves looks at every row every time, but at most of them by number and version only.

-- Views of sources tell the version of a row: the transaction that wrote it last, as the server counts it. Whoever updates a row
-- gives it a later one, and cannot give it back the old one.
create or replace view audit.v_log with (security_invoker = true) as
  select e.id::text as key, e.xact, jsonb_build_array(e.id, public_log.moment(e.at), e.actor_kind, e.actor_id, e.actor_unit, e.action, e.subject,
    e.home_unit, e.details, e.request_id)::text as content, e.xmin::text::bigint as version from audit.entry e;
create or replace view catalogue.v_log with (security_invoker = true) as
  select p.code || '/' || p.version as key, p.xact, jsonb_build_array(p.code, p.version, p.definition, p.workflow, p.decisions, p.templates,
    public_log.moment(p.published_at), p.published_by, p.valid_from)::text as content, p.xmin::text::bigint as version
  from catalogue.procedure p where p.definition is not null;
create or replace view dossiers.v_log_act with (security_invoker = true) as
  select a.home_unit || '/' || a.dossier_id || '/' || a.seq as key, a.xact, jsonb_build_array(a.home_unit, a.dossier_id, a.seq, a.kind,
    public_log.moment(a.at), a.actor_kind, a.actor_id, a.actor_name, a.actor_unit, a.payload)::text as content,
    a.xmin::text::bigint as version from dossiers.act a;
create or replace view dossiers.v_log_reading with (security_invoker = true) as
  select r.home_unit || '/' || r.dossier_id || '/' || r.id as key, r.xact, jsonb_build_array(r.home_unit, r.dossier_id, r.id,
    public_log.moment(r.at), r.officer_id, r.officer_name, r.unit_id, r.unit_name, r.purpose)::text as content,
    r.xmin::text::bigint as version from dossiers.reading r;
create or replace view results.v_log with (security_invoker = true) as
  select r.home_unit || '/' || r.dossier_id || '/' || r.id as key, r.xact, jsonb_build_array(r.home_unit, r.dossier_id, r.id, r.number, r.kind,
    r.title, r.outcome, r.issuer_unit, r.issuer_name, r.signer_name, public_log.moment(r.issued_at), r.content)::text as content,
    r.xmin::text::bigint as version from results.result r;
create or replace view payments.v_log with (security_invoker = true) as
  select t.home_unit || '/' || t.id as key, t.xact, jsonb_build_array(t.home_unit, t.id, public_log.moment(t.at), t.day, t.kind, t.debit, t.credit,
    t.amount, t.unit_id, t.dossier_id, t.charge_id, t.session_id, t.refund_id, t.shift_id, t.evidence, t.key, t.reverses, t.actor_kind, t.actor_id,
    t.actor_name, t.note)::text as content, t.xmin::text::bigint as version from payments.transfer t;

-- A stretch of transactions that was compared word by word and agreed: how many rows and leaves it had then, and the sums of their
-- versions. As long as all four are the same, nothing in it was edited, deleted or invented since.
create table public_log.stretch (
  source text not null,
  from_xact bigint not null,
  to_xact bigint not null check (to_xact > from_xact),
  rows bigint not null,
  versions numeric not null,
  leaves bigint not null,
  leaf_versions numeric not null,
  compared_at timestamptz not null,
  primary key (source, from_xact)
);

-- When the monitor last looked at everything, how long that took, and how far it is with hashing the tree again.
create table public_log.watch (
  one boolean primary key default true check (one),
  looked_at timestamptz,
  look_ms integer not null default 0,
  tree_at bigint not null default 0
);
insert into public_log.watch default values;

do $$ declare t text; begin
  foreach t in array array['stretch', 'watch'] loop
    execute format('call scope.protect(%L)', 'public_log.' || t);
    execute format('create policy anyone_reads on public_log.%I for select to motcua_web using (true)', t);
    execute format('grant select on public_log.%I to motcua_web', t);
  end loop;
end $$;
revoke insert, delete on public_log.watch from motcua_worker;

-- Numbers and versions of rows and leaves of one source, stretch by stretch; the bounds begin one each, the last one ends the last.
create function public_log.sums(p_source text, p_bounds bigint[])
returns table (n integer, rows bigint, versions numeric, leaves bigint, leaf_versions numeric) language plpgsql stable as $$
declare relation text;
begin
  select s.relation into strict relation from public_log.source s where s.name = p_source;
  return query execute format($q$
    select coalesce(r.n, l.n), coalesce(r.rows, 0), coalesce(r.versions, 0), coalesce(l.leaves, 0), coalesce(l.versions, 0)
    from (select width_bucket(v.xact, $2) as n, count(*) as rows, sum(v.version) as versions
      from %s v where v.xact >= $2[1] and v.xact < $3 group by 1) r
    full join (select width_bucket(f.xact, $2) as n, count(*) as leaves, sum(f.xmin::text::bigint) as versions
      from public_log.leaf f where f.source = $1 and f.xact >= $2[1] and f.xact < $3 group by 1) l on l.n = r.n$q$, relation)
  using p_source, p_bounds, p_bounds[array_upper(p_bounds, 1)];
end $$;

-- As before, and tells apart a row that was edited and a leaf that was: a leaf that was never changed still has its hash in the tree.
create or replace function public_log.compare(p_source text, p_from bigint, p_to bigint, p_seen pg_snapshot)
returns table (kind text, key text, index bigint) language plpgsql stable as $$
declare relation text;
begin
  select s.relation into strict relation from public_log.source s where s.name = p_source;
  return query execute format($q$
    select case when v.key is null then 'deleted' when l.row_key is null then 'invented' when public_log.leaf_stands(l.index, l.entry) then 'edited'
      else 'leaf' end, coalesce(l.row_key, v.key), l.index
    from (select * from public_log.leaf where source = $1 and xact >= $2 and xact < $3) l
    full join (select v.key, v.content from %s v where v.xact >= $2 and v.xact < $3 and pg_visible_in_snapshot(v.xact::text::xid8, $4)) v on v.key = l.row_key
    where v.key is null or l.row_key is null
      or l.entry <> $1 || ' ' || encode(sha256(l.salt || sha256(convert_to(v.content, 'UTF8'))), 'base64')$q$, relation)
  using p_source, p_from, p_to, p_seen;
end $$;
-- RFC 6962, 2.1: the hash of a leaf; a tile has 256 of them, 32 octets each.
create function public_log.leaf_hash(entry text) returns bytea language sql immutable as
  $$ select sha256('\x00'::bytea || convert_to(entry, 'UTF8')) $$;
create function public_log.leaf_stands(p_index bigint, p_entry text) returns boolean language sql stable as $$
  select coalesce((select substr(t.bytes, (p_index % 256)::integer * 32 + 1, 32) = public_log.leaf_hash(p_entry)
    from public_log.tile t where t.level = 0 and t.n = p_index / 256), false)
$$;
