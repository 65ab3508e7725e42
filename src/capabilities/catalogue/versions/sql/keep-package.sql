update catalogue.procedure set package = $package
where code = $code and version = $version and package is null
returning version
