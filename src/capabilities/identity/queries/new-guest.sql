select identity.new_guest($id::uuid, to_timestamp($now::double precision / 1000)) is null as ok
