select home_unit, id, code, kind, unit_id, dossier_id, dossier_code, charge_id, entry_id, person_id, owner_name, what, amount, reason, way, bin, account, holder, state,
  asked_at, asked_by, asked_by_name, decided_at, decided_by, decided_by_name, answer, paid_at, paid_by, paid_by_name, paid_from, paid_number, paid_day
from payments.refund
where code = $code
