delete from dossiers.saved_filter where officer_id = $officer and id = $id returning id
