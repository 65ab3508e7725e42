select payments.match_compare($gateway, $from, $to, $unit, $now, $dossiers) as result
