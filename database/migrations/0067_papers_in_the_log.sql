-- Papers that were given out are leaves of the public log by the hash of their file, so that a file can carry its own proof.
create table dossiers.paper (
  home_unit uuid not null,
  dossier_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (name ~ '^[a-z-]{1,40}$'),
  given_at timestamptz not null,
  primary key (home_unit, dossier_id, sha256),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
call scope.protect('dossiers.paper');
revoke update, delete on dossiers.paper from motcua_worker;
call public_log.follow('dossiers.paper');
create policy with_dossier on dossiers.paper for select to motcua_web
  using (exists (select from dossiers.dossier d where d.home_unit = paper.home_unit and d.id = paper.dossier_id));
grant select on dossiers.paper to motcua_web;
create view dossiers.v_log_paper with (security_invoker = true) as
  select p.home_unit || '/' || p.dossier_id || '/' || p.sha256 as key, p.xact, jsonb_build_array(p.home_unit, p.dossier_id, p.name, p.sha256,
    public_log.moment(p.given_at))::text as content, p.xmin::text::bigint as version from dossiers.paper p;
grant select on dossiers.v_log_paper to motcua_web, motcua_worker;
insert into public_log.source (name, relation, place) values ('paper', 'dossiers.v_log_paper', 9);

-- Notes that a paper was given out, once for each file, and tells what the log is told of it. It runs as the owner, for whoever holds the
-- secret of a dossier sees no row; the caller has shown its right to the paper.
create function dossiers.give_paper(p_home uuid, p_dossier uuid, p_name text, p_sha256 text, p_at timestamptz)
returns table (key text, content text, fresh boolean) language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into dossiers.paper (home_unit, dossier_id, sha256, name, given_at) values (p_home, p_dossier, p_sha256, p_name, p_at) on conflict do nothing;
  fresh := found;
  select v.key, v.content into key, content from dossiers.v_log_paper v where v.key = p_home || '/' || p_dossier || '/' || p_sha256
    and v.xact = (select p.xact from dossiers.paper p where p.home_unit = p_home and p.dossier_id = p_dossier and p.sha256 = p_sha256);
  return next;
end $$;
revoke all on function dossiers.give_paper from public;
grant execute on function dossiers.give_paper to motcua_web;

-- What the log is told of a signed file, for whoever holds it: all of it stands on the file.
create function results.file_in_log(p_sha256 text) returns table (key text, content text)
language sql stable security definer set search_path = pg_catalog as $$
  select v.key, v.content from results.v_log_file v
  where v.xact = (select f.xact from results.file f where f.sha256 = p_sha256)
    and v.key = (select f.home_unit || '/' || f.dossier_id || '/' || f.result_id from results.file f where f.sha256 = p_sha256)
$$;
revoke all on function results.file_in_log from public;
grant execute on function results.file_in_log to motcua_web;
