-- What many ask at the same moment is asked in one statement (platform/db/together.ts). A function that enters the scope of
-- one person and answers in full can stand in such a statement: nothing of it is read under the scope of the next.

-- A draft with its files, as its owner sees it.
create function dossiers.draft_in_full(p_person uuid, p_id uuid)
returns table (person_id uuid, id uuid, procedure_code text, procedure_version integer, channel text, facts jsonb, answers jsonb, typed jsonb,
  receiver_unit uuid, delivery jsonb, revision integer, updated_at timestamptz, expires_at timestamptz, home_unit uuid, dossier_id uuid,
  dossier_code text, body_hash text, altered jsonb, files jsonb)
language plpgsql as $$
begin
  perform scope.enter('citizen', p_person::text, '', '{}', false);
  return query
    select d.person_id, d.id, d.procedure_code, d.procedure_version, d.channel, d.facts, d.answers, d.typed, d.receiver_unit, d.delivery,
      d.revision, d.updated_at, d.expires_at, d.home_unit, d.dossier_id, d.dossier_code, d.body_hash, d.altered,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'demand', f.demand, 'sha256', f.sha256, 'name', f.name, 'size', f.size,
          'kind', f.kind) order by f.id), '[]')
       from dossiers.draft_file f where f.person_id = p_person and f.draft_id = p_id)
    from dossiers.draft d where d.person_id = p_person and d.id = p_id;
end $$;

-- The data of a person, as that person sees it.
create function identity.person_in_full(p_person uuid)
returns table (id uuid, kind text, personal_number text, name text, birth_date text, sex text, phone text, email text, address jsonb)
language plpgsql as $$
begin
  perform scope.enter('citizen', p_person::text, '', '{}', false);
  return query
    select p.id, p.kind, p.personal_number, p.name, p.birth_date, p.sex, p.phone, p.email, p.address
    from identity.person p where p.id = p_person;
end $$;

-- The first work rows of a dossier: nothing to replace yet, and one look at the dossier instead of two.
create function dossiers.place_first_work(p_home uuid, p_id uuid, p_rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into dossiers.work (unit_id, list, due_at, home_unit, dossier_id, officer_id, role, code, procedure_code, procedure_name,
      owner_name, channel, step_name, submitted_at, due_date, clock, flags, waits_for)
  select r.unit, r.list, r.due_at, p_home, p_id, r.officer, r.role, d.code, d.procedure_code, d.procedure_name, d.owner_name, d.channel,
      coalesce(r.step_name, ''), d.submitted_at, d.due_date, d.clock, coalesce(r.flags, '{}'), coalesce(r.waits_for, '')
  from dossiers.dossier d, jsonb_to_recordset(p_rows) as r(unit uuid, list text, due_at timestamptz, officer uuid, role text, step_name text,
    flags text[], waits_for text)
  where d.home_unit = p_home and d.id = p_id and dossiers.scope_sees(d.seen_by, d.person_id);
  if not found then
    raise exception 'work of an unseen dossier' using errcode = '42501';
  end if;
end $$;

create or replace function dossiers.submit(p_person uuid, p_draft uuid, p_revision integer, p_hash text, p jsonb)
returns table (outcome text, home_unit uuid, dossier_id uuid, code text) language plpgsql as $$
declare
  d dossiers.draft;
  n dossiers.dossier := jsonb_populate_record(null::dossiers.dossier, p -> 'dossier');
begin
  perform scope.enter('citizen', p_person::text, '', '{}', false);
  update dossiers.draft as t set home_unit = n.home_unit, dossier_id = n.id, dossier_code = n.code, body_hash = p_hash, updated_at = n.submitted_at
  where t.person_id = p_person and t.id = p_draft and t.dossier_id is null and t.revision = p_revision;
  if not found then
    select * into d from dossiers.draft t where t.person_id = p_person and t.id = p_draft for update;
    if not found then
      return query select 'missing', null::uuid, null::uuid, null::text;
    elsif d.dossier_id is null then
      return query select 'changed', null::uuid, null::uuid, null::text;
    elsif d.body_hash = p_hash then
      return query select 'same', d.home_unit, d.dossier_id, d.dossier_code;
    else
      update dossiers.draft as t set altered = coalesce(t.altered, '[]') || jsonb_build_array(p -> 'form')
      where t.person_id = p_person and t.id = p_draft and not coalesce(t.altered, '[]') @> jsonb_build_array(p -> 'form');
      return query select 'altered', d.home_unit, d.dossier_id, d.dossier_code;
    end if;
    return;
  end if;
  insert into dossiers.dossier select n.*;
  insert into dossiers.act select * from jsonb_populate_recordset(null::dossiers.act, p -> 'acts');
  insert into dossiers.form select * from jsonb_populate_record(null::dossiers.form, p -> 'form');
  insert into dossiers.document select * from jsonb_populate_recordset(null::dossiers.document, p -> 'documents');
  perform audit.record((p #>> '{audit,id}')::uuid, n.submitted_at, 'citizen', p_person, null, 'dossier.submitted', n.code, n.home_unit, '{}', p #>> '{audit,request}');
  perform outbox.put(n.home_unit, (p #>> '{event,id}')::uuid, n.submitted_at, 'dossier.submitted', n.id::text, p #> '{event,payload}');
  perform dossiers.place_first_work(n.home_unit, n.id, p -> 'work');
  return query select 'new', n.home_unit, n.id, n.code;
end $$;
