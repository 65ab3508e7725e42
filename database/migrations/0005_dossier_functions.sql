-- One-statement writes and narrow views of the dossier shelf.

-- Submission: claims the draft on its own row, then writes everything; a retry finds the first answer.
-- Outcomes: new, same (already submitted with this body), altered (already submitted with another body, both kept),
-- changed (the draft was edited after the page was shown), missing.
create function dossiers.submit(p_person uuid, p_draft uuid, p_revision integer, p_hash text, p jsonb)
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
  perform dossiers.place_work(n.home_unit, n.id, p -> 'work');
  return query select 'new', n.home_unit, n.id, n.code;
end $$;

-- A dossier opened by an officer (counter, post) inside the officer's transaction.
create function dossiers.open(p jsonb) returns void language plpgsql as $$
declare n dossiers.dossier := jsonb_populate_record(null::dossiers.dossier, p -> 'dossier');
begin
  insert into dossiers.dossier select n.*;
  insert into dossiers.act select * from jsonb_populate_recordset(null::dossiers.act, p -> 'acts');
  insert into dossiers.form select * from jsonb_populate_record(null::dossiers.form, p -> 'form');
  insert into dossiers.document select * from jsonb_populate_recordset(null::dossiers.document, p -> 'documents');
  perform dossiers.record_acts(n.home_unit, n.code, p);
  perform dossiers.place_work(n.home_unit, n.id, p -> 'work');
end $$;

create function dossiers.record_acts(p_home uuid, p_code text, p jsonb) returns void language plpgsql as $$
begin
  perform audit.record((a ->> 'id')::uuid, (a ->> 'at')::timestamptz, a ->> 'actor_kind', (a ->> 'actor_id')::uuid, (a ->> 'actor_unit')::uuid,
      a ->> 'action', p_code, p_home, coalesce(a -> 'details', '{}'), coalesce(a ->> 'request', ''))
  from jsonb_array_elements(p -> 'audit') a;
  perform outbox.put(p_home, (e ->> 'id')::uuid, (e ->> 'at')::timestamptz, e ->> 'topic', e ->> 'subject', e -> 'payload')
  from jsonb_array_elements(p -> 'events') e;
end $$;

-- Appends acts to a dossier that stands at act number p_seq; false when somebody else was faster.
-- The draft as its owner sees it, in one round trip: the scope is entered and used in the same statement.
create function dossiers.draft_of(p_person uuid, p_id uuid) returns setof dossiers.draft language plpgsql as $$
begin
  perform scope.enter('citizen', p_person::text, '', '{}', false);
  return query select * from dossiers.draft d where d.person_id = p_person and d.id = p_id;
end $$;
create function dossiers.draft_files_of(p_person uuid, p_id uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'demand', f.demand, 'sha256', f.sha256, 'name', f.name, 'size', f.size,
      'kind', f.kind) order by f.id), '[]')
  from dossiers.draft_file f where f.person_id = p_person and f.draft_id = p_id
$$;

create function dossiers.append(p_home uuid, p_id uuid, p_seq integer, p jsonb) returns boolean language plpgsql as $$
begin
  update dossiers.dossier as d set (holder_unit, seen_by, stage, status, step, assignee, money, delivery, accepted_at, due_minute, due_date,
      step_due, clock, finished_at, returned_at, state, seq, person_id, identity_pending, applicant) =
    (select r.holder_unit, r.seen_by, r.stage, r.status, r.step, r.assignee, r.money, r.delivery, r.accepted_at, r.due_minute, r.due_date,
      r.step_due, r.clock, r.finished_at, r.returned_at, r.state, r.seq, r.person_id, r.identity_pending, r.applicant
     from jsonb_populate_record(d, p -> 'dossier') r)
  where d.home_unit = p_home and d.id = p_id and d.seq = p_seq;
  if not found then return false; end if;
  insert into dossiers.act select * from jsonb_populate_recordset(null::dossiers.act, p -> 'acts');
  if p ? 'documents' then
    insert into dossiers.document select * from jsonb_populate_recordset(null::dossiers.document, p -> 'documents');
  end if;
  if p ? 'form' then
    insert into dossiers.form select * from jsonb_populate_record(null::dossiers.form, p -> 'form');
  end if;
  update dossiers.document t set replaced_by = coalesce((c ->> 'replaced_by')::uuid, t.replaced_by), checked = coalesce(c ->> 'checked', t.checked),
      note = coalesce(c ->> 'note', t.note)
  from jsonb_array_elements(coalesce(p -> 'document_changes', '[]')) c
  where t.home_unit = p_home and t.dossier_id = p_id and t.id = (c ->> 'id')::uuid;
  perform dossiers.record_acts(p_home, p ->> 'code', p);
  perform dossiers.place_work(p_home, p_id, p -> 'work');
  return true;
end $$;

-- Look-up without signing in, by code and secret: what the papers in the person's hand already say, and the road.
create function dossiers.track(p_code text, p_secret text) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'homeUnit', d.home_unit, 'id', d.id, 'code', d.code, 'procedureCode', d.procedure_code, 'procedureName', d.procedure_name, 'channel', d.channel,
    'ownerName', d.owner_name, 'holderUnit', d.holder_unit, 'competentUnit', d.competent_unit, 'helperUnit', d.helper_unit,
    'stage', d.stage, 'status', d.status, 'step', d.step, 'submittedAt', d.submitted_at, 'acceptedAt', d.accepted_at,
    'dueMinute', d.due_minute, 'dueDate', d.due_date, 'clock', d.clock, 'finishedAt', d.finished_at, 'returnedAt', d.returned_at,
    'procedureVersion', d.procedure_version, 'state', d.state, 'identityPending', d.identity_pending,
    'acts', (select jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'at', a.at, 'actorKind', a.actor_kind, 'actorUnit', a.actor_unit,
        'actorName', case when a.actor_kind = 'officer' then a.actor_name else '' end, 'payload', a.payload) order by a.seq)
      from dossiers.act a where a.home_unit = d.home_unit and a.dossier_id = d.id),
    'readings', (select jsonb_build_object('count', count(*), 'last', max(r.at)) from dossiers.reading r
      where r.home_unit = d.home_unit and r.dossier_id = d.id))
  from dossiers.dossier d where d.code = p_code and d.secret = p_secret
$$;

-- Where a code lives, for addresses that carry only the code; says nothing else.
create function dossiers.locate(p_code text) returns table (home_unit uuid, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select d.home_unit, d.id from dossiers.dossier d where d.code = p_code
$$;

-- Search text of dossiers, kept by a reaction so that filing does not pay for it. Text search behind a policy loses
-- its index, so officers search through a function that takes the scope as an argument.
create extension if not exists pg_trgm with schema public;
create table dossiers.finder (
  home_unit uuid not null,
  dossier_id uuid not null,
  code text not null,
  seen_by uuid[] not null,
  words text not null,
  subject_number text,
  submitted_at timestamptz not null,
  primary key (home_unit, dossier_id)
);
create index finder_words on dossiers.finder using gin (words public.gin_trgm_ops);
create index finder_number on dossiers.finder (subject_number) where subject_number is not null;
create index finder_code on dossiers.finder (code text_pattern_ops);
call scope.protect('dossiers.finder');
create function dossiers.find_for_office(p_units uuid[], p_everywhere boolean, p_words text[], p_limit integer)
returns table (home_unit uuid, dossier_id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select f.home_unit, f.dossier_id from dossiers.finder f
  where f.words like all (p_words) and (f.seen_by && p_units or p_everywhere)
  order by f.submitted_at desc limit p_limit
$$;
