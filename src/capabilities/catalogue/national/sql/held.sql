select p.code, coalesce(t.record, p.national) as national, p.definition is not null as live,
  coalesce(c.from_day <= $today, false) as closed
from catalogue.procedure p
  left join catalogue.national_taken t on t.code = p.code
  left join catalogue.closing c on c.code = p.code
where p.replaced_at is null and p.waits_until is null
