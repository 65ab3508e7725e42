select t.level, t.n, t.width, t.bytes from public_log.tile t
join unnest($levels::smallint[], $ns::bigint[]) as asked(level, n) using (level, n)
