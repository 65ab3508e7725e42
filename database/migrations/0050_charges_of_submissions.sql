-- As before, and the charges of the dossiers with them: many submissions in one statement, each table written once for all of them (docs/adr/0008-many-ask-together.md). Every row hangs on a
-- draft that its own person has claimed in this statement, and names that draft's dossier: nothing else can be written through here.
-- Drafts are locked in their order, so that two statements with the same drafts never wait for each other.
create or replace function dossiers.submit_all(p_asked jsonb) returns table (n integer, outcome text, home_unit uuid, dossier_id uuid, code text)
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
    if exists (select from unnest(bodies) b where b ? 'charges') then
      perform payments.raise_all((select jsonb_agg(c || jsonb_build_object('home_unit', a.home, 'dossier_id', a.id, 'dossier_code', a.code, 'person_id', a.person))
        from unnest(persons, homes, ids, codes, bodies) as a(person, home, id, code, body) cross join lateral jsonb_array_elements(a.body -> 'charges') c));
    end if;
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

-- For whoever claimed nothing in the statement above.
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
  if p ? 'charges' then
    perform payments.raise_all((select jsonb_agg(c || jsonb_build_object('home_unit', n.home_unit, 'dossier_id', n.id, 'dossier_code', n.code,
      'person_id', p_person)) from jsonb_array_elements(p -> 'charges') c));
  end if;
  return query select 'new', n.home_unit, n.id, n.code;
end $$;

-- Dossiers of before knew their amounts themselves: each fee becomes a charge, and what was paid or exempt is entered as it was told.
-- The payment code is made as rules/code.ts does: eleven characters of chance and a check character in the field of 32 elements.
create function payments.fresh_code() returns text language plpgsql as $$
declare
  letters constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  code text := '';
  total integer := 0;
  drawn bytea := decode(replace(gen_random_uuid()::text, '-', '') || replace(gen_random_uuid()::text, '-', ''), 'hex');
  value integer;
begin
  -- Bytes 6 and 8 of a random identifier are not all chance.
  for i in 0..11 loop
    value := case when i = 11 then 0 else get_byte(drawn, case when i < 6 then i else i + 5 end) & 31 end;
    total := (total << 1) # (case when total & 16 > 0 then 37 else 0 end) # value;
    code := code || substr(letters, case when i = 11 then total else value end + 1, 1);
  end loop;
  return code;
end $$;
insert into payments.charge (home_unit, dossier_id, id, bill, dossier_code, person_id, owner_name, fee, line, kind, name, amount, full_amount, due_at,
  procedure_code, procedure_name, table_version, payee, raised_at, state, settled_at, way)
select d.home_unit, d.id, gen_random_uuid(), d.bill, d.code, d.person_id, d.owner_name, f ->> 'id', n, f ->> 'kind', f ->> 'name', (f ->> 'amount')::bigint,
  (f ->> 'amount')::bigint, f ->> 'when', d.procedure_code, d.procedure_name, d.procedure_version, d.competent_unit, d.submitted_at,
  case when f ? 'paid' then 'paid' when f ? 'exempt' then 'exempt' else 'owed' end,
  case when f ? 'paid' then to_timestamp((f #>> '{paid,at}')::double precision / 1000) end, case when f ? 'paid' then 'cash' end
from (select *, payments.fresh_code() as bill from dossiers.dossier where jsonb_array_length(coalesce(state -> 'fees', '[]')) > 0 offset 0) d
cross join lateral jsonb_array_elements(d.state -> 'fees') with ordinality as e(f, n)
where coalesce((f ->> 'amount')::bigint, 0) > 0;
insert into payments.transfer (home_unit, id, at, day, kind, debit, credit, amount, unit_id, dossier_id, charge_id, evidence, key, actor_kind)
select c.home_unit, c.id, c.raised_at, (c.raised_at at time zone 'Asia/Ho_Chi_Minh')::date, 'raised', 'owed', 'due:' || c.payee, c.amount, c.payee,
  c.dossier_id, c.id, c.dossier_code || ' ' || c.fee, 'raised:' || c.id, 'system' from payments.charge c
union all
select c.home_unit, gen_random_uuid(), coalesce(c.settled_at, c.raised_at), (coalesce(c.settled_at, c.raised_at) at time zone 'Asia/Ho_Chi_Minh')::date,
  case c.state when 'paid' then 'paid' else 'exempted' end, case c.state when 'paid' then 'till:' || c.home_unit else 'due:' || c.payee end, 'owed',
  c.amount, case c.state when 'paid' then c.home_unit else c.payee end, c.dossier_id, c.id, 'told by the dossier', 'before:' || c.id, 'system'
from payments.charge c where c.state in ('paid', 'exempt');
drop function payments.fresh_code();
