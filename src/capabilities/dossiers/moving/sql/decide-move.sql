update dossiers.version_move set state = $state, decided_by = $by, decided_by_name = $by_name, decided_at = $at
where id = $id
returning id
