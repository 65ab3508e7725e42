insert into declarations.consent (state, by_person, person_id, declaration_id, signer_id, kept, until)
values ($state, $by, $person, $declaration, $signer, $kept, to_timestamp($until::double precision / 1000)) returning state
