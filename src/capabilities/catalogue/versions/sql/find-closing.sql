select from_day, replaced_by from catalogue.closing where code = $code
