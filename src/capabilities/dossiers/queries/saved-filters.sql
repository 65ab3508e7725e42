select id, name, filter from dossiers.saved_filter where officer_id = $officer order by name
