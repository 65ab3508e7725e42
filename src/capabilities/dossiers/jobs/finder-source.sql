select d.code, d.owner_folded, d.procedure_name, d.procedure_code, d.subject_number
from dossiers.dossier d where d.home_unit = $home_unit and d.id = $id
