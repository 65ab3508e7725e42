update catalogue.draft set todo = $todo, origin = $origin where id = $id returning id
