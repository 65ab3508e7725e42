select n, found from dossiers.receipts_all($asked)
