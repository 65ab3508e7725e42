delete from catalogue.closing_request where code = $code returning code
