select outcome, home_unit, dossier_id, code from dossiers.submit($person, $draft, $revision, $hash, $body)
