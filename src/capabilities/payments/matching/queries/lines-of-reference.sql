select l.line, l.transaction, l.kind, l.amount, l.at, l.merchant, l.bank, f.name as file
from payments.settlement_line l join payments.money_file f on f.id = l.file_id
where l.reference = $reference and f.gateway = $gateway and f.state = 'read' order by l.at, l.line limit 50
