select account, number, unit_id, at, amount, words, state, why, bill, home_unit, dossier_id from payments.bank_line
where account = $account and number = $number
