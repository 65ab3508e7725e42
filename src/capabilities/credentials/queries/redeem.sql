update credentials.offer set redeemed_at = to_timestamp($now::double precision / 1000) where person_id = $person and id = $id returning id
