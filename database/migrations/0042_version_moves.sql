-- Open work is moved to another version of its procedure by a decision of two people: what was weighed, and what became of it.
create table dossiers.version_move (
  id uuid primary key,
  code text not null,
  to_version integer not null,
  reason text not null,
  ground text not null,
  state text not null default 'weighing' check (state in ('weighing','proposed','approved','done','dropped')),
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  done_at timestamptz,
  check (decided_by <> proposed_by or state = 'dropped')
);
-- One at a time for a procedure.
create unique index version_move_open on dossiers.version_move (code) where state in ('weighing','proposed','approved');
create index version_move_of on dossiers.version_move (code, proposed_at desc);

-- `owner` leads to the family of the thing: home unit of a dossier, person of a draft. Officers never see it.
create table dossiers.version_move_item (
  move_id uuid not null,
  kind text not null check (kind in ('dossier','draft')),
  owner uuid not null,
  id uuid not null,
  code text not null default '',
  from_version integer not null,
  why jsonb not null default '[]',
  outcome text check (outcome in ('moved','stayed')),
  due_before date,
  due_after date,
  primary key (move_id, kind, owner, id)
);
call scope.protect('dossiers.version_move');
call scope.protect('dossiers.version_move_item');
create policy officers on dossiers.version_move to motcua_web
  using ((select scope.kind()) = 'officer') with check ((select scope.kind()) = 'officer');
create policy officers on dossiers.version_move_item to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, update on dossiers.version_move to motcua_web;
grant select (move_id, kind, code, from_version, why, outcome, due_before, due_after) on dossiers.version_move_item to motcua_web;
