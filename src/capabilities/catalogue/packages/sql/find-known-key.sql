select id, public_key, name from catalogue.known_key where id = $id
