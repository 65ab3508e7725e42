select home_unit, id, at, topic, tries, failure, attention_at from outbox.stuck(to_timestamp($now::double precision / 1000), $size)
