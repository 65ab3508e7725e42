update organisations.unit set address = $address, hours = $hours, version = version + 1
where id = $unit::uuid
returning true as ok
