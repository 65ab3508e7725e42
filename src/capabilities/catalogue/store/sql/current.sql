select p.code, p.version, p.name, p.field, p.levels, p.live and coalesce(c.from_day > $today, true) as live, p.internal, p.national,
  p.definition, p.decisions, p.published_at, p.valid_from, c.from_day as closed_from, c.replaced_by
from catalogue.procedure p left join catalogue.closing c on c.code = p.code
where p.code = $code and p.replaced_at is null and p.waits_until is null
