update dossiers.dossier
set applicant = applicant - 'phone' - 'email' || $contact::jsonb
where home_unit = $home_unit and id = $id and person_id = $person and not stage = any ($ended::text[])
returning code
