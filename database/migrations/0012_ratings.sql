-- A rating is given once, after the result; by the person signed in, or by whoever holds the code and the secret.
create function feedback.keep(p_home uuid, p_id uuid, p_stage text, p_code text, p_person uuid, p_stars integer, p_answers jsonb,
  p_comment text, p_now timestamptz, p_audit uuid, p_request text) returns text language plpgsql as $$
begin
  if p_stage not in ('finished', 'returned') then return 'not-returned'; end if;
  insert into feedback.rating (home_unit, dossier_id, person_id, stars, answers, comment, at)
  values (p_home, p_id, p_person, p_stars, p_answers, p_comment, p_now) on conflict do nothing;
  if not found then return 'rated-already'; end if;
  perform audit.record(p_audit, p_now, case when p_person is null then 'public' else 'citizen' end, p_person, null, 'dossier.rate',
    p_code, p_home, '{}', p_request);
  return 'done';
end $$;
create function feedback.rate(p_home uuid, p_id uuid, p_person uuid, p_stars integer, p_answers jsonb, p_comment text,
  p_now timestamptz, p_audit uuid, p_request text) returns text language plpgsql as $$
declare d record;
begin
  select t.stage, t.code into d from dossiers.dossier t where t.home_unit = p_home and t.id = p_id and t.person_id = p_person;
  if not found then return 'not-found'; end if;
  return feedback.keep(p_home, p_id, d.stage, d.code, p_person, p_stars, p_answers, p_comment, p_now, p_audit, p_request);
end $$;
create function feedback.rate_by_secret(p_code text, p_secret text, p_stars integer, p_answers jsonb, p_comment text,
  p_now timestamptz, p_audit uuid, p_request text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare d record;
begin
  select t.home_unit, t.id, t.stage, t.code into d from dossiers.dossier t where t.code = p_code and t.secret = p_secret;
  if not found then return 'not-found'; end if;
  return feedback.keep(d.home_unit, d.id, d.stage, d.code, null, p_stars, p_answers, p_comment, p_now, p_audit, p_request);
end $$;
create function feedback.rating_by_secret(p_code text, p_secret text) returns table (stars smallint, answers jsonb, comment text, at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select r.stars, r.answers, r.comment, r.at from dossiers.dossier d
  join feedback.rating r on r.home_unit = d.home_unit and r.dossier_id = d.id
  where d.code = p_code and d.secret = p_secret
$$;
