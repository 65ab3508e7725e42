select * from credentials.list_state($agency::uuid, $list::integer, $today::date)
