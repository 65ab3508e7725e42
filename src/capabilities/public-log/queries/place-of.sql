select index, xact::text, salt, entry from public_log.place_of($source, $key)
