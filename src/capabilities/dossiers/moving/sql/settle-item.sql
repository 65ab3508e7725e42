update dossiers.version_move_item set outcome = $outcome, why = coalesce($why, why), due_after = coalesce($due_after, due_after)
where move_id = $move and kind = $kind and owner = $owner and id = $id
returning id
