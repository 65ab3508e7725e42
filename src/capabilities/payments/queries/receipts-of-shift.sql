select home_unit, id, dossier_id, dossier_code, person_id, bill, kind, template, symbol, number, paper_number, unit_id, unit_name, payer_name, amount, lines, way,
  evidence, issued_at, issued_by_name, cancelled_at, cancelled_reason
from payments.receipt
where unit_id = $unit and (home_unit, id::text) in
  (select t.home_unit, t.evidence from payments.transfer t where t.unit_id = $unit and t.shift_id = $shift and t.kind = 'paid')
order by issued_at desc, id desc
limit 500
