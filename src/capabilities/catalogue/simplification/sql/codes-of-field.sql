select code from catalogue.procedure
where field = $field and replaced_at is null and waits_until is null
order by definition is null, code
limit $size
