select id, at, from_kind, author_name, unit_id, body, files from dossiers.message
where home_unit = $home_unit and dossier_id = $id
order by at, id
