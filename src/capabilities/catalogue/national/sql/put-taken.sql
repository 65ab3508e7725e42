insert into catalogue.national_taken (code, record, list_id, taken_at)
values ($code, $record, $list, $at)
on conflict (code) do update set record = excluded.record, list_id = excluded.list_id, taken_at = excluded.taken_at
returning code
