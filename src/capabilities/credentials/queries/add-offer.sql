insert into credentials.offer (person_id, id, result_id, made_at, expires_at)
values ($person, $id, $result, to_timestamp($now::double precision / 1000), to_timestamp($until::double precision / 1000))
returning id
