select s.code, s.sheet, s.revision, s.measure, s.measured_at, s.changed_by, s.changed_at, coalesce(p.name, s.code) as name
from catalogue.cost_sheet s
  left join catalogue.procedure p on p.code = s.code and p.replaced_at is null and p.waits_until is null
where $codes::text[] is null or s.code = any ($codes::text[])
order by s.code
limit $size
