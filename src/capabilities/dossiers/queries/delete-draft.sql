delete from dossiers.draft where person_id = $person and id = $id and dossier_id is null returning id
