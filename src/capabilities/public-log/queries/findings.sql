select kind, source, row_key as key, index, found_at, seen_at from public_log.finding order by found_at desc, id limit 200
