-- Of what is older than a day one checkpoint an hour stays; what witnesses signed last stays in any case.
with old as (
  select c.size from public_log.checkpoint c
  where c.at < $now::timestamptz - interval '1 day'
    and c.size not in (select max(k.size) from public_log.checkpoint k group by date_trunc('hour', k.at))
    and c.size not in (select max(s.size) from public_log.cosignature s group by s.witness)
  limit 100),
lines as (delete from public_log.cosignature s using old where s.size = old.size)
delete from public_log.checkpoint c using old where c.size = old.size returning c.size
