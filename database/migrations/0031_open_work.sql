-- How much unfinished work leans on each version of a procedure: numbers only, of all units, for those who publish the next version.
create index dossier_open_of_procedure on dossiers.dossier (procedure_code) where stage not in ('returned', 'stopped', 'declined');
create function dossiers.open_work(p_code text, p_now timestamptz) returns table (version integer, drafts integer, dossiers integer)
language sql stable security definer set search_path = pg_catalog as $$
  select o.version, sum(o.draft)::integer, sum(o.dossier)::integer
  from (
    select f.procedure_version as version, 1 as draft, 0 as dossier from dossiers.draft f
    where f.procedure_code = p_code and f.dossier_id is null and f.expires_at > p_now
    union all
    select d.procedure_version, 0, 1 from dossiers.dossier d
    where d.procedure_code = p_code and d.stage not in ('returned', 'stopped', 'declined')) o
  group by o.version
$$;
