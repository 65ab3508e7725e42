select count(*) filter (where state = 'waiting')::integer as waiting, count(*) filter (where state = 'failed')::integer as failed
from messages.delivery where state in ('waiting', 'failed')
