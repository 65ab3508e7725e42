select dossiers.open($body) is null as ok
