select code from catalogue.procedure
where code = any ($codes::text[]) and replaced_at is null and waits_until is null
