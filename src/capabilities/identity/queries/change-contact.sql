update identity.person set phone = $phone, email = $email where id = $person::uuid returning true as ok
