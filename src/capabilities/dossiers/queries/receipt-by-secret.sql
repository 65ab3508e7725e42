select dossiers.receipt_by_secret($code, $secret) as found
