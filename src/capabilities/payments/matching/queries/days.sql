select g.day, g.gateway, f.lines,
  (select r.result from payments.matching_run r where r.gateway = g.gateway and g.day between r.from_day and r.to_day and r.done_at is not null
    order by r.done_at desc, r.id desc limit 1) -> 'days' -> g.day::text as sums,
  coalesce(d.open, 0) as open, coalesce(d.closed, 0) as closed
from (select x.day::date as day, y.gateway from generate_series($from::date, $to::date, interval '1 day') x(day) cross join unnest($gateways::text[]) y(gateway)) g
left join payments.money_file f on f.kind = 'settlement' and f.gateway = g.gateway and f.day = g.day and f.state = 'read'
left join lateral (select count(*) filter (where i.state <> 'closed')::integer as open, count(*) filter (where i.state = 'closed')::integer as closed
  from payments.difference i where i.day = g.day and i.gateway in (g.gateway, '') and i.kind = any ($kinds::text[])) d on true
order by g.day desc, g.gateway
