update outbox.event set done_at = to_timestamp($now::double precision / 1000), failure = null, next_try_at = null
where home_unit = $home_unit and id = $id
returning id
