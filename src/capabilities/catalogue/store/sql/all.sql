select code, version, live, national, definition -> 'lifeEvents' as life_events, definition #>> '{name,en}' as name_en
from catalogue.procedure
where replaced_at is null and not internal and (national ->> 'isPublic')::boolean
order by code
