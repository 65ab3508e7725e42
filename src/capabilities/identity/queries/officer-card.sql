select identity.officer_card($officer::uuid, to_timestamp($now::double precision / 1000)) as card
