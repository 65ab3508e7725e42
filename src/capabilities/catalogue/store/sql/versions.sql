select code, version, name, live, published_at, published_by, valid_from, waits_until, replaced_at
from catalogue.procedure
where code = $code
order by version desc
