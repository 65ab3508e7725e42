select at, officer_name, unit_name, purpose from dossiers.reading
where home_unit = $home_unit and dossier_id = $id
order by at desc
limit 200
