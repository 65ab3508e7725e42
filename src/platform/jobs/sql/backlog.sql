select count(*) filter (where attention_at is null)::integer as waiting,
  count(*) filter (where attention_at is not null)::integer as stuck,
  coalesce(greatest(0, $now::double precision / 1000 - extract(epoch from min(at) filter (where attention_at is null))), 0)::float8 as oldest
from outbox.event where done_at is null
