select p.code, p.version, p.name, p.field, p.levels, p.definition is not null as live, p.definition -> 'time' as times
from catalogue.procedure p
where p.internal and p.replaced_at is null and p.waits_until is null and p.name <> ''
  and not exists (select from catalogue.closing c where c.code = p.code and c.from_day <= $today)
order by p.definition is null, p.field, p.name, p.code
limit $size
