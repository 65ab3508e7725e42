insert into public_log.finding (id, kind, source, row_key, index, found_at, seen_at) values ($id, $kind, $source, $key, $index, $at, $at)
on conflict (kind, source, row_key, index) do update set seen_at = excluded.seen_at
returning xmax = 0 as new
