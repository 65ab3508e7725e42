select home_unit, id, code, procedure_name, owner_name, stage, status, submitted_at, due_date, holder_unit
from dossiers.found_by_office($asker::uuid, $readable::uuid[], $everywhere, $patterns::text[], $size::integer)
