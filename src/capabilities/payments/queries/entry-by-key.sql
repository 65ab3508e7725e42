select id from payments.transfer where home_unit = $home_unit and key = $key
