update catalogue.draft set state = 'published'
where code = $code and version = $version and state = 'approved'
returning id
