update credentials.offer set taken_at = to_timestamp($now::double precision / 1000) where person_id = $person and id = $id and taken_at is null returning id
