-- Heads only: the first waiting event of each subject, by the number of its act where there is one.
select e.home_unit, e.id
from outbox.event e
where e.done_at is null and e.attention_at is null
  -- A wait longer than the longest backoff was written by a clock that had gone wrong: it does not count.
  and (e.next_try_at is null or e.next_try_at <= to_timestamp($now::double precision / 1000)
    or e.next_try_at > to_timestamp($now::double precision / 1000) + interval '15 minutes')
  and not exists (
    select from outbox.event f
    where f.home_unit = e.home_unit and f.subject = e.subject and f.done_at is null and f.attention_at is null
      and (coalesce((f.payload ->> 'seq')::integer, 0), f.at, f.id) < (coalesce((e.payload ->> 'seq')::integer, 0), e.at, e.id))
order by e.at, e.id
limit $size
