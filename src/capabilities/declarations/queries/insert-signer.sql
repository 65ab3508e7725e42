insert into declarations.signer (person_id, declaration_id, id, applicant, name, personal_number, email, asked_at, until)
values ($person, $declaration, $id, $applicant, $name, $number, $email, to_timestamp($at::double precision / 1000), to_timestamp($until::double precision / 1000))
on conflict (declaration_id, personal_number) where withdrawn_at is null do nothing returning id
