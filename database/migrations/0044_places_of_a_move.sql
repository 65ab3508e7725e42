-- Where dossiers go on whose place in an older diagram is not in the new one: version → element there → element here, as the proposer chose.
alter table dossiers.version_move add column places jsonb not null default '{}';
