-- audit.record and outbox.put for what several people did in one statement, each fact with its own identifier and time.
create function audit.record_all(p_ids uuid[], p_ats timestamptz[], p_actor_kind text, p_actors uuid[], p_action text, p_subjects text[],
  p_homes uuid[], p_requests text[]) returns void language plpgsql as $$
begin
  insert into audit.entry (id, at, actor_kind, actor_id, action, subject, home_unit, request_id)
  select f.id, f.at, p_actor_kind, f.actor, p_action, f.subject, f.home, f.request
  from unnest(p_ids, p_ats, p_actors, p_subjects, p_homes, p_requests) as f(id, at, actor, subject, home, request);
end $$;

create function outbox.put_all(p_homes uuid[], p_ids uuid[], p_ats timestamptz[], p_topic text, p_subjects text[], p_payloads jsonb[])
returns void language plpgsql as $$
begin
  insert into outbox.event (home_unit, id, at, topic, subject, payload)
  select f.home, f.id, f.at, p_topic, f.subject, f.payload
  from unnest(p_homes, p_ids, p_ats, p_subjects, p_payloads) as f(home, id, at, subject, payload);
end $$;

-- Many submissions in one statement, each table written once for all of them (docs/adr/0008-many-ask-together.md). Every row hangs on a
-- draft that its own person has claimed in this statement, and names that draft's dossier: nothing else can be written through here.
-- Drafts are locked in their order, so that two statements with the same drafts never wait for each other.
create function dossiers.submit_all(p_asked jsonb) returns table (n integer, outcome text, home_unit uuid, dossier_id uuid, code text)
language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  ns integer[]; persons uuid[]; homes uuid[]; ids uuid[]; codes text[]; ats timestamptz[]; bodies jsonb[];
  written bigint;
begin
  with claimed as (
    update dossiers.draft t
    set home_unit = h.home_unit, dossier_id = h.id, dossier_code = h.code, body_hash = h.hash, updated_at = h.submitted_at
    from (select a.n, a.hash, a.body, d.home_unit, d.id, d.code, d.submitted_at, x.person_id, x.id as draft
      from jsonb_to_recordset(p_asked) as a(n integer, person uuid, draft uuid, revision integer, hash text, body jsonb)
      cross join lateral jsonb_to_record(a.body -> 'dossier') as d(home_unit uuid, id uuid, code text, submitted_at timestamptz)
      join dossiers.draft x on x.person_id = a.person and x.id = a.draft and x.dossier_id is null and x.revision = a.revision
      order by x.id, a.n for update of x) h
    where t.person_id = h.person_id and t.id = h.draft
    returning h.n, t.person_id, t.home_unit, t.dossier_id, t.dossier_code, t.updated_at, h.body)
  select array_agg(c.n), array_agg(c.person_id), array_agg(c.home_unit), array_agg(c.dossier_id), array_agg(c.dossier_code), array_agg(c.updated_at), array_agg(c.body)
  into ns, persons, homes, ids, codes, ats, bodies from claimed c;

  if ns is not null then
    insert into dossiers.dossier
    select d.* from unnest(persons, homes, ids, bodies) as a(person, home, id, body)
    cross join lateral jsonb_populate_record(null::dossiers.dossier, a.body -> 'dossier') d
    where d.person_id = a.person and d.home_unit = a.home and d.id = a.id;
    get diagnostics written = row_count;
    if written <> cardinality(ns) then
      raise exception 'a dossier of somebody else' using errcode = '42501';
    end if;
    insert into dossiers.act (home_unit, dossier_id, seq, kind, at, actor_kind, actor_id, actor_name, actor_unit, payload)
    select a.home, a.id, r.seq, r.kind, r.at, r.actor_kind, r.actor_id, r.actor_name, r.actor_unit, r.payload
    from unnest(homes, ids, bodies) as a(home, id, body)
    cross join lateral jsonb_to_recordset(a.body -> 'acts') as r(seq integer, kind text, at timestamptz, actor_kind text, actor_id uuid, actor_name text,
      actor_unit uuid, payload jsonb);
    insert into dossiers.form (home_unit, dossier_id, seq, answers, words)
    select a.home, a.id, (a.body #>> '{form,seq}')::integer, a.body #> '{form,answers}', a.body #> '{form,words}'
    from unnest(homes, ids, bodies) as a(home, id, body);
    insert into dossiers.document (home_unit, dossier_id, id, demand, title, sha256, file_name, size, kind, source, originals, copies, seq, added_at, note)
    select a.home, a.id, r.id, r.demand, r.title, r.sha256, r.file_name, r.size, r.kind, r.source, r.originals, r.copies, r.seq, r.added_at, r.note
    from unnest(homes, ids, bodies) as a(home, id, body)
    cross join lateral jsonb_to_recordset(a.body -> 'documents') as r(id uuid, demand text, title text, sha256 text, file_name text, size bigint, kind text,
      source text, originals integer, copies integer, seq integer, added_at timestamptz, note text);
    insert into dossiers.work (unit_id, list, due_at, home_unit, dossier_id, officer_id, role, code, procedure_code, procedure_name,
      owner_name, channel, step_name, submitted_at, due_date, clock, flags, waits_for)
    select r.unit, r.list, r.due_at, a.home, a.id, r.officer, r.role, a.code, d.procedure_code, d.procedure_name, d.owner_name, d.channel,
      coalesce(r.step_name, ''), a.at, d.due_date, d.clock, coalesce(r.flags, '{}'), coalesce(r.waits_for, '')
    from unnest(homes, ids, codes, ats, bodies) as a(home, id, code, at, body)
    cross join lateral jsonb_to_record(a.body -> 'dossier') as d(procedure_code text, procedure_name text, owner_name text, channel text, due_date date, clock text)
    cross join lateral jsonb_to_recordset(a.body -> 'work') as r(unit uuid, list text, due_at timestamptz, officer uuid, role text, step_name text,
      flags text[], waits_for text);
    perform audit.record_all(array_agg((a.body #>> '{audit,id}')::uuid), array_agg(a.at), 'citizen', array_agg(a.person), 'dossier.submitted',
      array_agg(a.code), array_agg(a.home), array_agg(a.body #>> '{audit,request}'))
    from unnest(persons, homes, codes, ats, bodies) as a(person, home, code, at, body);
    perform outbox.put_all(array_agg(a.home), array_agg((a.body #>> '{event,id}')::uuid), array_agg(a.at), 'dossier.submitted',
      array_agg(a.id::text), array_agg(a.body #> '{event,payload}'))
    from unnest(homes, ids, ats, bodies) as a(home, id, at, body);
    return query select a.n, 'new', a.home, a.id, a.code from unnest(ns, homes, ids, codes) as a(n, home, id, code);
  end if;

  -- Whoever claimed nothing: the same press once more, another wish under the same key, a draft changed or gone.
  if coalesce(cardinality(ns), 0) < jsonb_array_length(p_asked) then
    return query select a.n, s.outcome, s.home_unit, s.dossier_id, s.code
    from (select * from jsonb_to_recordset(p_asked) as q(n integer, person uuid, draft uuid, revision integer, hash text, body jsonb)
      where q.n <> all (coalesce(ns, '{}')) order by q.draft, q.n) a
    cross join lateral dossiers.submit(a.person, a.draft, a.revision, a.hash, a.body) s;
  end if;
end $$;
