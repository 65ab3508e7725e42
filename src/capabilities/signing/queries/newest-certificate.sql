select store, key, serial, name from signing.certificate
where holder_kind = $kind and holder_id = $holder
order by added_at desc, id desc limit 1
