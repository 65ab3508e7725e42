select number from payments.account where unit_id = $unit
