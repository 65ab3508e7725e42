select home_unit, id, dossier_id, dossier_code, person_id, bill, kind, template, symbol, number, paper_number, unit_id, unit_name, payer_name, amount, lines, way,
  evidence, issued_at, issued_by_name, cancelled_at, cancelled_reason
from payments.receipt
where person_id = $person
order by issued_at desc, id desc
