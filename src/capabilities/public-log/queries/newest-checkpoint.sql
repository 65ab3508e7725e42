select c.size, c.root, c.at, c.note, coalesce((select array_agg(s.line order by s.witness) from public_log.cosignature s where s.size = c.size), '{}') as lines
from public_log.checkpoint c
where c.size > $above and (select count(*) from public_log.cosignature s where s.size = c.size) >= $witnesses
order by c.size desc limit 1
