update payments.money_file set state = 'replaced' where kind = 'settlement' and gateway = $gateway and day = $day and state = 'read' returning id
