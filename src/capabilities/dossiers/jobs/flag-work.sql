update dossiers.work set flags = array_remove(array_remove(flags, 'near-due'), 'overdue-unannounced') || $flag::text
where unit_id = $unit_id and list = $list and home_unit = $home_unit and dossier_id = $dossier_id
returning code
