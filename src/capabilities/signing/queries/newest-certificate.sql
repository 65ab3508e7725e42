select store, key, serial, name, valid_to, added_at from signing.certificate
where holder_kind = $kind and holder_id = $holder
order by added_at desc, id desc limit 1
