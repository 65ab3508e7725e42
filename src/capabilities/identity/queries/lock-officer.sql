select id, name, email, title, active, version from identity.officer where id = $officer::uuid for update
