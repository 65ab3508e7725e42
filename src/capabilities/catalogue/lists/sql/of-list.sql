select list, code, listed, from_day, decision, entered_at
from catalogue.listing
where list = $list
order by entered_at desc, code
limit $most
