insert into dossiers.saved_filter (officer_id, id, name, filter) values ($officer, $id, $name, $filter)
on conflict (officer_id, id) do update set name = excluded.name, filter = excluded.filter
returning id
