delete from declarations.consent where state = $state and by_person = $by
returning person_id, declaration_id, signer_id, kept, until
