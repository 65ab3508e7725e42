insert into catalogue.closing_request (code, from_day, replaced_by, reason, asked_by, asked_at)
values ($code, $from_day, $replaced_by, $reason, $by, $at)
returning code
