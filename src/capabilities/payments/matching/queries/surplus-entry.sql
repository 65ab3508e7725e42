select t.home_unit, t.id, t.amount - (select coalesce(sum(x.amount), 0)::bigint from payments.transfer x
    where x.home_unit = t.home_unit and x.reverses = t.id and x.debit = 'surplus') as kept
from payments.transfer t where t.home_unit = $home_unit and t.key = $key
