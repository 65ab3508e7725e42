insert into catalogue.national_upload (id, name, list, details, uploaded_by, uploaded_at)
values ($id, $name, $list, $details, $by, $at)
returning id
