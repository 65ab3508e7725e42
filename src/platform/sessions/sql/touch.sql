select sessions.touch($hash, to_timestamp($now::double precision / 1000), to_timestamp($idle_until::double precision / 1000)) is null as ok
