-- Drafts: the family of the person. The draft is the key of the submission from click to commit.
create table dossiers.draft (
  person_id uuid not null,
  id uuid not null,
  procedure_code text not null,
  procedure_version integer not null,
  channel text not null default 'online',
  facts jsonb not null default '{}',
  answers jsonb not null default '{}',
  typed jsonb not null default '{}',
  receiver_unit uuid,
  delivery jsonb not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  home_unit uuid,
  dossier_id uuid,
  dossier_code text,
  body_hash text,
  altered jsonb,
  primary key (person_id, id)
);
create index draft_recent on dossiers.draft (person_id, updated_at desc);
create index draft_old on dossiers.draft (expires_at);
create table dossiers.draft_file (
  person_id uuid not null,
  draft_id uuid not null,
  id uuid not null,
  demand text not null,
  sha256 text not null,
  name text not null,
  size bigint not null,
  kind text not null,
  added_at timestamptz not null,
  primary key (person_id, draft_id, id),
  foreign key (person_id, draft_id) references dossiers.draft on delete cascade
);
call scope.protect('dossiers.draft');
call scope.protect('dossiers.draft_file');
create policy own on dossiers.draft to motcua_web using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
create policy own on dossiers.draft_file to motcua_web using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
grant select, insert, update, delete on dossiers.draft, dossiers.draft_file to motcua_web;

-- The dossier family: home_unit (whose code begins the dossier code) leads every key and never changes.
-- The row is the fold of its acts, stored for speed; `motcua refold` compares the two.
create table dossiers.dossier (
  home_unit uuid not null,
  id uuid not null,
  code text not null,
  secret text not null,
  procedure_code text not null,
  procedure_version integer not null,
  procedure_name text not null,
  channel text not null check (channel in ('online','direct','post')),
  person_id uuid,
  identity_pending boolean not null default false,
  applicant jsonb not null,
  owner_name text not null,
  owner_folded text not null,
  subject_number text,
  helper_unit uuid not null,
  competent_unit uuid not null,
  holder_unit uuid not null,
  seen_by uuid[] not null,
  stage text not null,
  status smallint not null check (status between 1 and 10),
  step text,
  assignee uuid,
  money text not null default 'none',
  delivery text not null default 'none',
  synchronisation text not null default 'none',
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  due_minute timestamptz,
  due_date date,
  step_due timestamptz,
  clock text not null default 'none' check (clock in ('none','running','stopped')),
  finished_at timestamptz,
  returned_at timestamptz,
  state jsonb not null,
  seq integer not null,
  draft_id uuid,
  purpose text not null default '',
  primary key (home_unit, id),
  unique (code, home_unit)
);
create index dossier_of_person on dossiers.dossier (person_id, submitted_at desc) where person_id is not null;
create index dossier_due on dossiers.dossier (due_minute) where clock = 'running' and stage not in ('finished','returned','stopped','declined');
create index dossier_waiting on dossiers.dossier (stage) where stage in ('supplement','finished','in-process');
create table dossiers.act (
  home_unit uuid not null,
  dossier_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null default '',
  actor_unit uuid,
  payload jsonb not null,
  primary key (home_unit, dossier_id, seq),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
create table dossiers.form (
  home_unit uuid not null,
  dossier_id uuid not null,
  seq integer not null,
  answers jsonb not null,
  words jsonb not null,
  primary key (home_unit, dossier_id, seq),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
create table dossiers.document (
  home_unit uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  demand text not null,
  title text not null,
  sha256 text,
  file_name text,
  size bigint,
  kind text,
  source text not null default 'upload',
  originals integer not null default 0,
  copies integer not null default 0,
  seq integer not null,
  added_at timestamptz not null,
  replaced_by uuid,
  checked text,
  note text not null default '',
  primary key (home_unit, dossier_id, id),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
create table dossiers.message (
  home_unit uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  from_kind text not null check (from_kind in ('citizen','officer')),
  author_id uuid,
  author_name text not null,
  unit_id uuid,
  body text not null,
  files jsonb not null default '[]',
  primary key (home_unit, dossier_id, id),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
create table dossiers.note (
  home_unit uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  officer_id uuid not null,
  officer_name text not null,
  unit_id uuid not null,
  body text not null,
  primary key (home_unit, dossier_id, id),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
-- Who looked: open to the person whose dossier it is.
create table dossiers.reading (
  home_unit uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  officer_id uuid not null,
  officer_name text not null,
  unit_id uuid not null,
  unit_name text not null,
  purpose text not null,
  primary key (home_unit, dossier_id, id),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
-- Officers presently at a dossier, so that two see each other. Not a record: rows are overwritten.
create unlogged table dossiers.presence (
  home_unit uuid not null,
  dossier_id uuid not null,
  officer_id uuid not null,
  officer_name text not null,
  seen_at timestamptz not null,
  primary key (home_unit, dossier_id, officer_id)
);
-- Work lists: one row per unit that has something to do, holding all that a list line shows.
create table dossiers.work (
  unit_id uuid not null,
  list text not null,
  due_at timestamptz not null,
  home_unit uuid not null,
  dossier_id uuid not null,
  officer_id uuid,
  role text,
  code text not null,
  procedure_code text not null,
  procedure_name text not null,
  owner_name text not null,
  channel text not null,
  step_name text not null default '',
  submitted_at timestamptz not null,
  due_date date,
  clock text not null,
  flags text[] not null default '{}',
  waits_for text not null default '',
  primary key (unit_id, list, home_unit, dossier_id)
);
create index work_by_risk on dossiers.work (unit_id, list, due_at, dossier_id);
create index work_of_officer on dossiers.work (unit_id, officer_id, due_at) where officer_id is not null;
create index work_of_dossier on dossiers.work (home_unit, dossier_id);
create table dossiers.saved_filter (
  officer_id uuid not null,
  id uuid not null,
  name text not null,
  filter jsonb not null,
  primary key (officer_id, id)
);

call scope.protect('dossiers.dossier');
call scope.protect('dossiers.act');
call scope.protect('dossiers.form');
call scope.protect('dossiers.document');
call scope.protect('dossiers.message');
call scope.protect('dossiers.note');
call scope.protect('dossiers.reading');
call scope.protect('dossiers.presence');
call scope.protect('dossiers.work');
call scope.protect('dossiers.saved_filter');

create policy own on dossiers.dossier to motcua_web
  using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
create policy units on dossiers.dossier to motcua_web
  using ((select scope.kind()) = 'officer' and (seen_by && (select scope.units()) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer' and seen_by && (select scope.units()));

-- What hangs on a dossier is visible with it. The look at the dossier stands in the policy itself and not in a function:
-- there it is planned once with the statement.
do $$
declare
  t text;
  seen text := 'exists (select from dossiers.dossier d where d.home_unit = %1$I.home_unit and d.id = %1$I.dossier_id)';
begin
  foreach t in array array['act','form','document','message','reading'] loop
    execute format('create policy with_dossier on dossiers.%1$I to motcua_web using (' || seen || ') with check (' || seen || ')', t);
    execute format('grant select, insert on dossiers.%I to motcua_web', t);
  end loop;
  foreach t in array array['note','presence'] loop
    execute format('create policy with_dossier on dossiers.%1$I to motcua_web using ((select scope.kind()) = ''officer'' and ' || seen
      || ') with check ((select scope.kind()) = ''officer'' and ' || seen || ')', t);
    execute format('grant select, insert on dossiers.%I to motcua_web', t);
  end loop;
end $$;
grant select, insert, update on dossiers.dossier to motcua_web;
grant update (replaced_by, checked, note) on dossiers.document to motcua_web;
grant update, delete on dossiers.presence to motcua_web;
create policy units on dossiers.work to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())));
grant select on dossiers.work to motcua_web;
create policy own on dossiers.saved_filter to motcua_web using (officer_id = (select scope.officer())) with check (officer_id = (select scope.officer()));
grant select, insert, update, delete on dossiers.saved_filter to motcua_web;
-- An act is never changed or removed, by nobody: not even the worker is granted it.
revoke update, delete on dossiers.act, dossiers.form from motcua_worker;

-- Results and ratings hang on the dossier too.
create policy with_dossier on results.result to motcua_web
  using (exists (select from dossiers.dossier d where d.home_unit = result.home_unit and d.id = result.dossier_id))
  with check (exists (select from dossiers.dossier d where d.home_unit = result.home_unit and d.id = result.dossier_id));
grant select, insert on results.result to motcua_web;
create table feedback.rating (
  home_unit uuid not null,
  dossier_id uuid not null,
  person_id uuid,
  stars smallint not null check (stars between 1 and 5),
  answers jsonb not null default '{}',
  comment text not null default '',
  at timestamptz not null,
  primary key (home_unit, dossier_id)
);
call scope.protect('feedback.rating');
create policy with_dossier on feedback.rating to motcua_web
  using (exists (select from dossiers.dossier d where d.home_unit = rating.home_unit and d.id = rating.dossier_id))
  with check (exists (select from dossiers.dossier d where d.home_unit = rating.home_unit and d.id = rating.dossier_id));
grant select, insert on feedback.rating to motcua_web;

-- Replaces the work rows of one dossier. Definer, because a hand-over writes into the list of the unit that takes
-- over; it acts only on a dossier that the caller's own scope can see.
create function dossiers.scope_sees(p_seen_by uuid[], p_person uuid) returns boolean language sql stable as $$
  select case scope.kind() when 'system' then true
    when 'citizen' then p_person = scope.person()
    when 'officer' then p_seen_by && scope.units() or scope.everywhere() else false end
$$;
create function dossiers.place_work(p_home uuid, p_id uuid, p_rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from dossiers.dossier d where d.home_unit = p_home and d.id = p_id and dossiers.scope_sees(d.seen_by, d.person_id)) then
    raise exception 'work of an unseen dossier' using errcode = '42501';
  end if;
  delete from dossiers.work where home_unit = p_home and dossier_id = p_id;
  insert into dossiers.work (unit_id, list, due_at, home_unit, dossier_id, officer_id, role, code, procedure_code, procedure_name,
      owner_name, channel, step_name, submitted_at, due_date, clock, flags, waits_for)
  select r.unit, r.list, r.due_at, p_home, p_id, r.officer, r.role, d.code, d.procedure_code, d.procedure_name, d.owner_name, d.channel,
      coalesce(r.step_name, ''), d.submitted_at, d.due_date, d.clock, coalesce(r.flags, '{}'), coalesce(r.waits_for, '')
  from jsonb_to_recordset(p_rows) as r(unit uuid, list text, due_at timestamptz, officer uuid, role text, step_name text, flags text[], waits_for text)
  join dossiers.dossier d on d.home_unit = p_home and d.id = p_id;
end $$;
