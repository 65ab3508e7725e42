select account, number, unit_id, at, amount, words, state, why, bill, refund, home_unit, dossier_id, decided_at from payments.bank_line
where account = $account and number = $number
