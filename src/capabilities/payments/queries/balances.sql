select account, balance from payments.balances($unit, $day::date)
