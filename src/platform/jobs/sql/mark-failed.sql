update outbox.event set tries = tries + 1, failure = $failure,
  next_try_at = to_timestamp($now::double precision / 1000) + least(600, power(2, tries)) * interval '1 second',
  attention_at = case when tries + 1 >= $most::integer then to_timestamp($now::double precision / 1000) end
where home_unit = $home_unit and id = $id and done_at is null and attention_at is null
returning tries, attention_at is not null as parked
