select id, procedure_code, procedure_version, updated_at, expires_at
from dossiers.draft
where person_id = $person and dossier_id is null
order by updated_at desc
limit 100
