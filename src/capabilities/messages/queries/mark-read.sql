update messages.notice set read_at = to_timestamp($now::double precision / 1000)
where person_id = $person and read_at is null and ($ids::uuid[] is null or id = any ($ids::uuid[]))
returning id
