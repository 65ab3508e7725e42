insert into catalogue.national_list (id, name, read_at, procedures, same, report)
values ($id, $name, $at, $procedures, $same, $report)
returning id
