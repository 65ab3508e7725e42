update payments.money_file set state = $state, refusal = $refusal, lines = $lines, read_at = $at, bytes = null, lease = null
where id = $id and state = 'reading' returning id
