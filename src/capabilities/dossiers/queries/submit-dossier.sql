select n, outcome, home_unit, dossier_id, code from dossiers.submit_all($asked)
