-- What the office asks most often, each in one round trip: the function enters the officer's scope and asks in the same
-- statement. None of these is a definer: the policies of every table stay in force, as inside `scope.enter`.
-- They are plpgsql and ask for the general plan, so that a session plans them once (measured: planning for the values of each call
-- costs more than the answer); each statement is written so that one plan serves every officer.

-- Same meaning as before. A look into the settings compared with a word counts as "nearly nothing" to the planner, which then
-- reads a whole list to sort it; a truth looked up once counts as half, and the list is read in its order up to the end of the page.
alter policy units on dossiers.work
  using ((select scope.kind() = 'officer') and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())));

-- Numbers of an officer's desk: per list all, overdue and due until p_soon; own work counted up to p_most; saved filters.
create function dossiers.desk_of(p_officer uuid, p_readable uuid[], p_everywhere boolean, p_units uuid[], p_now timestamptz,
  p_soon timestamptz, p_most integer) returns table (counts jsonb, mine integer, filters jsonb)
language plpgsql rows 1 set plan_cache_mode = force_generic_plan as $$
begin
  perform scope.enter('officer', '', p_officer::text, p_readable::text, p_everywhere);
  return query select
    (select coalesce(jsonb_agg(jsonb_build_object('list', c.list, 'count', c.n, 'overdue', c.overdue, 'soon', c.soon)), '[]')
     from (select w.list, sum(w.n) as n, sum(w.overdue) as overdue, sum(w.soon) as soon
           from unnest(p_units) u (id) cross join lateral (
             select w.list, count(*) as n, count(*) filter (where w.due_at < p_now) as overdue,
               count(*) filter (where w.due_at >= p_now and w.due_at < p_soon) as soon
             from dossiers.work w where w.unit_id = u.id group by w.list) w
           group by w.list) c),
    (select count(*)::integer from (select from dossiers.work w where w.unit_id = any (p_units) and w.officer_id = p_officer limit p_most) own),
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'filter', f.filter) order by f.name), '[]')
     from dossiers.saved_filter f where f.officer_id = p_officer);
end $$;

-- A page of work by risk. Every unit and list has its rows in order (index work_by_risk, or work_of_officer for the work of
-- one officer): of each no more than the page needs is read, and only these few are put in one order. Wishes stand as `case`,
-- which counts as half to the planner; `… is null or …` counts as nearly nothing (see the policy above).
create function dossiers.work_of(p_officer uuid, p_readable uuid[], p_everywhere boolean, p_units uuid[], p_lists text[], p_assignee uuid,
  p_unassigned boolean, p_procedure text, p_channel text, p_flag text, p_from timestamptz, p_before timestamptz, p_size integer, p_skip integer)
returns setof dossiers.work language plpgsql rows 50 set plan_cache_mode = force_generic_plan as $$
begin
  perform scope.enter('officer', '', p_officer::text, p_readable::text, p_everywhere);
  p_from := coalesce(p_from, '-infinity');
  p_before := coalesce(p_before, 'infinity');
  if p_assignee is not null then
    return query select w.* from unnest(p_units) u (id) cross join lateral (
        select w.* from dossiers.work w
        where w.unit_id = u.id and w.officer_id = p_assignee and w.list = any (p_lists)
          and case when p_unassigned then false else true end
          and w.due_at >= p_from and w.due_at < p_before
          and case when p_procedure is null then true else w.procedure_code = p_procedure end
          and case when p_channel is null then true else w.channel = p_channel end
          and case when p_flag is null then true else p_flag = any (w.flags) end
        order by w.due_at, w.dossier_id limit p_skip + p_size) w
      order by w.due_at, w.dossier_id limit p_size offset p_skip;
  else
    return query select w.* from unnest(p_units) u (id) cross join unnest(p_lists) l (list) cross join lateral (
        select w.* from dossiers.work w
        where w.unit_id = u.id and w.list = l.list
          and w.due_at >= p_from and w.due_at < p_before
          and case when p_unassigned then w.officer_id is null else true end
          and case when p_procedure is null then true else w.procedure_code = p_procedure end
          and case when p_channel is null then true else w.channel = p_channel end
          and case when p_flag is null then true else p_flag = any (w.flags) end
        order by w.due_at, w.dossier_id limit p_skip + p_size) w
      order by w.due_at, w.dossier_id limit p_size offset p_skip;
  end if;
end $$;

-- Procedures among the riskiest rows of some lists, to choose from; p_assignee for the work of one officer.
create function dossiers.procedures_at_work(p_officer uuid, p_readable uuid[], p_everywhere boolean, p_units uuid[], p_lists text[],
  p_assignee uuid, p_most integer) returns table (code text, name text) language plpgsql rows 20 set plan_cache_mode = force_generic_plan as $$
begin
  return query select w.procedure_code, w.procedure_name
    from dossiers.work_of(p_officer, p_readable, p_everywhere, p_units, p_lists, p_assignee, false, null, null, null, null, null, p_most, 0)
      with ordinality w
    group by 1, 2 order by min(w.ordinality);
end $$;

-- Search of the office. `like all (array)` cannot use an index, so the words stand one by one in the statement; and one
-- index of both, who sees a dossier and its words, meets the two inside the index: an officer of a commune pays for the
-- dossiers of that commune, not for everybody called Nguyễn. New entries wait in a short queue only, for every search reads
-- it from end to end.
drop index dossiers.finder_words;
create index finder_words on dossiers.finder using gin (seen_by, words public.gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Definer, because a policy in the statement keeps the index of words from being used. It gives keys only, of dossiers that one of
-- p_units sees; whoever asks joins them to dossiers.dossier, whose policies judge them again under the asker's scope
-- (src/capabilities/dossiers/dossiers.scopes.test.ts, look-at-work.db.test.ts).
create or replace function dossiers.find_for_office(p_units uuid[], p_everywhere boolean, p_words text[], p_limit integer)
returns table (home_unit uuid, dossier_id uuid) language plpgsql stable security definer rows 50 set search_path = pg_catalog, public as $$
declare
  wanted text := case when p_everywhere then 'true' else 'f.seen_by && $2' end;
  known text[];
begin
  for n in 1 .. cardinality(p_words) loop
    -- The index knows runs of three letters. A shorter word would make it walk through all of itself. Of a longer one the
    -- beginning says most, every further run costs as much again; numbers differ only as a whole.
    known[n] := case
      when p_words[n] !~ '[[:alnum:]]{3}' then null
      when p_everywhere or p_words[n] ~ '[0-9]' then p_words[n]
      else '%' || substring(p_words[n] from '[[:alnum:]]{3}') || '%' end;
    if known[n] is not null then wanted := wanted || format(' and f.words like $4[%s]', n); end if;
    -- Joined to nothing, the words are compared where the index has led, and not looked up in it.
    if known[n] is distinct from p_words[n] then wanted := wanted || format(' and f.words || '''' like $1[%s]', n); end if;
  end loop;
  return query execute 'select f.home_unit, f.dossier_id from dossiers.finder f where ' || wanted || ' order by f.submitted_at desc limit $3'
    using p_words, p_units, p_limit, known;
end $$;

-- What officers find by typing; judged by the policies of dossiers.dossier under the scope it enters.
create function dossiers.found_by_office(p_officer uuid, p_readable uuid[], p_everywhere boolean, p_words text[], p_limit integer)
returns table (home_unit uuid, id uuid, code text, procedure_name text, owner_name text, stage text, status smallint,
  submitted_at timestamptz, due_date date, holder_unit uuid) language plpgsql rows 50 set plan_cache_mode = force_generic_plan as $$
begin
  perform scope.enter('officer', '', p_officer::text, p_readable::text, p_everywhere);
  return query
    select d.home_unit, d.id, d.code, d.procedure_name, d.owner_name, d.stage, d.status, d.submitted_at, d.due_date, d.holder_unit
    from dossiers.find_for_office(p_readable, p_everywhere, p_words, p_limit) f
    join dossiers.dossier d on d.home_unit = f.home_unit and d.id = f.dossier_id
    order by d.submitted_at desc;
end $$;
