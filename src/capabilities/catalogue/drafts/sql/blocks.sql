select code, name, false as drafted, definition -> 'blocks' as blocks
from catalogue.procedure
where replaced_at is null and waits_until is null and definition ? 'blocks' and code <> $code
union all
select code, coalesce(content #>> '{definition,name,vi}', ''), true, content #> '{definition,blocks}'
from catalogue.draft
where state in ('draft', 'review') and content -> 'definition' ? 'blocks' and code <> $code
order by code, drafted
limit $size
