insert into payments.matching_run (id, gateway, from_day, to_day, unit_id, asked_at, asked_by)
values ($id, $gateway, $from, $to, $unit, $at, $by) returning id
