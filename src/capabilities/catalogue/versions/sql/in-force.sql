select version from catalogue.procedure
where code = $code and replaced_at is null and waits_until is null
