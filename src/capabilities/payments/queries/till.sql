select t.debit = 'till:' || $shift as into_till, t.kind, t.amount
from payments.transfer t
where t.unit_id = $unit and (t.debit = 'till:' || $shift or t.credit = 'till:' || $shift)
order by t.at, t.id
