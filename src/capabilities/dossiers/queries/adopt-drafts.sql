select adopt as id from dossiers.adopt($guest, $person)
