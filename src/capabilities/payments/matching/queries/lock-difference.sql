select d.id, d.kind, d.reference, d.unit_id, d.kept_by, d.home_unit, d.dossier_id, d.session_id, d.charge_id, d.state
from payments.difference d where d.id = $id for update
