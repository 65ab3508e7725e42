select outbox.put($home_unit, $event, to_timestamp($now::double precision / 1000), $topic, $dossier_id, $payload) is not null as ok
