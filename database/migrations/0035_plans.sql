-- Dossiers that walk a plan: when the worker has something to do with one (a timer is due, a dossier has to be opened) stands in the
-- state, as everything about it. Of dossiers on a line none is in this index.
create index dossier_plan_wakes on dossiers.dossier (((state #>> '{plan,wake}')::bigint)) where state #>> '{plan,wake}' is not null;
