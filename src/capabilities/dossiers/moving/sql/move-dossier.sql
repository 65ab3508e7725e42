update dossiers.dossier set procedure_version = $to_version
where home_unit = $owner and id = $id
returning id
