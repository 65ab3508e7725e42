select payments.match_unresolved($unit, $now) as found
