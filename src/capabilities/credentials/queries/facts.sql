select * from credentials.facts($person::uuid, $result::uuid, $today::date)
