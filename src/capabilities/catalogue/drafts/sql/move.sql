update catalogue.draft
set state = $state, reviewer = $reviewer, note = $note, version = $version, sent_at = $sent_at, decided_at = $decided_at
where id = $id
returning revision
