select templates from catalogue.procedure where code = $code and version = $version
