delete from catalogue.closing where code = $code returning code
