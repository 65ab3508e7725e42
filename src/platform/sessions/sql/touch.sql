select q.n, sessions.touch(decode(q.hash, 'hex'), to_timestamp(q.now / 1000), to_timestamp(q.idle_until / 1000)) is null as ok
from (select * from jsonb_to_recordset($asked) as a(n integer, hash text, now double precision, idle_until double precision)
  -- In one order, so that two statements with the same sessions never wait for each other.
  order by a.hash) q
