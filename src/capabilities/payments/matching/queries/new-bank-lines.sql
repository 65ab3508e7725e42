select account, number, unit_id, at, amount, words from payments.bank_line
where state = 'new' or (state = 'out' and decided_at is null)
order by at, account, number limit $most
