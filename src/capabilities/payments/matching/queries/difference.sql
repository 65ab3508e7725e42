select d.id, d.kind, d.gateway, d.reference, d.day, d.unit_id, d.kept_by, d.home_unit, d.dossier_id, d.dossier_code, d.session_id, d.charge_id, d.there, d.here,
  d.details, d.found_at, d.seen_at, d.state, d.officer_id, d.officer_name, d.marked, d.closed_at, d.closed_how, 1 as whole
from payments.difference d where d.id = $id
