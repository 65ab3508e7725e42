select id, created_at, kind, dossier_code, tries, failure from messages.unsent(to_timestamp($now::double precision / 1000), $size)
