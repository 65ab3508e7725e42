-- A warning is given once per dossier and promised date, however often its work rows are drawn anew.
create table dossiers.warning (
  home_unit uuid not null,
  dossier_id uuid not null,
  kind text not null,
  due text not null,
  at timestamptz not null,
  primary key (home_unit, dossier_id, kind, due),
  foreign key (home_unit, dossier_id) references dossiers.dossier
);
call scope.protect('dossiers.warning');
-- Work that the watch has not flagged yet, and work flagged as near whose date may pass: each sweep reads only these.
create index work_unwatched on dossiers.work (due_date, due_at)
  where clock = 'running' and not flags && array['near-due', 'overdue-unannounced'];
create index work_near on dossiers.work (due_date, due_at) where clock = 'running' and flags @> array['near-due'];
create index dossier_supplement on dossiers.dossier ((state #>> '{supplement,until}')) where stage = 'supplement';
create index dossier_draft_shown on dossiers.dossier (((state #>> '{result,shown,until}')::bigint))
  where stage = 'in-process' and state #>> '{result,shown,until}' is not null and state #>> '{result,confirmed}' is null;
