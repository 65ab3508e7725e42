update dossiers.version_move set state = $state, done_at = case when $state = 'done' then $at::timestamptz end
where id = $id and state = $was
returning id
