update credentials.offer set expires_at = to_timestamp($now::double precision / 1000)
where person_id = $person and result_id = $result and redeemed_at is null and expires_at > to_timestamp($now::double precision / 1000)
returning id
