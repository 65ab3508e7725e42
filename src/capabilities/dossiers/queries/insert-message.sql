insert into dossiers.message (home_unit, dossier_id, id, at, from_kind, author_id, author_name, unit_id, body, files)
values ($home_unit, $id, $message, $at, $from_kind, $author, $author_name, $unit, $body, $files)
returning id
