select greatest(coalesce(max(p.published_at), 'epoch'), max(p.replaced_at), (select max(c.closed_at) from catalogue.closing c)) as at,
  (count(*) filter (where p.waits_until is null) - (select count(*) from catalogue.closing c where c.from_day <= $today))::int as count
from catalogue.procedure p
