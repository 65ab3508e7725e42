select id, gateway, from_day, to_day, asked_at, asked_by, done_at, result from payments.matching_run order by asked_at desc limit $size
