select outbox.put($home_unit, $event, $at, $topic, $subject, $payload) is null as ok
