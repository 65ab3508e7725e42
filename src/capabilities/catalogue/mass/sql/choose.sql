select p.code, p.version, p.definition #>> '{name,vi}' as name, p.field, p.definition, p.workflow, p.decisions, p.templates, p.runs, d.id as open_draft
from catalogue.procedure p left join catalogue.draft d on d.code = p.code and d.state in ('draft', 'review')
where p.definition is not null and p.replaced_at is null
  and p.version = (select max(n.version) from catalogue.procedure n where n.code = p.code)
  and not exists (select from catalogue.closing c where c.code = p.code and c.from_day <= $today)
  and ($codes::text[] is null or p.code = any ($codes::text[])) and ($field::text is null or p.field = $field)
  and ($level::text is null or p.definition #>> '{competence,level}' = $level)
  and ($online::text is null or p.definition #>> '{online,level}' = $online)
  and ($internal::boolean is null or p.internal = $internal)
order by p.code
limit $most
