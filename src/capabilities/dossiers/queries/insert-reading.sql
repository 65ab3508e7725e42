insert into dossiers.reading (home_unit, dossier_id, id, at, officer_id, officer_name, unit_id, unit_name, purpose)
select $home_unit, $id, $reading, $at, $officer, $officer_name, $unit, $unit_name, $purpose
where not exists (
  select from dossiers.reading r
  where r.home_unit = $home_unit and r.dossier_id = $id and r.officer_id = $officer and r.purpose = $purpose and r.at > $since
)
returning id
