select field, count(*)::int as procedures
from catalogue.procedure
where definition is not null and replaced_at is null and waits_until is null
group by field
order by field
