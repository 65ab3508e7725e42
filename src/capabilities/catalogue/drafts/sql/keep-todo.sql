update catalogue.draft set todo = $todo where id = $id returning id
