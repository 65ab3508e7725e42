select r.home_unit, r.id, r.dossier_id, r.dossier_code, r.person_id, r.bill, r.kind, r.template, r.symbol, r.number, r.paper_number, r.unit_id, r.unit_name, r.payer_name, r.amount,
  r.lines, r.way, r.evidence, r.issued_at, r.issued_by_name, r.cancelled_at, r.cancelled_reason,
  (select t.shift_id from payments.transfer t where t.home_unit = r.home_unit and t.evidence = r.id::text and t.kind = 'paid' and t.unit_id = r.unit_id limit 1) as shift_id
from payments.receipt r where r.id = $id
