select q.n, s.kind, s.subject, s.data, s.created_at, s.seen_at, s.idle_until, s.ends_at
from jsonb_to_recordset($asked) as q(n integer, hash text, now double precision)
cross join lateral sessions.find(decode(q.hash, 'hex'), to_timestamp(q.now / 1000)) s
