select p.workflow from catalogue.procedure p
where p.code = $code and p.version = $version
