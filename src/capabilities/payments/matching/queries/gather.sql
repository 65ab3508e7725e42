select payments.match_gather($gateway, $from, $to, $merchants::text[]) as "references"
