select version, name, live, published_at, published_by, valid_from, waits_until, replaced_at, package is not null as packed
from catalogue.procedure
where code = $code
order by version desc
