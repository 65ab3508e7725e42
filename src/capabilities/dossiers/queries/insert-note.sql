insert into dossiers.note (home_unit, dossier_id, id, at, officer_id, officer_name, unit_id, body)
values ($home_unit, $id, $note, $at, $officer, $officer_name, $unit, $body)
returning id
