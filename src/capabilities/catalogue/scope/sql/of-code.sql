select id, code, unit, level, from_day, decision, entered_at
from catalogue.service_level
where code = $code
order by from_day desc, entered_at desc
