select p.code, p.version, p.live, p.national, p.definition -> 'lifeEvents' as life_events, p.definition #>> '{name,en}' as name_en,
  p.definition -> 'competence' as competence
from catalogue.procedure p
where p.replaced_at is null and p.waits_until is null and not p.internal and (p.national ->> 'isPublic')::boolean
  and not exists (select from catalogue.closing c where c.code = p.code and c.from_day <= $today)
order by p.code
