select home_unit, id, at, topic, subject, tries, failure, attention_at from outbox.needs_attention($size)
