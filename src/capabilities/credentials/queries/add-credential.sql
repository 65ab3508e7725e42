insert into credentials.credential (person_id, id, home_unit, dossier_id, result_id, agency, list, place, holder, issued_at, expires_at)
values ($person, $id, $home_unit, $dossier, $result, $agency, $list, $place, $holder, to_timestamp($now::double precision / 1000), to_timestamp($until::double precision / 1000))
on conflict (agency, list, place) do nothing
returning id
