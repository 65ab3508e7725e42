select t.at, t.day, t.kind, t.debit, t.credit, t.amount, t.evidence from payments.transfer t
where t.home_unit = $home_unit and (t.session_id = $session or t.charge_id = $charge) order by t.at, t.id limit 50
