-- One change over many procedures: the drafts it made, and why one was not made or not approved.
create table catalogue.mass_change (
  id uuid primary key,
  reason text not null,
  selection jsonb not null,
  change jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  effective_from date
);
call scope.protect('catalogue.mass_change');
create policy officers on catalogue.mass_change to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on catalogue.mass_change to motcua_web;
create table catalogue.mass_change_item (
  change_id uuid not null references catalogue.mass_change (id),
  code text not null,
  name text not null,
  draft_id uuid,
  refusal jsonb,
  primary key (change_id, code)
);
call scope.protect('catalogue.mass_change_item');
create policy officers on catalogue.mass_change_item to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on catalogue.mass_change_item to motcua_web;

-- A newer national list as it was compared with what is held here, and what was decided of each difference.
create table catalogue.national_list (
  id uuid primary key,
  name text not null,
  read_at timestamptz not null,
  procedures integer not null,
  same integer not null,
  report text not null
);
grant select on catalogue.national_list to motcua_web;
grant select, insert on catalogue.national_list to motcua_worker;
create table catalogue.national_item (
  list_id uuid not null references catalogue.national_list (id),
  code text not null,
  change text not null check (change in ('new','changed','gone')),
  name text not null,
  live boolean not null,
  record jsonb,
  differences jsonb not null,
  decision text check (decision in ('taken','kept')),
  outcome text,
  draft_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  primary key (list_id, code)
);
grant select, update on catalogue.national_item to motcua_web;
grant select, insert on catalogue.national_item to motcua_worker;
-- The newest record of a procedure whose own form stays as it is: its next version carries the record.
create table catalogue.national_taken (
  code text primary key,
  record jsonb not null,
  list_id uuid not null references catalogue.national_list (id),
  taken_at timestamptz not null
);
grant select, insert, update on catalogue.national_taken to motcua_web;
grant select on catalogue.national_taken to motcua_worker;

-- What the law demands beside procedures: conditions of a line of business, and reports that are owed.
create table catalogue.duty (
  id uuid primary key,
  kind text not null check (kind in ('condition','report')),
  name text not null,
  ground text not null,
  field text not null,
  who text not null,
  recipient text not null default '',
  frequency text not null default '',
  form text not null default '',
  procedures text[] not null default '{}',
  state text not null default 'in-force' check (state in ('in-force','proposed','cut')),
  decision text not null default '',
  cut_from date,
  note text not null default '',
  source text not null default '',
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);
create index duty_of_procedure on catalogue.duty using gin (procedures);
grant select on catalogue.duty to motcua_web, motcua_worker;
grant insert, update on catalogue.duty to motcua_web, motcua_worker;

-- What following a procedure costs people (standard cost model), and what was measured of real dossiers.
create table catalogue.cost_sheet (
  code text primary key,
  sheet jsonb not null,
  revision integer not null default 1,
  measure jsonb,
  measured_at timestamptz,
  changed_by uuid,
  changed_at timestamptz not null
);
call scope.protect('catalogue.cost_sheet');
create policy officers on catalogue.cost_sheet to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on catalogue.cost_sheet to motcua_web;
create table catalogue.programme (
  id uuid primary key,
  name text not null,
  ground text not null,
  cost_goal integer not null check (cost_goal between 0 and 100),
  time_goal integer not null check (time_goal between 0 and 100),
  condition_goal integer not null check (condition_goal between 0 and 100),
  procedures text[] not null,
  made_by uuid,
  made_at timestamptz not null
);
call scope.protect('catalogue.programme');
create policy officers on catalogue.programme to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert on catalogue.programme to motcua_web;
create table catalogue.proposal (
  id uuid primary key,
  code text not null,
  programme_id uuid references catalogue.programme (id),
  kind text not null check (kind in ('simplify','merge','drop')),
  into_code text check (into_code <> code),
  title text not null,
  text text not null,
  before jsonb not null,
  after jsonb,
  state text not null default 'proposed' check (state in ('proposed','decided','in-force','rejected')),
  decision text not null default '',
  effective_from date,
  revision integer not null default 1,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  check ((kind = 'drop') = (after is null)),
  check ((kind = 'merge') = (into_code is not null))
);
-- One change of a procedure at a time, so that each begins where the last one ended.
create unique index proposal_open on catalogue.proposal (code) where state in ('proposed', 'decided');
create index proposal_of_code on catalogue.proposal (code);
create index proposal_of_programme on catalogue.proposal (programme_id);
call scope.protect('catalogue.proposal');
create policy officers on catalogue.proposal to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on catalogue.proposal to motcua_web;
