select dossiers.track($code, $secret) as found
