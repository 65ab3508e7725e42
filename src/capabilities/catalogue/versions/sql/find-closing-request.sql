select code, from_day, replaced_by, reason, asked_by, asked_at from catalogue.closing_request where code = $code
