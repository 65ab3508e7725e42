-- The lease is measured by the database's own clock: it guards against a killed worker, not against a legal term.
update messages.delivery d set leased_until = clock_timestamp() + interval '8 seconds'
from (
  select w.id from messages.delivery w
  where w.state = 'waiting' and w.channel = 'email'
    and (w.leased_until is null or w.leased_until < clock_timestamp())
    -- A wait longer than the longest backoff was written by a clock that had gone wrong.
    and (w.next_try_at is null or w.next_try_at <= to_timestamp($now::double precision / 1000)
      or w.next_try_at > to_timestamp($now::double precision / 1000) + interval '1 hour')
  order by w.created_at, w.id limit 1 for update skip locked) next
where d.id = next.id
returning d.id, d.address, d.subject, d.body, d.created_at, d.tries
