update catalogue.procedure set waits_until = null
where code = $code and version = $version and waits_until is not null
returning version
