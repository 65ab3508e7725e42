update payments.money_file f set state = 'reading', lease = $until, tries = f.tries + 1
from (select x.id from payments.money_file x where x.state = 'waiting' or x.state = 'reading' and x.lease < $now
  order by x.handed_at limit 1 for update skip locked) due
where f.id = due.id
returning f.id, f.kind, f.gateway, f.day, f.unit_id, f.bytes, f.tries
