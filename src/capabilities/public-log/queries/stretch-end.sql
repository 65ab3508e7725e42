select (select xact from public_log.leaf where source = $source and xact > $from order by xact offset $leaves limit 1)::text as xact
