select list, code, listed, from_day, decision
from catalogue.listing
order by from_day, entered_at
