-- Heads only: the first waiting event of each subject, by the number of its act where there is one. A subquery and not
-- an anti-join: before the first statistics a join reads the whole backlog once per event.
select e.home_unit, e.id
from outbox.event e
where e.done_at is null and e.attention_at is null
  -- A wait longer than the longest backoff was written by a clock that had gone wrong: it does not count.
  and (e.next_try_at is null or e.next_try_at <= to_timestamp($now::double precision / 1000)
    or e.next_try_at > to_timestamp($now::double precision / 1000) + interval '15 minutes')
  and e.id = (
    select f.id from outbox.event f
    where f.home_unit = e.home_unit and f.subject = e.subject and f.done_at is null and f.attention_at is null
    order by coalesce((f.payload ->> 'seq')::integer, 0), f.at, f.id limit 1)
order by e.at, e.id
limit $size
