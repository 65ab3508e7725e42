select unit_id from dossiers.work limit 1
