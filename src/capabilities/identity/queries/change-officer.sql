update identity.officer set name = $name, name_folded = $folded, email = $email, title = $title, active = $active, version = version + 1
where id = $officer::uuid
returning true as ok
