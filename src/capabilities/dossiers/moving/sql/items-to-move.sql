select kind, owner, id, from_version from dossiers.version_move_item
where move_id = $move and outcome is null
order by kind, owner, id limit $size
