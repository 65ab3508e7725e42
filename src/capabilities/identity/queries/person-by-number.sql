select id, name, birth_date, sex, phone, email, address from identity.person_by_number($number)
