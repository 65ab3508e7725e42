-- What a draft held before its last save: whoever took a wrong step takes it back, and forward again.
alter table catalogue.draft add column before jsonb;
