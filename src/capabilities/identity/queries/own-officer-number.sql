select identity.own_officer_number() as number
