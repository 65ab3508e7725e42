select account, number, unit_id, at, amount, words from payments.bank_line where state = 'new' order by at, account, number limit $most
