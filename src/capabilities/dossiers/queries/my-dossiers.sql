select home_unit, id, code, procedure_code, procedure_name, owner_name, stage, status, submitted_at, due_date, due_minute, state
from dossiers.dossier
where person_id = $person
order by submitted_at desc
limit 200
