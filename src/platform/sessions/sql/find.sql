select kind, subject, data, created_at, seen_at, idle_until, ends_at from sessions.find($hash, to_timestamp($now::double precision / 1000))
