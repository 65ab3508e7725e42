-- Below the oldest transaction that the log's own look saw running, everything is a leaf and stays so.
select l.xact::text as xact from public_log.head h
left join lateral (select f.xact from public_log.leaf f where f.source = $source and f.xact > $from::bigint order by f.xact offset $leaves limit 1) l
  on l.xact <= pg_snapshot_xmin(h.seen)::text::bigint
