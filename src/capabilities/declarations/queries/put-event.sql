select outbox.put($home_unit::uuid, $event::uuid, to_timestamp($now::double precision / 1000), $topic, $subject, $payload::jsonb) is null as ok
