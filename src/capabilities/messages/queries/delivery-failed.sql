update messages.delivery set tries = tries + 1, failure = $failure, leased_until = null,
  next_try_at = to_timestamp($now::double precision / 1000) + least(1800, 2 * power(3, tries)) * interval '1 second',
  state = case when $final::boolean or tries + 1 >= $most::integer then 'failed' else 'waiting' end
where id = $id and state = 'waiting'
returning state
