select outbox.retry($home_unit, $id, to_timestamp($now::double precision / 1000), $audit, $request) as found
