-- Whoever did not come back in time is forgotten.
with over as (delete from declarations.consent where by_person = $by and until < to_timestamp($now::double precision / 1000))
insert into declarations.consent (state, by_person, person_id, declaration_id, signer_id, kept, until)
values ($state, $by, $person, $declaration, $signer, $kept, to_timestamp($until::double precision / 1000)) returning state
