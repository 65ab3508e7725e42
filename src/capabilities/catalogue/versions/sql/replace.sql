update catalogue.procedure set replaced_at = $at
where code = $code and replaced_at is null and waits_until is null
returning version
