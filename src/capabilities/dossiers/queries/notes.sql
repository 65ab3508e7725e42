select id, at, officer_name, unit_id, body from dossiers.note
where home_unit = $home_unit and dossier_id = $id
order by at, id
