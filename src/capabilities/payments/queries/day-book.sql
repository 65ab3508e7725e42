select id, at, kind, debit, credit, amount, debit_after, credit_after, dossier_code, fee_name, evidence, actor_kind, actor_name, note, total
from payments.day_book($unit, $day::date, $account, $size, $skip)
