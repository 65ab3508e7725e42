update catalogue.decentralisation set until_day = $until where id = $id returning id
