select version, drafts, dossiers from dossiers.open_work($code, $now)
