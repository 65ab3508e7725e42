select encode(token_hash, 'hex') as id, created_at, seen_at, agent from sessions.list($subject, to_timestamp($now::double precision / 1000))
