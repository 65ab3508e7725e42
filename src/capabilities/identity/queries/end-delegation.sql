update identity.delegation set ended_at = to_timestamp($now::double precision / 1000) where id = $delegation::uuid returning true as ok
