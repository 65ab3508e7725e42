select code, unit, level, from_day, decision
from catalogue.service_level
order by from_day, entered_at
