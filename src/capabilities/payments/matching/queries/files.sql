select id, kind, gateway, day, unit_id, name, state, refusal, lines, handed_at, handed_by_name, read_at from payments.money_file
order by handed_at desc, id desc limit $size
