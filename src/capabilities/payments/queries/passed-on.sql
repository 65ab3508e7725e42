select id, at, day, debit, credit, amount, evidence, actor_name, note
from payments.transfer
where unit_id = $unit and kind = 'passed-on'
order by at desc, id desc
limit 100
