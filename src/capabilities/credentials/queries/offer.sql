select result_id, expires_at, tries, redeemed_at, taken_at from credentials.offer where person_id = $person and id = $id
