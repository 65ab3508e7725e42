-- What real dossiers of a procedure asked of people: numbers only, of all units, for those who review procedures.
create function dossiers.burden(p_code text, p_since timestamptz, p_recent timestamptz)
returns table (version integer, dossiers integer, online_recent integer, recent integer, questions bigint, documents bigint, supplements bigint, supplemented integer)
language sql stable security definer set search_path = pg_catalog as $$
  select d.procedure_version, count(*)::integer,
    (count(*) filter (where d.channel = 'online' and d.submitted_at >= p_recent))::integer,
    (count(*) filter (where d.submitted_at >= p_recent))::integer,
    coalesce(sum(f.asked), 0)::bigint, coalesce(sum(p.handed_in), 0)::bigint,
    coalesce(sum((d.state ->> 'supplementCount')::integer), 0)::bigint,
    (count(*) filter (where (d.state ->> 'supplementCount')::integer > 0))::integer
  from dossiers.dossier d
    left join lateral (select count(k) as asked from dossiers.form w, jsonb_object_keys(w.answers) k
      where w.home_unit = d.home_unit and w.dossier_id = d.id and w.seq = 1) f on true
    left join lateral (select count(distinct o.demand) as handed_in from dossiers.document o
      where o.home_unit = d.home_unit and o.dossier_id = d.id) p on true
  where d.procedure_code = p_code and d.submitted_at >= p_since
  group by d.procedure_version
$$;
-- Where unfinished drafts of a version were left: the last page that holds an answer, -1 when none does. `p_pages`: [{id, questions}].
create function dossiers.left_drafts(p_code text, p_version integer, p_pages jsonb, p_idle timestamptz, p_now timestamptz)
returns table (page integer, drafts integer)
language sql stable security definer set search_path = pg_catalog as $$
  with page as (
    select (p.nth - 1)::integer as at, p.value ->> 'id' as id, q as question
    from jsonb_array_elements(p_pages) with ordinality p(value, nth), jsonb_array_elements_text(p.value -> 'questions') q)
  select coalesce(l.page, -1), count(*)::integer
  from (
    select (select max(page.at) from page where f.answers ? page.question or f.typed ? page.id) as page
    from dossiers.draft f
    where f.procedure_code = p_code and f.procedure_version = p_version and f.dossier_id is null
      and f.updated_at < p_idle and f.expires_at > p_now) l
  group by 1
$$;
-- Dossiers of every procedure since a day, and how many of them came online.
create function dossiers.filed(p_since timestamptz) returns table (code text, dossiers integer, online integer)
language sql stable security definer set search_path = pg_catalog as $$
  select d.procedure_code, count(*)::integer, (count(*) filter (where d.channel = 'online'))::integer
  from dossiers.dossier d
  where d.submitted_at >= p_since
  group by d.procedure_code
$$;
