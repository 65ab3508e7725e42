update public_log.head set size = $size, seen = $seen::pg_snapshot, taking = $taking::pg_snapshot, at_place = $at_place, at_xact = $at_xact, at_key = $at_key
returning size
