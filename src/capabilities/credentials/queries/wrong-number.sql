update credentials.offer set tries = tries + 1 where person_id = $person and id = $id returning id
