select d.home_unit, d.id, d.code, d.procedure_name, d.owner_name, d.stage, d.status, d.submitted_at, d.due_date, d.holder_unit
from dossiers.find_for_office($units::uuid[], $everywhere, $patterns::text[], $size) f
join dossiers.dossier d on d.home_unit = f.home_unit and d.id = f.dossier_id
order by d.submitted_at desc
