select code, version, name, field, levels, live, internal, national, definition, published_at, valid_from
from catalogue.procedure
where code = $code and version = $version
