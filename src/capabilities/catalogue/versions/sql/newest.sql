select code, version, field, levels, internal,
  coalesce((select t.record from catalogue.national_taken t where t.code = p.code), national) as national, definition, workflow, decisions, templates, runs, package
from catalogue.procedure p
where code = $code
order by version desc
limit 1
