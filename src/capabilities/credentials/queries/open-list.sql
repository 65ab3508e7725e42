select credentials.open_list($agency::uuid) as list
