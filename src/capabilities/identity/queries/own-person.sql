select id, kind, personal_number, name, birth_date, sex, phone, email, address from identity.person where id = $person::uuid
