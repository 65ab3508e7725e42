select code, version, field, levels, internal, national, definition, workflow, decisions, templates, runs, package
from catalogue.procedure
where code = $code and version = $version
