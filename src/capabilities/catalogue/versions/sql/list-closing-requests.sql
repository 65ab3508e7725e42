select code, from_day, replaced_by, reason, asked_by, asked_at from catalogue.closing_request order by asked_at, code limit 200
