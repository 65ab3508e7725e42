select distinct on (1) definition #>> '{result,code}' as code, definition #>> '{result,name,vi}' as name
from catalogue.procedure
where replaced_at is null and waits_until is null and definition #>> '{result,code}' <> 'local'
order by 1, 2
