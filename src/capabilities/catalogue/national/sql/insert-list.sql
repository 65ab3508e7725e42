insert into catalogue.national_list (id, name, read_at, procedures, same, report, read_by, counts)
values ($id, $name, $at, $procedures, $same, $report, $read_by, $counts)
returning id
