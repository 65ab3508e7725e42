update payments.matching_run r set lease = $until
from (select x.id from payments.matching_run x where x.done_at is null and (x.lease is null or x.lease < $now)
  order by x.asked_at limit 1 for update skip locked) due
where r.id = due.id
returning r.id, r.gateway, r.from_day, r.to_day, r.unit_id
