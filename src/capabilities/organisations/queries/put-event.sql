select outbox.put($unit::uuid, $id::uuid, to_timestamp($now::double precision / 1000), $topic, $unit::text, $payload::jsonb) is null as ok
