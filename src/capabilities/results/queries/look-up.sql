select * from results.look_up($token, $number, $sha256, $today::date)
