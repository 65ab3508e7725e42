select id from catalogue.draft where code = $code and state in ('draft', 'review')
