update organisations.unit set valid_to = $on::date, successor_id = $successor::uuid, version = version + 1
where id = $unit::uuid
returning true as ok
