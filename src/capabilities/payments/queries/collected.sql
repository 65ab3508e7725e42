select id, at, day, kind, debit, credit, amount, flow, way, unit_id, dossier_code, procedure_code, fee_name, charge_kind, payee, evidence, actor_name
from payments.collected($units::uuid[], $from::date, $to::date, $procedure, $way, $kind, $size, $skip)
