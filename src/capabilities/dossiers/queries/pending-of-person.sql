select home_unit, id from dossiers.dossier
where person_id = $person and identity_pending
order by submitted_at
