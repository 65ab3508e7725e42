select sessions.start($hash, $kind, $subject, $data, to_timestamp($now::double precision / 1000),
  to_timestamp($idle_until::double precision / 1000), to_timestamp($ends_at::double precision / 1000), $agent) is null as ok
