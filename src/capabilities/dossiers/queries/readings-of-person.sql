select r.at, r.officer_name, r.unit_name, r.purpose, d.code, d.procedure_name
from dossiers.dossier d
join dossiers.reading r on r.home_unit = d.home_unit and r.dossier_id = d.id
where d.person_id = $person
order by r.at desc
limit 200
