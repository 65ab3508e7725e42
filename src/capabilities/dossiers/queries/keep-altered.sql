update dossiers.draft
set altered = coalesce(altered, '[]') || jsonb_build_array($body::jsonb)
where person_id = $person and id = $id and jsonb_array_length(coalesce(altered, '[]')) < 20
returning id
