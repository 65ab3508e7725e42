select code, version, name, field, published_at, valid_from
from catalogue.procedure
where not internal and (national ->> 'isPublic')::boolean and (version > 1 or published_by is not null)
order by published_at desc, code
limit $most
