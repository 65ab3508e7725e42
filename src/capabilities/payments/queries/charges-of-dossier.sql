select home_unit, dossier_id, id, bill, dossier_code, person_id, owner_name, fee, kind, name, amount, full_amount, due_at, ground, counted, procedure_code,
  procedure_name, table_version, payee, refundable, assessed, raised_at, raised_by, state, settled_at, way, receipt_id
from payments.charge
where home_unit = $home_unit and dossier_id = $dossier
order by raised_at, line, id
