update payments.bank_line set state = $state, why = $why, bill = $bill, refund = $refund, home_unit = $home_unit, dossier_id = $dossier, decided_at = $at, decided_by = $by
where account = $account and number = $number returning number
