insert into public_log.tile (level, n, width, bytes)
select r.level, r.n, r.width, r.bytes from unnest($levels::smallint[], $ns::bigint[], $widths::smallint[], $bytes::bytea[]) as r(level, n, width, bytes)
on conflict (level, n) do update set width = excluded.width, bytes = excluded.bytes where tile.width < excluded.width
returning level
