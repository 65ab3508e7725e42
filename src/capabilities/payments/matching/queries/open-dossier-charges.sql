select charge_id from payments.difference where state <> 'closed' and kind = any ($kinds::text[]) and charge_id is not null
