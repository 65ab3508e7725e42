select c.kind, c.key, c.index
from public_log.head h, public_log.compare($source, $from, $to, h.seen) c
order by c.key limit $most
